public import Domain

extension Transaction {
  func insert(_ route: Route) throws(StoreError) {
    try run(
      "INSERT INTO routes(id, occurrence, lat, lon, walking) VALUES(?, ?, ?, ?, ?)",
      [
        .text(route.id.text), .text(route.occurrence.text), .real(route.meetingPoint.latitude),
        .real(route.meetingPoint.longitude), .real(route.walking.value),
      ])
    for (position, door) in route.doors.enumerated() {
      try run(
        "INSERT INTO route_doors(route, position, household) VALUES(?, ?, ?)",
        [.text(route.id.text), Value(position), .text(door.text)])
    }
  }

  public func route(_ id: RouteID) throws(StoreError) -> Route? {
    try routes(where: "r.id = ?", [.text(id.text)]).first
  }

  public func route(of occurrence: OccurrenceID) throws(StoreError) -> Route? {
    try routes(where: "r.occurrence = ?", [.text(occurrence.text)]).first
  }

  public func routes(of campaign: CampaignID) throws(StoreError) -> [Route] {
    try routes(where: "o.campaign = ?", [.text(campaign.text)])
  }

  public func routes(from: LocalDate, to: LocalDate) throws(StoreError) -> [Route] {
    try routes(where: "o.date BETWEEN ? AND ?", [.text(from.description), .text(to.description)])
  }

  /// Doors on the route of each occurrence that has one.
  public func doorCounts(of campaign: CampaignID) throws(StoreError) -> [OccurrenceID: Int] {
    var counts: [OccurrenceID: Int] = [:]
    try rows(
      """
      SELECT o.id, (SELECT count(*) FROM route_doors WHERE route = r.id)
      FROM occurrences o JOIN routes r ON r.occurrence = o.id WHERE o.campaign = ?
      """, [.text(campaign.text)]
    ) { counts[OccurrenceID($0.text(0))] = $0.int(1) }
    return counts
  }

  /// Where the occurrence's route starts and how many doors it has, without the doors.
  public func routeOutline(
    of occurrence: OccurrenceID
  ) throws(StoreError) -> (id: RouteID, meetingPoint: Coordinate, doors: Int)? {
    try first(
      """
      SELECT id, lat, lon, (SELECT count(*) FROM route_doors WHERE route = routes.id) FROM routes WHERE occurrence = ?
      """, [.text(occurrence.text)]
    ) { (RouteID($0.text(0)), Coordinate(latitude: $0.real(1), longitude: $0.real(2)), $0.int(3)) }
  }

  /// The route's place among those of its activity in the same commune, by day and time, from 1: "Route 4".
  public func number(of route: RouteID) throws(StoreError) -> Int {
    try first(
      """
      SELECT count(*) FROM routes mine CROSS JOIN occurrences me ON me.id = mine.occurrence
      CROSS JOIN occurrences o ON o.campaign = me.campaign AND o.activity = me.activity AND o.place IS me.place
      CROSS JOIN routes r ON r.occurrence = o.id
      WHERE mine.id = ?1 AND o.date <= me.date AND (o.date, o.start, r.id) <= (me.date, me.start, ?1)
      """, [.text(route.text)]) { $0.int(0) } ?? 0
  }

  /// In the order of day and time, doors in walking order.
  private func routes(where condition: String, _ values: [Value]) throws(StoreError) -> [Route] {
    var found = try all(
      """
      SELECT r.id, r.occurrence, r.lat, r.lon, r.walking FROM routes r JOIN occurrences o ON o.id = r.occurrence
      WHERE \(condition) ORDER BY o.date, o.start, r.id
      """, values
    ) { row in
      Route(
        id: RouteID(row.text(0)), occurrence: OccurrenceID(row.text(1)),
        meetingPoint: Coordinate(latitude: row.real(2), longitude: row.real(3)), doors: [],
        walking: Metres(row.real(4)))
    }
    let position = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.id.text, $0) })
    try rows(
      """
      SELECT d.route, d.household FROM route_doors d JOIN routes r ON r.id = d.route
      JOIN occurrences o ON o.id = r.occurrence WHERE \(condition) ORDER BY d.route, d.position
      """, values
    ) { row in
      if let index = position[row.text(0)] { found[index].doors.append(HouseholdID(row.text(1))) }
    }
    return found
  }
}
