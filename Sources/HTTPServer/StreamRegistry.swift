import Glibc
import Synchronization

/// The streams being sent. A suspended connection is invisible to the library, so a client that leaves would hold its
/// stream until the next chunk; looking at the sockets now and then ends it soon.
final class StreamRegistry: Sendable {
  /// POLLRDHUP, which the C headers only show to GNU sources: the peer has closed its side.
  private static let peerHungUp: Int16 = 0x2000

  private let streams = Mutex<[ObjectIdentifier: ResponseStream]>([:])

  func add(_ stream: ResponseStream) {
    streams.withLock { $0[ObjectIdentifier(stream)] = stream }
  }

  func remove(_ stream: ResponseStream) {
    _ = streams.withLock { $0.removeValue(forKey: ObjectIdentifier(stream)) }
  }

  var all: [ResponseStream] {
    streams.withLock { Array($0.values) }
  }

  /// Abandons the streams whose client hung up and keeps the quiet ones warm.
  func inspect(at now: ContinuousClock.Instant) {
    for stream in hungUp() { stream.abandon() }
    for stream in all { stream.beat(at: now) }
  }

  /// Under the lock, because a stream leaves the registry before its socket is closed: the numbers stay true.
  private func hungUp() -> [ResponseStream] {
    streams.withLock { streams in
      let waiting = streams.values.filter(\.isWaiting)
      var polls = waiting.map { pollfd(fd: $0.socket, events: Self.peerHungUp, revents: 0) }
      guard !polls.isEmpty, poll(&polls, nfds_t(polls.count), 0) > 0 else { return [] }
      return zip(waiting, polls).compactMap { $1.revents == 0 ? nil : $0 }
    }
  }
}
