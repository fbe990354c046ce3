import Catalog
import Domain
import Storage

/// Writes what was read from files into one transaction, and counts what that changed.
struct CatalogStoring: Sendable {
  let reading: CatalogReading
  let by: String
  let at: Instant

  func store(in tx: Transaction) throws(StoreError) -> (AppliedFiles, [String]) {
    var counts = AppliedFiles()
    var differences: [String] = []
    for document in reading.documents {
      let change = try put(document.content, tx)
      counts.count(change)
      if change != .unchanged { differences.append("\(change) \(document.content.kind) \(document.content.id)") }
    }
    var sheets = AppliedFiles()
    try rows("place", reading.places, &sheets, &differences) { (place) throws(StoreError) in try tx.put(place) }
    var people = AppliedFiles()
    try rows("household", reading.households, &people, &differences) { (door) throws(StoreError) in try tx.put(door) }
    try rows("citizen", reading.citizens, &people, &differences) { (citizen) throws(StoreError) in
      try tx.put(citizen, at: at)
    }
    try rows("volunteer", reading.volunteers, &sheets, &differences) { (one) throws(StoreError) in try tx.put(one) }
    if people.created + people.changed > 0 { try tx.bumpPeopleVersion() }
    for part in [sheets, people] {
      counts.created += part.created
      counts.changed += part.changed
      counts.unchanged += part.unchanged
    }
    if counts.created + counts.changed > 0 {
      let detail = "\(counts.created) created, \(counts.changed) changed"
      try tx.audit("apply", "files", by: by, at: at, detail: detail)
    }
    return (counts, differences)
  }

  private func put(_ content: Document.Content, _ tx: Transaction) throws(StoreError) -> Change {
    switch content {
    case .office(let office): try tx.put(office, at: at)
    case .campaign(let campaign): try tx.put(campaign, at: at)
    case .segment(let segment): try tx.put(segment, at: at)
    case .channel(let channel): try tx.put(channel, at: at)
    case .resource(let resource): try tx.put(resource, at: at)
    case .calendar(let calendar): try tx.put(calendar, at: at)
    case .survey(let survey): try tx.put(survey, at: at)
    case .tariff(let tariff): try tx.put(tariff, at: at)
    }
  }

  /// Rows of one spreadsheet; their differences are one line, because nobody reads twenty thousand.
  private func rows<Noun>(
    _ name: String, _ values: [Noun], _ counts: inout AppliedFiles, _ differences: inout [String],
    _ put: (Noun) throws(StoreError) -> Change
  ) throws(StoreError) {
    var own = AppliedFiles()
    for value in values { own.count(try put(value)) }
    counts.created += own.created
    counts.changed += own.changed
    counts.unchanged += own.unchanged
    if own.created > 0 { differences.append("created \(own.created) \(name)\(own.created == 1 ? "" : "s")") }
    if own.changed > 0 { differences.append("changed \(own.changed) \(name)\(own.changed == 1 ? "" : "s")") }
  }
}
