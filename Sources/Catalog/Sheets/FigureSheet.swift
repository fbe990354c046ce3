import Domain

/// A table of numbers from other tools, a number a row. Source, day, place, metric and campaign say which number it is.
struct FigureSheet: SheetFormat {
  static let rules = SheetRules(
    what: "figure", required: ["source", "date", "metric", "value"],
    optional: ["place", "female", "campaign", "unit", "qualifier"])

  private let source, date, place, metric, value, female, campaign, unit, qualifier: Int?

  init(_ header: SheetHeader) {
    (source, date, place) = (header["source"], header["date"], header["place"])
    (metric, value, female) = (header["metric"], header["value"], header["female"])
    (campaign, unit, qualifier) = (header["campaign"], header["unit"], header["qualifier"])
  }

  func value(of row: inout SheetReader) -> Figure? {
    let (source, metric) = (row.required(source), row.required(metric))
    let date = row.required(date) == nil ? nil : row.date(self.date)
    let number = row.required(value) == nil ? nil : row.decimal(value, 0...1e12)
    guard let source, let metric, let date, let number else { return nil }
    var figure = Figure(source: source, date: date, metric: metric, value: number)
    figure.place = row.knownPlace(place)
    figure.female = row.whole(female, 0...1_000_000_000)
    figure.unit = row.text(unit)
    figure.qualifier = row.text(qualifier)
    if let campaign = row.text(campaign) {
      row.refer(to: .campaign, campaign, at: self.campaign)
      figure.campaign = CampaignID(campaign)
    }
    if let female = figure.female, Double(female) > number {
      row.error(
        "\(female) of \(plainNumber(number))", at: self.female, advice: "a part cannot be larger than the whole")
    }
    let parts = [source, date.description, figure.place?.text ?? "", metric, figure.campaign?.text ?? ""]
    row.once(parts.joined(separator: "/"), at: value)
    return figure
  }
}
