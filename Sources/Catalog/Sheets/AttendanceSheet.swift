import Domain

/// A table of events with the heads that were counted. A row in which nothing was counted says nothing and is passed
/// over: not recorded is not zero.
struct AttendanceSheet: SheetFormat {
  static let rules = SheetRules(
    what: "event", required: ["event"], optional: EventColumns.all.filter { $0 != "event" })

  private let event, participants, asked, answered, complete, note: Int?
  private let groups: [(column: Int, group: Group)]

  init(_ header: SheetHeader) {
    (event, participants) = (header["event"], header["participants"])
    (asked, answered) = (header["questions_asked"], header["questions_answered"])
    (complete, note) = (header["complete"], header["note"])
    groups = EventColumns.groups.compactMap { column in header[column.header].map { ($0, column.group) } }
  }

  func value(of row: inout SheetReader) -> OccurrenceRecord? {
    var record = OccurrenceRecord(occurrence: OccurrenceID(row.text(event) ?? ""))
    record.participants = row.whole(participants, 0...10_000_000)
    for (column, group) in groups { record.groups[group] = row.whole(column, 0...10_000_000) }
    record.questionsAsked = row.whole(asked, 0...1_000_000)
    record.questionsAnswered = row.whole(answered, 0...1_000_000)
    record.note = row.text(note)
    let isEmpty =
      record.participants == nil && record.groups.isEmpty && record.questionsAsked == nil
      && record.questionsAnswered == nil && record.note == nil
    if isEmpty { return nil }
    guard let id = row.key(event) else { return nil }
    row.refer(to: .event, id, at: event)
    record.complete = row.flag(complete) ?? true
    check(record, &row)
    return record
  }

  private func check(_ record: OccurrenceRecord, _ row: inout SheetReader) {
    for (column, group) in groups {
      guard let count = record.groups[group], let all = record.participants, count > all else { continue }
      row.error("\(count) of \(all) people", at: column, advice: "a group cannot be larger than all who came")
    }
    if let asked = record.questionsAsked, let count = record.questionsAnswered, count > asked {
      row.error("\(count) of \(asked) questions were answered", at: answered, advice: "count the questions again")
    }
  }
}
