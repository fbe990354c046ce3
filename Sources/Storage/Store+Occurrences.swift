public import Domain

extension Transaction {
  /// In the order of day and time.
  public func occurrences(of campaign: CampaignID) throws(StoreError) -> [Occurrence] {
    try occurrences(where: "campaign = ?", [.text(campaign.text)])
  }

  /// All campaigns' occurrences from day to day, both included.
  public func occurrences(from: LocalDate, to: LocalDate) throws(StoreError) -> [Occurrence] {
    try occurrences(where: "date BETWEEN ? AND ?", [.text(from.description), .text(to.description)])
  }

  /// What a volunteer is asked for or has answered, from a day on.
  public func occurrences(of volunteer: VolunteerID, from: LocalDate) throws(StoreError) -> [Occurrence] {
    try occurrences(
      where: "date >= ? AND id IN (SELECT occurrence FROM assignments WHERE volunteer = ?)",
      [.text(from.description), .text(volunteer.text)])
  }

  public func occurrence(_ id: OccurrenceID) throws(StoreError) -> Occurrence? {
    try occurrences(where: "id = ?", [.text(id.text)]).first
  }

  func occurrences(where condition: String, _ values: [Value]) throws(StoreError) -> [Occurrence] {
    var found = try all(
      """
      SELECT id, campaign, activity, place, date, start, minutes, status FROM occurrences
      WHERE \(condition) ORDER BY date, start, id
      """, values, Self.occurrence)
    let position = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.id.text, $0) })
    let chosen = "SELECT id FROM occurrences WHERE \(condition)"
    try rows(
      """
      SELECT occurrence, volunteer, status, reason FROM assignments WHERE occurrence IN (\(chosen)) ORDER BY volunteer
      """, values
    ) { row in
      guard let index = position[row.text(0)], let status = Assignment.Status(rawValue: row.text(2)) else { return }
      var assignment = Assignment(volunteer: VolunteerID(row.text(1)), status: status)
      assignment.reason = row.textOrNil(3).flatMap { Assignment.Reason(rawValue: $0) }
      found[index].assignments.append(assignment)
    }
    try rows(
      "SELECT occurrence, resource FROM occurrence_resources WHERE occurrence IN (\(chosen)) ORDER BY resource", values
    ) { row in
      if let index = position[row.text(0)] { found[index].resources.append(ResourceID(row.text(1))) }
    }
    return found
  }

  private static func occurrence(_ row: any Row) throws(StoreError) -> Occurrence {
    guard let date = LocalDate(row.text(4)) else { throw .corrupt("an occurrence without a day") }
    var occurrence = Occurrence(
      id: OccurrenceID(row.text(0)), campaign: CampaignID(row.text(1)), activity: ActivityID(row.text(2)), date: date,
      start: TimeOfDay(minutes: row.int(5)))
    occurrence.place = row.textOrNil(3).flatMap { Place.Code($0) }
    occurrence.minutes = row.int(6)
    occurrence.status = Occurrence.Status(rawValue: row.text(7)) ?? .planned
    return occurrence
  }

  func insert(_ occurrence: Occurrence, at now: Instant) throws(StoreError) {
    try run(
      """
      INSERT INTO occurrences(id, campaign, activity, place, date, start, minutes, status)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(occurrence.id.text), .text(occurrence.campaign.text), .text(occurrence.activity.text),
        Value(occurrence.place?.text), .text(occurrence.date.description), Value(occurrence.start.minutes),
        Value(occurrence.minutes), .text(occurrence.status.rawValue),
      ])
    for assignment in occurrence.assignments {
      try assign(assignment.volunteer, to: occurrence.id, status: assignment.status, at: now)
    }
    for resource in occurrence.resources {
      try run(
        "INSERT INTO occurrence_resources(occurrence, resource) VALUES(?, ?)",
        [.text(occurrence.id.text), .text(resource.text)])
    }
  }

  /// Asks somebody for an occurrence, or writes down what they answered.
  public func assign(
    _ volunteer: VolunteerID, to occurrence: OccurrenceID, status: Assignment.Status, at now: Instant
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO assignments(occurrence, volunteer, status, changed_at) VALUES(?, ?, ?, ?)
      ON CONFLICT(occurrence, volunteer) DO UPDATE
      SET status = excluded.status, reason = NULL, changed_at = excluded.changed_at
      """,
      [.text(occurrence.text), .text(volunteer.text), .text(status.rawValue), .integer(now.milliseconds)])
  }

  /// Somebody cannot come; why, if they say.
  public func decline(
    _ occurrence: OccurrenceID, by volunteer: VolunteerID, reason: Assignment.Reason?, at now: Instant
  ) throws(StoreError) {
    try assign(volunteer, to: occurrence, status: .declined, at: now)
    try run(
      "UPDATE assignments SET reason = ? WHERE occurrence = ? AND volunteer = ?",
      [Value(reason?.rawValue), .text(occurrence.text), .text(volunteer.text)])
  }

  /// When each person was asked for an occurrence or last answered.
  public func answerTimes(of occurrence: OccurrenceID) throws(StoreError) -> [VolunteerID: Instant] {
    let pairs = try all(
      "SELECT volunteer, changed_at FROM assignments WHERE occurrence = ?", [.text(occurrence.text)]
    ) { (VolunteerID($0.text(0)), Instant(milliseconds: $0.integer(1))) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  public func setStatus(_ status: Occurrence.Status, of occurrence: OccurrenceID) throws(StoreError) {
    let changed = try run(
      "UPDATE occurrences SET status = ? WHERE id = ?", [.text(status.rawValue), .text(occurrence.text)])
    if changed == 0 { throw .notFound("occurrence \(occurrence)") }
  }

  public func move(_ occurrence: OccurrenceID, to moment: LocalDateTime) throws(StoreError) {
    let changed = try run(
      "UPDATE occurrences SET date = ?, start = ? WHERE id = ?",
      [.text(moment.date.description), Value(moment.time.minutes), .text(occurrence.text)])
    if changed == 0 { throw .notFound("occurrence \(occurrence)") }
  }
}

extension Transaction {
  /// The ids of all campaigns' occurrences.
  public func occurrenceIDs() throws(StoreError) -> [OccurrenceID] {
    try all("SELECT id FROM occurrences ORDER BY id") { OccurrenceID($0.text(0)) }
  }
}
