public import Domain
import Foundation
import Glibc

/// Time as the outbox sees it, passed in so that tests own it: the wall's for schedules, the machine's for rates and
/// time-outs.
public struct OutboxClock: Sendable {
  public var now: @Sendable () -> Instant
  /// Seconds that only ever grow, also while the machine sleeps.
  public var uptime: @Sendable () -> Double
  public var sleep: @Sendable (_ seconds: Double) async -> Void

  public init(
    now: @escaping @Sendable () -> Instant, uptime: @escaping @Sendable () -> Double,
    sleep: @escaping @Sendable (_ seconds: Double) async -> Void
  ) {
    self.now = now
    self.uptime = uptime
    self.sleep = sleep
  }

  public static let system = OutboxClock(
    now: { Instant(milliseconds: Int64((read(CLOCK_REALTIME) * 1000).rounded(.down))) },
    uptime: { read(CLOCK_BOOTTIME) },
    sleep: { try? await Task.sleep(for: .seconds($0)) })

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The office's time zone: what the clock on its wall shows at a moment.
struct OfficeZone: Sendable {
  private let zone: TimeZone

  /// Cambodia's when the name is unknown.
  init(_ name: String) { zone = TimeZone(identifier: name) ?? TimeZone(secondsFromGMT: 7 * 3600)! }

  func offset(at moment: Instant) -> ZoneOffset {
    let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
    return ZoneOffset(seconds: zone.secondsFromGMT(for: date))
  }

  func local(_ moment: Instant) -> LocalDateTime { moment.local(at: offset(at: moment)) }

  /// The moment the wall shows that time; around a change of the clocks, the later reading.
  func instant(_ local: LocalDateTime) -> Instant {
    let guess = local.instant(at: offset(at: local.instant(at: ZoneOffset(seconds: 0))))
    return local.instant(at: offset(at: guess))
  }
}
