import Actions
import Domain

/// What a rule comes to: the same pieces on the page and in the live answer.
struct AudienceParts {
  let view: AudienceView
  let t: Wording

  /// Each line of the rule with how many are left and how many it took away.
  var steps: Markup {
    let lines = view.steps.map { ruleLine("\($0.sentence)", left: $0.left, removed: $0.removed, t) }
    return """
      <div class="h"><h2>\(t(.whoIsInGroup))</h2><span class="muted small">\(t(.peopleLeftAfterStep))</span></div>
      \(ruleLine("\(t(.everyoneOnRecord))", left: view.everyone, removed: nil, t))\(lines)\(nobody)
      """
  }

  private var nobody: Markup? {
    guard view.people == 0, let last = view.steps.first(where: { $0.left == 0 }) else { return nil }
    return remark(.warn, "\(t(.lineRemovedLast(last.sentence, last.removed)))")
  }

  var counts: Markup {
    let ways: [(Phrase, Int)] = [
      (.smsOrCall, view.phone), (.telegramWord, view.telegram), (.emailWord, view.email), (.doorVisitOnly, view.doorOnly),
    ]
    let all = Double(max(view.people, 1))
    var channels = Table(
      t(.howWeReachThem), note: "\(t(.oneMayHaveMore))", layout: .bars,
      columns: [.text(t(.channel)), .bar(t), .number(t(.peopleTitle))],
      rows: ways.map { .row(["\(t($0.0))", barCell(Double($0.1) / all), "\(t.number($0.1))"]) })
    channels.hidesHead = true
    let without = view.people - view.phone
    let warning: Markup? = without > 0 ? remark(.warn, "\(t(.noPhoneOnRecord(without)))") : nil
    return """
      <h2>\(t(.peopleInGroup))</h2><p class="kpi"><span class="v">\(t.number(view.people))</span> \
      <span class="muted">\(t(.peopleInHouseholds(view.people, view.households)))</span></p>
      \(table(channels))\(warning)
      """
  }

  var composition: Markup {
    let all = Double(max(view.people, 1))
    let rows = view.groups.map { group -> TableRow in
      .row([
        twoLines("\(t(.group(group.group)))", "<span lang=\"\(t.language == .km ? "en" : "km")\">\(t.other(.group(group.group)))</span>"),
        partCell(Double(group.people) / all, notRecorded: Double(group.notRecorded) / all),
        twoLines("\(t.number(group.people))", "\(t.percent(group.people, of: view.people))"),
        "<span class=\"muted\">\(t.number(group.notRecorded))</span>",
      ])
    }
    return table(
      Table(
        t(.whoTheyAre), note: "\(t(.notRecordedIsNotNo))", layout: .bars,
        columns: [.text(t(.group)), .bar(t), .number(t(.peopleTitle)), .number(t(.notRecorded))], rows: rows))
  }

  /// A few of the people, so that a wrong rule is seen before it is used.
  private var examples: Markup? {
    guard !view.examples.isEmpty else { return nil }
    let rows = view.examples.map { one -> TableRow in
      let owns = one.owns.map { t(.owns($0)) }.joined(separator: ", ")
      return .row([
        t.content(one.name), one.commune.map { t.content($0) } ?? "\(t(.notRecorded))", "\(one.hiddenPhone ?? t(.none))",
        "\(owns.isEmpty ? t(.none) : owns)",
      ])
    }
    let list = Table(
      t(.fiveAtRandom), note: "\(t(.phonesHidden))", layout: .records,
      columns: [.text(t(.person)), .text(t(.communeColumn)), .text(t(.phone)), .text(t(.ownsColumn))], rows: rows)
    return "<section class=\"card g-five\">\(table(list))</section>"
  }

  /// Everything that changes while somebody types.
  var live: Markup {
    """
    <section class="card g-steps">\(steps)</section>
    <section class="card g-counts" aria-live="polite">\(counts)<p class="small muted" data-counting hidden>\
    \(t(.counting(view.everyone)))</p></section>
    <section class="card g-who">\(composition)</section>\(examples)
    """
  }
}
