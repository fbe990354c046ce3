public import Domain

extension Transaction {
  /// Keeps a figure with the day of its import; the same source, day, place, metric and campaign again replaces it.
  @discardableResult
  public func put(_ figure: Figure, at now: Instant) throws(StoreError) -> Change {
    let key: [Value] = [
      .text(figure.source), .text(figure.date.description), .text(figure.place?.text ?? ""), .text(figure.metric),
      .text(figure.campaign?.text ?? ""),
    ]
    let known = try figures(where: "(source, date, place, metric, campaign) = (?, ?, ?, ?, ?)", key).first
    if known == figure { return .unchanged }
    try run(
      """
      INSERT OR REPLACE INTO figures(source, date, place, metric, campaign, value, female, unit, qualifier, imported_at)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      key + [
        .real(figure.value), Value(figure.female), Value(figure.unit), Value(figure.qualifier),
        .integer(now.milliseconds),
      ])
    return known == nil ? .created : .changed
  }

  /// All figures, by source, metric, day and place.
  public func figures() throws(StoreError) -> [Figure] { try figures(where: "TRUE", []) }

  private func figures(where condition: String, _ values: [Value]) throws(StoreError) -> [Figure] {
    try all(
      """
      SELECT source, date, place, metric, campaign, value, female, unit, qualifier FROM figures WHERE \(condition)
      ORDER BY source, metric, date, place, campaign
      """, values
    ) { (row) throws(StoreError) in
      guard let date = LocalDate(row.text(1)) else { throw .corrupt("a figure without a day") }
      var figure = Figure(source: row.text(0), date: date, metric: row.text(3), value: row.real(5))
      figure.place = Place.Code(row.text(2))
      figure.campaign = row.text(4).isEmpty ? nil : CampaignID(row.text(4))
      figure.female = row.intOrNil(6)
      figure.unit = row.textOrNil(7)
      figure.qualifier = row.textOrNil(8)
      return figure
    }
  }
}
