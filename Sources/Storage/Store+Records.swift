public import Domain

extension Transaction {
  /// What happened at an occurrence; a second record replaces the first.
  public func put(_ record: OccurrenceRecord, at now: Instant) throws(StoreError) {
    var values: [Value] = [.text(record.occurrence.text), Value(record.participants)]
    values += Group.allCases.map { Value(record.groups[$0]) }
    values += [
      Value(record.questionsAsked), Value(record.questionsAnswered), Value(record.note), Value(record.complete),
      .integer(now.milliseconds),
    ]
    try run(
      """
      INSERT OR REPLACE INTO records(
        occurrence, participants, female, youth, id_poor, ethnic_minority, disability, questions_asked,
        questions_answered, note, complete, changed_at)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, values)
  }

  public func record(of occurrence: OccurrenceID) throws(StoreError) -> OccurrenceRecord? {
    try records(where: "occurrence = ?", [.text(occurrence.text)]).first
  }

  public func records(of campaign: CampaignID) throws(StoreError) -> [OccurrenceRecord] {
    try records(
      where: "occurrence IN (SELECT id FROM occurrences WHERE campaign = ?)", [.text(campaign.text)])
  }

  private func records(where condition: String, _ values: [Value]) throws(StoreError) -> [OccurrenceRecord] {
    try all(
      """
      SELECT occurrence, participants, female, youth, id_poor, ethnic_minority, disability, questions_asked,
        questions_answered, note, complete FROM records WHERE \(condition) ORDER BY occurrence
      """, values
    ) { row in
      var record = OccurrenceRecord(occurrence: OccurrenceID(row.text(0)))
      record.participants = row.intOrNil(1)
      // The columns stand in the order of the groups.
      for (index, group) in Group.allCases.enumerated() { record.groups[group] = row.intOrNil(2 + index) }
      record.questionsAsked = row.intOrNil(7)
      record.questionsAnswered = row.intOrNil(8)
      record.note = row.textOrNil(9)
      record.complete = row.bool(10)
      return record
    }
  }

  /// Keeps a cost; the same id again replaces it.
  @discardableResult
  public func put(_ cost: Cost) throws(StoreError) -> Change {
    let known = try first("SELECT 1 FROM costs WHERE id = ?", [.text(cost.id)]) { _ in true } ?? false
    try run(
      """
      INSERT OR REPLACE INTO costs(
        id, campaign, activity, occurrence, district, line, minor, currency, in_kind, date, receipt)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(cost.id), .text(cost.campaign.text), Value(cost.activity?.text), Value(cost.occurrence?.text),
        Value(cost.district?.text), .text(cost.line), .integer(cost.amount.minor),
        .text(cost.amount.currency.rawValue), Value(cost.inKind), .text(cost.date.description), Value(cost.receipt),
      ])
    return known ? .changed : .created
  }

  /// By day, then id.
  public func costs(of campaign: CampaignID) throws(StoreError) -> [Cost] {
    try all(
      """
      SELECT id, campaign, activity, occurrence, district, line, minor, currency, in_kind, date, receipt FROM costs
      WHERE campaign = ? ORDER BY date, id
      """, [.text(campaign.text)]
    ) { (row) throws(StoreError) in
      guard let date = LocalDate(row.text(9)), let currency = Currency(rawValue: row.text(7)) else {
        throw .corrupt("a cost without a day or currency")
      }
      var cost = Cost(
        id: row.text(0), campaign: campaign, line: row.text(5), amount: Money(minor: row.integer(6), currency),
        date: date)
      cost.activity = row.textOrNil(2).map { ActivityID($0) }
      cost.occurrence = row.textOrNil(3).map { OccurrenceID($0) }
      cost.district = row.textOrNil(4).flatMap { Place.Code($0) }
      cost.inKind = row.bool(8)
      cost.receipt = row.textOrNil(10)
      return cost
    }
  }
}

extension Transaction {
  /// Occurrences of which it is written down, wholly or in part, what happened.
  public func recordedOccurrences() throws(StoreError) -> Set<OccurrenceID> {
    Set(try all("SELECT occurrence FROM records") { OccurrenceID($0.text(0)) })
  }
}
