import Domain
import Storage

/// When an activity's messages leave, and what they invite to: at one moment for everybody, or days before the
/// occurrence in the receiver's place.
struct Occasions: Sendable {
  /// The hour at which invitations leave on their day.
  static let hour = TimeOfDay(minutes: 9 * 60)

  struct Occasion: Sendable {
    var due: Instant
    var occurrence: Occurrence?
  }

  private var everybody: Occasion?
  private var near: [Occurrence] = []
  private var days = 0
  private let zone: OfficeZone
  private let now: Instant
  /// Why there is nothing to invite to, as a sentence.
  private(set) var missing: String?

  init(
    _ activity: Activity, _ campaign: Campaign, _ rules: SendingRules, _ tx: Transaction, at now: Instant
  ) throws(StoreError) {
    (zone, self.now) = (rules.zone, now)
    switch activity.at ?? .now {
    case .now: everybody = Occasion(due: now)
    case .on(let local): everybody = Occasion(due: max(now, zone.instant(local)))
    case .before(let days, let other):
      self.days = days
      let today = zone.local(now).date
      near = try tx.occurrences(of: campaign.id)
        .filter { $0.activity == other && $0.status != .cancelled && $0.date >= today }
        .sorted { ($0.date, $0.start) < ($1.date, $1.start) }
      if near.isEmpty {
        missing = """
          Activity \(activity.id) is sent before \(other), but none is planned from today on. \
          Plan and accept the campaign first.
          """
      }
    }
  }

  /// What a person of that village is written to about; nil when nothing takes place there.
  func occasion(for village: Place.Code?) -> Occasion? {
    if let everybody { return everybody }
    let next = near.first { occurrence in
      guard let place = occurrence.place else { return true }
      return village.map { place.contains($0) || $0.contains(place) } ?? false
    }
    return next.map { next in
      let due = zone.instant(LocalDateTime(date: next.date - days, time: Self.hour))
      return Occasion(due: max(now, due), occurrence: next)
    }
  }
}
