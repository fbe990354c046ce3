public import Channels
public import Domain
import Foundation

/// Where configured channels are asked for: the one place above which nobody knows adapters by name.
public struct ChannelDesk: Sendable {
  let adapter: @Sendable (Channel) -> (any ChannelAdapter)?

  public init(adapter: @escaping @Sendable (Channel) -> (any ChannelAdapter)?) { self.adapter = adapter }

  /// The adapters of the list, with secrets from the process's environment.
  public static let standard: ChannelDesk = {
    let world = ChannelWorld(environment: ProcessInfo.processInfo.environment)
    return ChannelDesk { world.adapter($0) }
  }()

  /// The same for a daemon, which may start programs from a folder and has a log for their words.
  public static func serving(programs: String?, log: @escaping @Sendable (String) -> Void) -> ChannelDesk {
    var world = ChannelWorld(environment: ProcessInfo.processInfo.environment)
    if let programs { world.programs = programs }
    world.log = log
    return ChannelDesk { [world] in world.adapter($0) }
  }

  /// What is wrong with a channel's settings, in sentences; empty when nothing is.
  public static func problems(_ channel: Channel) -> [String] {
    guard let recipe = ChannelList.recipe(channel.adapter) else {
      let known = ChannelList.all.map(\.adapter).joined(separator: ", ")
      return ["channel \(channel.id) uses the adapter \(channel.adapter), which does not exist; there are \(known)"]
    }
    return recipe.problems(channel)
  }

  /// The kind of address that a channel writes to or rings, and what people must have agreed to for that; a text message
  /// while its adapter is not known. `calls`: the activity calls, whatever the channel.
  public func needs(_ channel: Channel?, calls: Bool) -> (address: AddressKind, consent: ConsentPurpose) {
    let descriptor = channel.flatMap { adapter($0) }?.descriptor
    let kind = channel.flatMap { descriptor?.kind(of: $0) ?? $0.address } ?? .phone
    return (kind, .needed(for: kind, calls: calls || descriptor?.calls == true))
  }

  /// Verifies settings and credentials as far as the provider allows without sending; the verdict in a sentence.
  public func verdict(on channel: Channel) async -> (isGood: Bool, words: String) {
    if let problem = Self.problems(channel).first { return (false, "The \(problem).") }
    switch await adapter(channel)?.descriptor.check?() {
    case .good(let words): return (true, words)
    case .bad(let words): return (false, words)
    case nil: return (true, "Channel \(channel.id) offers nothing to check.")
    }
  }
}
