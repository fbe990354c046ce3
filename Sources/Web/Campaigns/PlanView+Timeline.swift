import Actions
import Domain

/// The eight weeks that the plan page shows.
struct TimelineWeeks {
  let start: LocalDate
  let earlier: LocalDate?
  let later: LocalDate?
  /// Occurrences in these weeks, in their order.
  let cards: [OccurrenceCard]

  var end: LocalDate { start + 55 }

  init(_ overview: CampaignOverview, asked: String?, today: LocalDate) {
    let dates = overview.cards.map(\.date)
    let campaign = overview.view.campaign
    let first = (dates.min().map { min($0, campaign.from) } ?? campaign.from).weekStart
    let last = dates.max().map { max($0, campaign.to) } ?? campaign.to
    // A week of what was stands before what comes.
    let near = min(max(today.weekStart - 7, first), max(first, last.weekStart - 49))
    let start = asked.flatMap { LocalDate($0) }?.weekStart ?? near
    self.start = start
    earlier = start > first ? start - 28 : nil
    later = start + 55 < last ? start + 28 : nil
    cards = overview.cards.filter { $0.date >= start && $0.date <= start + 55 && $0.occurrence.status != .cancelled }
  }
}

extension PlanView {
  func timelineCard(_ weeks: TimelineWeeks) -> Markup? {
    guard !overview.cards.isEmpty else { return nil }
    let clashes = overview.conflicts.count { conflict in
      conflict.date.map { $0 >= weeks.start && $0 <= weeks.end } ?? false
    }
    var content = Timeline(start: weeks.start, today: page.today, rows: rows(weeks))
    content.holidays = holidaySpans(weeks)
    let drawing = Drawing(
      id: "timeline", title: t(.timeline), description: t(.timelineFinding(weeks.cards.count, clashes)))
    let moves = [(Phrase.earlier, weeks.earlier), (Phrase.later, weeks.later)].compactMap { phrase, day in
      day.map { link(t(phrase), to: "\(address)?from=\($0)") }
    }
    let subtitle: Markup = """
      \(t(.weeksFrom(weeks.start, weeks.end))) \(t(.holidaysShaded)) \(moves.joined(by: " · "))
      """
    let narrow = agendaOf(
      Array(weeks.cards.filter { $0.date >= page.today }.prefix(60)),
      on: AgendaDays(today: page.today, namesCampaigns: false), clashes: clashWords(), t)
    return """
      <section class="card">\(figure(
        t(.timeline), subtitle, wide: timeline(content, drawing, t), narrow: narrow))</section>
      """
  }

  private func clashWords() -> [OccurrenceID: Phrase] {
    var words: [OccurrenceID: Phrase] = [:]
    for conflict in overview.conflicts where conflict.severity == .blocksLaunch {
      if let id = conflict.occurrence, words[id] == nil { words[id] = .clash(conflict) }
    }
    return words
  }

  private func rows(_ weeks: TimelineWeeks) -> [Timeline.Row] {
    let clashes = clashWords()
    let byKind = Dictionary(grouping: weeks.cards, by: \.kind)
    // Kinds stand in the order in which the campaign names them.
    var order: [ActivityKind] = []
    for activity in campaign.activities where !order.contains(activity.kind) { order.append(activity.kind) }
    return order.compactMap { kind in
      guard let cards = byKind[kind] else { return nil }
      let name: Phrase = .kind(kind)
      return Timeline.Row(t(name), other: t.other(name), bars: bars(cards, clashes))
    }
  }

  /// Days that follow each other are one bar; a clash breaks it, so that it can be seen, and colours its whole day.
  private func bars(_ cards: [OccurrenceCard], _ clashes: [OccurrenceID: Phrase]) -> [Timeline.Bar] {
    var bars: [Timeline.Bar] = []
    var counts: [Int] = []
    for card in cards {
      let state = state(card, clashes[card.id])
      if let last = bars.last, last.from == card.date, last.to == card.date, !isPlain(last.state, state) {
        if case .conflict = state, case .planned = last.state {
          (bars[bars.count - 1].state, bars[bars.count - 1].title) = (state, title(card))
          bars[bars.count - 1].address = card.address
        }
      } else if let last = bars.last, card.date - last.to <= 1, isPlain(last.state, state) {
        bars[bars.count - 1].to = max(last.to, card.date)
        counts[counts.count - 1] += 1
      } else {
        var bar = Timeline.Bar(card.date, card.date, state, title: title(card))
        bar.address = card.address
        bars.append(bar)
        counts.append(1)
      }
    }
    for index in bars.indices where counts[index] > 1 {
      bars[index].title = "\(t.period(bars[index].from, bars[index].to)): \(t(.timesThatDay(counts[index])))"
      bars[index].label = t.number(counts[index])
    }
    return bars
  }

  private func title(_ card: OccurrenceCard) -> String {
    "\(t(.occurrence(card))), \(t.dayAndMonth(card.date)), \(t.time(card.occurrence.start))"
  }

  private func state(_ card: OccurrenceCard, _ clash: Phrase?) -> Timeline.Bar.State {
    if let clash { return .conflict(t(clash)) }
    return card.date < page.today || card.occurrence.status == .held ? .done : .planned
  }

  private func isPlain(_ a: Timeline.Bar.State, _ b: Timeline.Bar.State) -> Bool {
    switch (a, b) {
    case (.done, .done), (.planned, .planned): true
    default: false
    }
  }

  /// Holidays that follow each other under one name are one stretch.
  private func holidaySpans(_ weeks: TimelineWeeks) -> [Timeline.Holiday] {
    var spans: [Timeline.Holiday] = []
    for (date, name) in overview.holidays.sorted(by: { $0.key < $1.key }) where date >= weeks.start && date <= weeks.end {
      let word = t.plain(name)
      if let last = spans.last, last.name == word, date - last.to == 1 {
        spans[spans.count - 1].to = date
      } else {
        spans.append(Timeline.Holiday(date, date, word))
      }
    }
    return spans
  }

  /// The same as the timeline, to read, print and follow.
  func list(_ weeks: TimelineWeeks) -> Markup? {
    guard !weeks.cards.isEmpty else { return nil }
    let clashes = clashWords()
    let rows: [TableRow] = OccurrenceGroup.groups(weeks.cards).map { group in
      let card = group.first
      let many = group.cards.count > 1 ? " (\(t(.timesThatDay(group.cards.count))))" : ""
      let clash = group.cards.lazy.compactMap { clashes[$0.id] }.first.map { tag(t($0), .bad) }
      let team = Set(group.cards.flatMap { $0.occurrence.assignments.map(\.volunteer) }).count
      return .row([
        "\(t.shortDate(card.date))", "\(t.times(card.occurrence.start, card.occurrence.end))",
        "\(link(t(.occurrence(card)), to: card.address))\(many) \(clash)",
        "\(team == 0 ? t(.none) : t.number(team))", "\(t(card.isRecorded ? .held : .status(card.occurrence.status)))",
      ])
    }
    let list = Table(
      t(.activitiesTitle), layout: .records,
      columns: [.text(t(.date)), .text(t(.time)), .text(t(.activity)), .number(t(.volunteers)), .text(t(.status))],
      rows: rows)
    return """
      <section class="card"><details><summary>\(t(.timelineAsList))</summary>\(table(list))</details></section>
      """
  }
}
