import Domain
import Storage

extension ResultsOnRecord {
  mutating func addFigures(_ tx: Transaction) throws(StoreError) {
    let campaigns = campaigns
    figures = try tx.figures().filter { figure in campaigns.contains { Self.concerns(figure, $0) } }
  }

  /// A figure that names no campaign belongs to whatever ran at its place on its day.
  private static func concerns(_ figure: Figure, _ campaign: Campaign) -> Bool {
    if let named = figure.campaign { return named == campaign.id }
    guard campaign.from <= figure.date, figure.date <= campaign.to else { return false }
    guard let place = figure.place else { return true }
    return campaign.places.contains { $0.contains(place) || place.contains($0) }
  }

  /// A sentence for each figure of other tools, the latest first. They stand beside our own counts and are never added
  /// to them: nobody knows who is in both.
  var figureNotes: [String] {
    let most = 12
    let latest = figures.sorted { ($1.date, $0.source, $0.metric) < ($0.date, $1.source, $1.metric) }
    let sentences = latest.prefix(most).map { figure in
      let place = figure.place.map { " in \(places[$0]?.best(.en).text ?? $0.text)" } ?? ""
      let women = figure.female.map { ", \($0) female" } ?? ""
      let words = [figure.qualifier, Self.plain(figure.value), figure.unit].compactMap(\.self).joined(separator: " ")
      return "\(figure.source), \(figure.date)\(place), \(figure.metric): \(words)\(women). Not added to the rows."
    }
    return sentences + (latest.count > most ? ["\(latest.count - most) more figures of other sources."] : [])
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
  }
}
