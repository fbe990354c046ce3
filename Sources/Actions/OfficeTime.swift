public import Domain
import Foundation

extension Office {
  /// The zone's offset at that moment. An unknown zone name counts as Phnom Penh's; the catalogue refuses such names.
  public func offset(at instant: Instant) -> ZoneOffset {
    guard let zone = TimeZone(identifier: timeZone) else { return .phnomPenh }
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    return ZoneOffset(seconds: zone.secondsFromGMT(for: date))
  }

  /// The moment at which the office's wall clock shows `local`.
  public func instant(of local: LocalDateTime) -> Instant {
    // The offset belongs to the result; guess with the offset nearby, then take the one that holds there.
    let guess = local.instant(at: offset(at: local.instant(at: ZoneOffset(seconds: 0))))
    return local.instant(at: offset(at: guess))
  }
}

extension Instant {
  /// The moment this is called, by the machine's clock.
  public static var systemNow: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
