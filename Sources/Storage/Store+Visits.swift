public import Domain

extension Transaction {
  /// Keeps the answer from a door; the same id again changes nothing. True when it is new.
  public func record(_ visit: Visit, receivedAt now: Instant) throws(StoreError) -> Bool {
    let groups = Dictionary(uniqueKeysWithValues: visit.groups.map { ($0.key.rawValue, $0.value) })
    let changed = try run(
      """
      INSERT INTO visits(id, route, household, volunteer, disposition, leaflets, answers, groups, at, received_at)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING
      """,
      [
        .text(visit.id.text), .text(visit.route.text), .text(visit.household.text), Value(visit.volunteer?.text),
        .text(visit.disposition.rawValue), Value(visit.leaflets), .text(try Self.encode(visit.answers)),
        .text(try Self.encode(groups)), .integer(visit.at.milliseconds), .integer(now.milliseconds),
      ])
    return changed > 0
  }

  /// Every event of the route, oldest first; for a door the latest counts.
  public func visits(on route: RouteID) throws(StoreError) -> [Visit] {
    try visits(where: "route = ?", [.text(route.text)])
  }

  /// Every event at the doors of a campaign, oldest first.
  public func visits(of campaign: CampaignID) throws(StoreError) -> [Visit] {
    try visits(
      where: """
        route IN (SELECT r.id FROM routes r JOIN occurrences o ON o.id = r.occurrence WHERE o.campaign = ?)
        """, [.text(campaign.text)])
  }

  private func visits(where condition: String, _ values: [Value]) throws(StoreError) -> [Visit] {
    try all(
      """
      SELECT id, route, household, volunteer, disposition, leaflets, answers, groups, at FROM visits
      WHERE \(condition) ORDER BY at, id
      """, values, Self.visit)
  }

  private static func visit(_ row: any Row) throws(StoreError) -> Visit {
    guard let disposition = Disposition(rawValue: row.text(4)) else { throw .corrupt("a visit without a result") }
    var visit = Visit(
      id: VisitID(row.text(0)), route: RouteID(row.text(1)), household: HouseholdID(row.text(2)),
      disposition: disposition, at: Instant(milliseconds: row.integer(8)))
    visit.volunteer = row.textOrNil(3).map { VolunteerID($0) }
    visit.leaflets = row.int(5)
    visit.answers = try answers(row.text(6))
    visit.groups = try groups(row.text(7))
    return visit
  }

  /// Most visits carry no answers; they are not worth a decoder.
  private static func answers(_ text: String) throws(StoreError) -> [String: String] {
    text == "{}" ? [:] : try decode([String: String].self, text)
  }

  /// Reads what was recorded of the five groups; unknown names are of a later version and passed over.
  static func groups(_ text: String) throws(StoreError) -> [Group: Bool] {
    var groups: [Group: Bool] = [:]
    if text == "{}" { return groups }
    for (name, value) in try decode([String: Bool].self, text) {
      if let group = Group(rawValue: name) { groups[group] = value }
    }
    return groups
  }
}
