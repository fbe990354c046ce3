import Actions
import Domain

/// Occurrences of one activity at one place and time told as one: eight doors' teams are one line, not eight, even if
/// some of them set out later.
struct OccurrenceGroup {
  var cards: [OccurrenceCard]
  var first: OccurrenceCard { cards[0] }

  static func groups(_ cards: [OccurrenceCard]) -> [OccurrenceGroup] {
    var groups: [OccurrenceGroup] = []
    var position: [Key: Int] = [:]
    for card in cards {
      if let index = position[Key(card)] {
        groups[index].cards.append(card)
      } else {
        position[Key(card)] = groups.count
        groups.append(OccurrenceGroup(cards: [card]))
      }
    }
    return groups
  }

  private struct Key: Hashable {
    var campaign: CampaignID
    var activity: ActivityID
    var date: LocalDate
    /// Nil for doors: teams of one place and day go at different hours.
    var start: TimeOfDay?
    var place: Place.Code?

    init(_ card: OccurrenceCard) {
      let one = card.occurrence
      (campaign, activity, date, place) = (one.campaign, one.activity, one.date, one.place)
      start = card.kind == .doorToDoor ? nil : one.start
    }
  }
}

extension OccurrenceGroup {
  /// One occurrence has a page; several teams share that of their shift, which is the coordinators'.
  func address(mayPlan: Bool) -> String {
    guard cards.count > 1 else { return first.address }
    return mayPlan && first.kind == .doorToDoor ? "/shifts/\(first.id)" : "/calendar?day=\(first.date)"
  }

  /// People expected to come, and those of them who said so.
  var people: (all: Int, confirmed: Int) {
    let team = cards.flatMap(\.occurrence.assignments).filter { $0.status != .declined && $0.status != .absent }
    return (team.count, team.count { $0.status == .confirmed || $0.status == .attended })
  }
}

extension OccurrenceCard {
  var address: String { "/campaigns/\(occurrence.campaign)/activities/\(id)" }
  var date: LocalDate { occurrence.date }
}

/// Days with what takes place on them. On a campaign's own page its name would only be noise.
func agendaOf(
  _ cards: [OccurrenceCard], on days: AgendaDays, clashes: [OccurrenceID: Phrase], _ t: Wording
) -> Markup {
  let all = days.isOneDay ? cards.map { OccurrenceGroup(cards: [$0]) } : OccurrenceGroup.groups(cards)
  let groups = Dictionary(grouping: all, by: \.first.date)
  let dates = Set(groups.keys).union(days.holidays.keys).sorted()
  return agenda(
    dates.map { date in
      let holiday = days.holidays[date].map { ", " + t.plain($0) } ?? ""
      let entries = (groups[date] ?? []).map { group in
        AgendaDay.Entry(t.time(group.first.occurrence.start), agendaEntry(group, days, clashes, t))
      }
      var day = AgendaDay(t.relativeDay(date, today: days.today) + holiday, entries)
      day.isHoliday = days.holidays[date] != nil
      return day
    })
}

/// What an agenda knows beside its entries.
struct AgendaDays {
  var today: LocalDate
  var holidays: [LocalDate: LocalizedText] = [:]
  var namesCampaigns = true
  /// Coordinators are led to shifts.
  var mayPlan = false
  /// A single day is shown with everything that is on it.
  var isOneDay = false
}

private func agendaEntry(
  _ group: OccurrenceGroup, _ days: AgendaDays, _ clashes: [OccurrenceID: Phrase], _ t: Wording
) -> Markup {
  let card = group.first
  let count = group.cards.count
  let isWalk = card.kind == .doorToDoor
  let many: Markup? = count > 1 && !isWalk ? " <span class=\"muted\">\(t(.timesThatDay(count)))</span>" : nil
  let clash = group.cards.lazy.compactMap { clashes[$0.id] }.first.map { tag(t($0), .bad) }
  let people = group.people
  let details: [Markup] = [
    days.namesCampaigns ? t.content(card.campaignName) : nil, count > 1 && isWalk ? "\(t(.teamCount(count)))" : nil,
    people.all == 0 ? nil : "\(t(.volunteersConfirmed(people.confirmed, of: people.all)))",
  ].compactMap { $0 }
  let second: Markup? =
    details.isEmpty ? nil : "<br><span class=\"muted small\">\(details.joined(by: " · "))</span>"
  return "\(link(t(.occurrence(card)), to: group.address(mayPlan: days.mayPlan)))\(many) \(clash)\(second)"
}
