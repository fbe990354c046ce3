public import Catalog
import Domain
import Storage
import Targeting

/// What applying files came to.
public struct AppliedFiles: Sendable, Codable, Equatable {
  public var created = 0
  public var changed = 0
  public var unchanged = 0

  mutating func count(_ change: Change) {
    switch change {
    case .created: created += 1
    case .changed: changed += 1
    case .unchanged: unchanged += 1
    }
  }
}

/// Takes files and folders into the store, all together or not at all.
public enum ApplyFiles {
  public struct Outcome: Sendable {
    public let counts: AppliedFiles
    /// Things worth a look that did not hinder.
    public let warnings: [Finding]
    /// "created campaign spring", one line for each thing that differs.
    public let differences: [String]
  }

  /// With `dryRun` everything is checked and compared, and nothing is kept. Throws ``ActionError/findings(_:)`` with
  /// every error at once.
  public static func run(
    _ paths: [String], dryRun: Bool = false, in context: ActionContext
  ) async throws(ActionError) -> Outcome {
    try context.require(.planCampaigns)
    let (known, vocabulary) = try await context.read { (tx) throws(StoreError) in
      (try tx.knownThings(), try tx.segmentVocabulary())
    }
    let reading = CatalogReader(adapters: context.adapters).read(paths, known: known)
    let findings = (reading.findings + rules(reading, vocabulary)).sorted()
    guard !findings.hasErrors else { throw .findings(findings) }
    let writer = CatalogStoring(reading: reading, by: context.principal.name, at: context.now)
    let (counts, differences) = try await context.write(rollingBack: dryRun) { (tx) throws(StoreError) in
      try writer.store(in: tx)
    }
    return Outcome(counts: counts, warnings: findings, differences: differences)
  }

  /// Segments' rules are written in a language of their own, which the catalogue does not speak.
  private static func rules(_ reading: CatalogReading, _ known: SegmentVocabulary) -> [Finding] {
    let segments = reading.documents.compactMap { document -> (Document, Segment, Position)? in
      guard case .segment(let segment) = document.content, let position = document.rulePosition else { return nil }
      return (document, segment, position)
    }
    guard !segments.isEmpty else { return [] }
    let attributes = SegmentVocabulary.kinds(of: reading.citizens.lazy.map(\.attributes))
    let parser = SegmentParser(known.adding(places: reading.places, attributes: attributes))
    return segments.compactMap { document, segment, position in
      do throws(SegmentSyntaxError) {
        _ = try parser.parse(segment.rule)
        return nil
      } catch {
        // The rule begins behind its opening quotation mark.
        let place = Position(line: position.line, column: position.column + error.column)
        return Finding(file: document.file, position: place, message: error.sentence, advice: error.suggestion)
      }
    }
  }
}
