import Domain

/// What a plan does to the people it writes to: when, and how often.
extension ConflictFinder {
  /// Messages due in quiet hours, once for each activity.
  func disturbed(_ open: [Occurrence]) -> [Conflict] {
    let late = messages(open).filter { one in scene.quietHours.contains { $0.contains(one.start) } }
    return firstOfEach(late).compactMap { one in
      scene.quietHours.first { $0.contains(one.start) }.map { Conflict(.quietHours(until: $0.to), one) }
    }
  }

  /// Messages to the same place that come closer together than the cap lets through, once for each activity. Other
  /// campaigns count when they write to the same group.
  func tooOften(_ open: [Occurrence]) -> [Conflict] {
    guard let cap = scene.contactCap else { return [] }
    let own = messages(open)
    let others = messages(scene.others.filter(\.isOpen)).filter {
      scene.otherCampaigns[$0.campaign]?.segment == scene.campaign.segment
    }
    var found: [Conflict] = []
    for one in firstOfEach(own.filter { count(own + others, upTo: $0, cap) > cap.messages }) {
      let messages = count(own + others, upTo: one, cap)
      found.append(Conflict(.contactCap(messages: messages, allowed: cap.messages, days: cap.days), one))
    }
    return found
  }

  private func messages(_ occurrences: [Occurrence]) -> [Occurrence] {
    occurrences.filter { scene.activity(of: $0)?.kind.isMessage == true }
  }

  /// Messages that people of the same place have got in the days that end with this one, itself among them.
  private func count(_ all: [Occurrence], upTo one: Occurrence, _ cap: ContactCap) -> Int {
    all.count { other in
      other.date <= one.date && other.date > one.date - cap.days && isSame(other.place, one.place)
    }
  }

  /// One place holds the other; no place means the campaign's places as a whole.
  private func isSame(_ a: Place.Code?, _ b: Place.Code?) -> Bool {
    guard let a, let b else { return true }
    return a.contains(b) || b.contains(a)
  }

  private func firstOfEach(_ occurrences: [Occurrence]) -> [Occurrence] {
    Dictionary(grouping: occurrences, by: \.activity).values
      .compactMap { $0.min { ($0.date, $0.id) < ($1.date, $1.id) } }.sorted { $0.id < $1.id }
  }
}
