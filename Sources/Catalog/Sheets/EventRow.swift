public import Domain

/// One occurrence as `export events` writes it: what was planned, what was recorded, and room for what is not yet.
/// The same table, filled in, is what `import attendance` and `import costs` take.
public struct EventRow: Sendable {
  public var occurrence: Occurrence
  public var kind: ActivityKind
  public var record: OccurrenceRecord?

  public init(occurrence: Occurrence, kind: ActivityKind, record: OccurrenceRecord? = nil) {
    self.occurrence = occurrence
    self.kind = kind
    self.record = record
  }
}

/// The headers that events, attendance and costs share.
enum EventColumns {
  static let event = ["event", "campaign", "activity", "kind", "place", "date", "start", "minutes", "status"]
  static let groups: [(header: String, group: Group)] = [
    ("female", .female), ("youth", .youth), ("id_poor", .idPoor), ("ethnic_minority", .ethnicMinority),
    ("disability", .disability),
  ]
  static let attendance =
    ["participants"] + groups.map(\.header) + ["questions_asked", "questions_answered", "complete", "note"]
  static let cost = ["cost_id", "line", "amount", "currency", "in_kind", "receipt"]
  static let all = event + attendance + cost

  static func columns() -> [SheetColumn<EventRow>] {
    let planned: [SheetColumn<EventRow>] = [
      SheetColumn("event") { $0.occurrence.id.text },
      SheetColumn("campaign") { $0.occurrence.campaign.text },
      SheetColumn("activity") { $0.occurrence.activity.text },
      SheetColumn("kind") { $0.kind.rawValue },
      SheetColumn("place") { $0.occurrence.place?.text },
      SheetColumn("date") { $0.occurrence.date.description },
      SheetColumn("start") { $0.occurrence.start.description },
      SheetColumn("minutes") { $0.occurrence.minutes.description },
      SheetColumn("status") { $0.occurrence.status.rawValue },
      SheetColumn("participants") { $0.record?.participants?.description },
    ]
    let groups = groups.map { column in
      SheetColumn<EventRow>(column.header) { $0.record?.groups[column.group]?.description }
    }
    let recorded: [SheetColumn<EventRow>] = [
      SheetColumn("questions_asked") { $0.record?.questionsAsked?.description },
      SheetColumn("questions_answered") { $0.record?.questionsAnswered?.description },
      SheetColumn("complete") { flagCell($0.record?.complete) },
      SheetColumn("note") { $0.record?.note },
    ]
    return planned + groups + recorded + cost.map { header in SheetColumn(header) { _ in nil } }
  }
}
