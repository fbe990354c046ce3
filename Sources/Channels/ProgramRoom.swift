import Domain
import Synchronization

/// The running programs of a process, by channel: adapters are made anew whenever a document changes, and what a program
/// is doing for one must not end with it.
final class ProgramRoom: Sendable {
  private let runners = Mutex<[ChannelID: (settings: [String: Channel.Setting], runner: ProgramRunner)]>([:])

  /// The channel's program; another one once its settings have changed.
  func runner(of channel: Channel, log: @escaping @Sendable (String) -> Void) -> ProgramRunner {
    runners.withLock { runners in
      if let known = runners[channel.id], known.settings == channel.settings { return known.runner }
      let runner = ProgramRunner(name: channel.id.text, log: log)
      runners[channel.id] = (channel.settings, runner)
      return runner
    }
  }
}
