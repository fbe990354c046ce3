import Actions
import Domain

/// The tables of the results page, each with its denominators.
struct ResultsTables {
  let view: ResultsView
  let t: Wording

  // MARK: Side by side

  /// The three costs always stand together, since their order can turn round from one to the next.
  var comparison: Markup {
    let names = view.sides.map { side in
      TableColumn(title: facilitationWord(side.facilitation, t), label: t(.facilitation(side.facilitation)), content: .number)
    }
    let districts = view.sides.map { t(.districtsEach($0.districts)) }.joined(separator: ", ")
    return table(
      Table(
        t(.comparison), note: "\(view.currency.rawValue). \(districts)", layout: .records,
        columns: [.text(t(.measure))] + names, rows: rows))
  }

  private var rows: [TableRow] {
    let figures = view.sides.map(\.figures)
    func line(_ title: Phrase, _ under: Markup, _ cell: (ResultFigures) -> Markup) -> [Markup] {
      [twoLines("\(t(title))", under)] + figures.map(cell)
    }
    let planned = figures.map { t.wholeAmount($0.planned) }.joined(separator: ", ")
    let shares = figures.map { figure in
      figure.concerned.map { t.percent(figure.reached.upperBound, of: $0) } ?? t(.notRecorded)
    }.joined(separator: ", ")
    return [
      .row(line(.spent, "\(t(.plannedAmount(planned)))") { "\(t.wholeAmount($0.spent))" }),
      .row(line(.citizensReached, "\(t(.ofConcerned(shares)))") { "\(t.range($0.reached))" }),
      .row(line(.costPerReached, "\(t(.spentByReached))") { t.unitCost($0.perReached) }),
      .row(line(.citizensAware, "\(t(.shareTimesPeople))") { t.people($0.aware) }),
      .row(line(.costPerAware, "\(t(.spentByAware))") { "\(t.unitCost($0.perAware))\(t.unitRange($0.perAware))" }),
      .row(line(.newlyAware, "\(t(.range95))") { t.people($0.newlyAware) }),
      .total(
        line(.costPerNewlyAware, "\(t(.spentByNewlyAware))") {
          "\(t.unitCost($0.perNewlyAware))\(t.unitRange($0.perNewlyAware))"
        }),
    ]
  }

  // MARK: District by district

  var costPerNewlyAware: Markup {
    let longest = view.places.compactMap { try? $0.figures.perNewlyAware.get().value }.max() ?? 1
    return bars(t(.costPerNewlyAware), note: "\(t(.shorterIsBetter))", columns: [.number(view.currency.rawValue)]) { side in
      switch side.figures.perNewlyAware {
      case .failure(let reason): return .remark(name(side), "\(t(.noFigure(reason)))")
      case .success(let cost):
        let value = cost.value ?? cost.low
        return .row([
          name(side), barCell(value / longest, fill: side.facilitation.fill), "\(t.decimal(value))",
        ])
      }
    }
  }

  var whoKnows: Markup {
    bars(
      t(.whoKnowsOffice), note: "\(t(.bandIsRange))",
      columns: [.number(t(.share)), .number(t(.range95)), .number(t(.asked))]
    ) { side in
      guard let known = side.figures.awareness, let value = known.share.value else {
        let reason = (try? side.figures.aware.get()) == nil ? side.figures.aware.reason : nil
        return .remark(name(side), "\(t(.noFigure(reason ?? .noSurvey)))")
      }
      let few: Markup? = known.fewAsked ? "<br><span class=\"muted small\">\(t(.fewAsked))</span>" : nil
      let range = rangeCell(
        value, low: known.share.low, high: known.share.high ?? 1, before: known.before, fill: side.facilitation.fill)
      return .row([
        name(side), range, "\(t.percent(value))", "<span class=\"muted small\">\(t.percentRange(known.share))</span>",
        "<span class=\"muted small\">\(t.number(known.asked))</span>\(few)",
      ])
    }
  }

  /// One line for each district under the way it is led.
  private func bars(
    _ title: String, note: Markup, columns: [TableColumn], _ row: (ResultsView.Side) -> TableRow
  ) -> Markup {
    var rows: [TableRow] = []
    for facilitation in Facilitation.allCases {
      let own = view.places.filter { $0.facilitation == facilitation }
      guard !own.isEmpty else { continue }
      rows.append(.group(facilitationWord(facilitation, t)))
      rows += own.map(row)
    }
    var bars = Table(title, note: note, layout: .bars, columns: [.text(t(.district)), .bar(t)] + columns, rows: rows)
    bars.hidesHead = true
    return table(bars)
  }

  private func name(_ side: ResultsView.Side) -> Markup {
    guard let district = side.district else { return t.content(side.name) }
    return "<a href=\"\(href: "/results/districts/\(district)")\">\(t.content(side.name))</a>"
  }

  var allNumbers: Markup {
    let columns: [TableColumn] = [
      .text(t(.district)), .text(t(.facilitation)), .number(t(.planned)), .number(t(.spent)), .number(t(.inKind)),
      .number(t(.reached)), .number(t(.estimated)), .number(t(.perReachedShort)), .number(t(.awareShort)),
      .number(t(.perAwareShort)), .number(t(.newlyAware)), .number(t(.perNewlyAwareShort)),
    ]
    let rows = view.places.map { side -> TableRow in
      let figures = side.figures
      return .row([
        name(side), facilitationWord(side.facilitation, t), "\(t.wholeAmount(figures.planned))",
        "\(t.wholeAmount(figures.spent))", "\(t.wholeAmount(figures.spentInKind))", "\(t.range(figures.reached))",
        "\(t.number(figures.estimated))", t.unitCost(figures.perReached), t.people(figures.aware),
        "\(t.unitCost(figures.perAware))\(t.unitRange(figures.perAware))", t.people(figures.newlyAware),
        "\(t.unitCost(figures.perNewlyAware))\(t.unitRange(figures.perNewlyAware))",
      ])
    }
    var numbers = Table(
      t(.allNumbersByDistrict), note: "\(view.currency.rawValue)", layout: .records, columns: columns, rows: rows)
    numbers.scrolls = true
    return table(numbers)
  }
}

extension Result where Failure == NoFigure {
  var reason: NoFigure? {
    if case .failure(let reason) = self { return reason }
    return nil
  }
}
