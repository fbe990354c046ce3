import Actions
import Domain

extension ResultsTables {
  var channels: Markup {
    let columns: [TableColumn] = [
      .text(t(.channel)), .number(t(.planned)), .number(t(.spent)), .number(t(.counted)), .number(t(.estimated)),
      .number(t(.perReachedShort)),
    ]
    let rows = view.channels.map { channel -> TableRow in
      .row([
        "\(t.channel(channel.key, channel.name))", "\(t.wholeAmount(channel.planned))", "\(t.wholeAmount(channel.spent))",
        "\(t.range(channel.reached))", "\(t.number(channel.estimated))", t.unitCost(channel.perReached),
      ])
    }
    return table(
      Table(t(.byChannel), note: "\(view.currency.rawValue)", layout: .records, columns: columns, rows: rows))
  }

  /// Who was reached, with what nobody noted in grey at the other end.
  var groups: Markup {
    let rows = view.groups.map { group -> TableRow in
      let all = Double(max(group.recorded + group.notRecorded, 1))
      let people: Markup
      if let count = group.people {
        people = twoLines("\(t.number(count))", "\(t.percent(count, of: group.recorded))")
      } else {
        people = "<span class=\"muted\">\(t(group.isHidden ? .under10 : .notRecorded))</span>"
      }
      return .row([
        twoLines("\(t(.group(group.group)))", "<span lang=\"\(t.language == .km ? "en" : "km")\">\(t.other(.group(group.group)))</span>"),
        partCell(Double(group.people ?? 0) / all, notRecorded: Double(group.notRecorded) / all), people,
        "<span class=\"muted\">\(t.number(group.notRecorded))</span>",
      ])
    }
    return table(
      Table(
        t(.reachByGroup), note: "\(t(.notRecordedIsNotNo))", layout: .bars,
        columns: [.text(t(.group)), .bar(t), .number(t(.peopleTitle)), .number(t(.notRecorded))], rows: rows))
  }

  /// Nil when no interview noted a group.
  var awarenessByGroup: Markup? {
    guard !view.groupAwareness.isEmpty else { return nil }
    let sides = view.sides.map(\.facilitation)
    let columns = sides.map { side in
      TableColumn(title: facilitationWord(side, t), label: t(.facilitation(side)), content: .number)
    }
    let rows = view.groupAwareness.map { row -> TableRow in
      .row(
        ["\(t(.group(row.group)))"]
          + sides.map { side in
            guard let asked = row.asked[side] else { return "<span class=\"muted\">\(t(.notRecorded))</span>" }
            guard let share = row.share[side] else { return "<span class=\"muted\">\(t(.tooFew))</span>" }
            return twoLines("\(t.percent(share))", "\(t(.peopleAsked(asked)))")
          })
    }
    return table(
      Table(t(.awarenessByGroup), layout: .records, columns: [.text(t(.group))] + columns, rows: rows))
  }
}
