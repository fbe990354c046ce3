/// A number that another tool counted (views, users, complaints), kept with where it comes from and never mixed with
/// our own counts.
public struct Figure: Hashable, Sendable, Codable {
  /// The tool or report, as its users call it: "Pidor", "Facebook page".
  public var source: String
  /// The day that it stands for, or the last day of the time it covers.
  public var date: LocalDate
  /// Nil: the programme as a whole.
  public var place: Place.Code?
  /// What was counted, in the source's own words: "users", "reached".
  public var metric: String
  public var value: Double
  /// Of `value`; nil: not recorded.
  public var female: Int?
  public var campaign: CampaignID?
  /// "people", "percent"; nil: plain numbers.
  public var unit: String?
  /// How sure the source is: "about", "over", "at most".
  public var qualifier: String?

  public init(source: String, date: LocalDate, metric: String, value: Double) {
    self.source = source
    self.date = date
    self.metric = metric
    self.value = value
  }
}
