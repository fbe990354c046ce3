import Actions
import Domain

/// Occurrences of one activity at one place and time told as one: eight doors' teams are one line, not eight.
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
    var start: TimeOfDay
    var place: Place.Code?

    init(_ card: OccurrenceCard) {
      let one = card.occurrence
      (campaign, activity, date, start, place) = (one.campaign, one.activity, one.date, one.start, one.place)
    }
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
  let groups = Dictionary(grouping: OccurrenceGroup.groups(cards), by: \.first.date)
  let dates = Set(groups.keys).union(days.holidays.keys).sorted()
  return agenda(
    dates.map { date in
      let holiday = days.holidays[date].map { ", " + t.plain($0) } ?? ""
      let entries = (groups[date] ?? []).map { group in
        AgendaDay.Entry(t.time(group.first.occurrence.start), agendaEntry(group, days.namesCampaigns, clashes, t))
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
}

private func agendaEntry(
  _ group: OccurrenceGroup, _ namesCampaign: Bool, _ clashes: [OccurrenceID: Phrase], _ t: Wording
) -> Markup {
  let card = group.first
  let many: Markup? = group.cards.count > 1 ? " <span class=\"muted\">\(t(.timesThatDay(group.cards.count)))</span>" : nil
  let clash = group.cards.lazy.compactMap { clashes[$0.id] }.first.map { tag(t($0), .bad) }
  let people = Set(group.cards.flatMap { $0.occurrence.assignments.filter { $0.status != .declined }.map(\.volunteer) })
  let details: [Markup] = [
    namesCampaign ? t.content(card.campaignName) : nil, people.isEmpty ? nil : "\(t(.volunteers(people.count)))",
  ].compactMap { $0 }
  let second: Markup? =
    details.isEmpty ? nil : "<br><span class=\"muted small\">\(details.joined(by: " · "))</span>"
  return "\(link(t(.occurrence(card)), to: card.address))\(many) \(clash)\(second)"
}
