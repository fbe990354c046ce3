public import Domain
import Phones

/// Everything that the files of one call say, and everything that is wrong with them. With an error among the
/// findings nothing of it may be taken: files are applied all together or not at all.
public struct CatalogReading: Sendable {
  public var documents: [Document] = []
  public var places: [Place] = []
  public var households: [Household] = []
  public var citizens: [Citizen] = []
  public var volunteers: [Volunteer] = []
  /// Sorted by file, line and column.
  public var findings: [Finding] = []
}

/// Reads files and folders as `apply` is given them.
public struct CatalogReader: Sendable {
  private let adapters: [AdapterFields]

  /// - Parameter adapters: what the channels of this installation can be set to.
  public init(adapters: [AdapterFields]) {
    self.adapters = adapters
  }

  /// - Parameter known: what the store holds already.
  public func read(_ paths: [String], known: KnownThings) -> CatalogReading {
    let folder = CatalogFolder(paths)
    var reading = CatalogReading()
    reading.findings = folder.findings
    let sheets = folder.files.filter { !$0.hasSuffix(".json5") }
    var known = known
    readDocuments(folder.files.filter { $0.hasSuffix(".json5") }, &known, into: &reading)
    readPlaces(sheets, &known, into: &reading)
    reading.findings += CatalogCheck(known: known, documents: reading.documents).findings()
    readPeople(sheets, known, into: &reading)
    reading.findings.sort()
    return reading
  }

  /// One mistake is one finding: what a faulty document describes is known all the same.
  private func readDocuments(_ files: [String], _ known: inout KnownThings, into reading: inout CatalogReading) {
    let reader = DocumentReader(adapters: adapters)
    for file in files {
      do throws(Finding) {
        let text = try TextFile(contentsOf: file, limit: CatalogFolder.documentLimit)
        let (document, findings) = reader.readWhatStands(text)
        reading.findings += findings
        guard let document else { continue }
        known = known.adding([document])
        if !findings.hasErrors { reading.documents.append(document) }
      } catch {
        reading.findings.append(error)
      }
    }
  }

  /// Places come first: everybody else names them.
  private func readPlaces(_ files: [String], _ known: inout KnownThings, into reading: inout CatalogReading) {
    var references: [Reference] = []
    var keys = UniqueKeys("place")
    for file in files where CatalogSheet(path: file) == .places {
      let sheet = Sheet<Place>.reading(file) { text in
        PlaceSheet.read(text, PlaceSheet.rules, known: nil) { PlaceSheet($0) }
      }
      reading.findings += sheet.findings + keys.repeated(sheet) { $0.code.text }
      references += sheet.references
      reading.places += sheet.values
    }
    known.places.formUnion(reading.places.map(\.code))
    reading.findings += CatalogCheck(known: known, documents: []).unknown(references)
  }

  private func readPeople(_ files: [String], _ known: KnownThings, into reading: inout CatalogReading) {
    let tables = SheetReading(known: known)
    var (households, citizens) = (UniqueKeys("household"), UniqueKeys("citizen"))
    var volunteers = UniqueKeys("volunteer")
    for file in files {
      switch CatalogSheet(path: file) {
      case .households:
        let sheet = tables.households(file)
        reading.findings += sheet.findings + households.repeated(sheet) { $0.id.text }
        reading.households += sheet.values
      case .citizens:
        let sheet = tables.citizens(file)
        reading.findings += sheet.findings + citizens.repeated(sheet) { $0.id.text }
        reading.citizens += sheet.values
      case .volunteers:
        let sheet = tables.volunteers(file)
        reading.findings += sheet.findings + volunteers.repeated(sheet) { $0.id.text }
        reading.volunteers += sheet.values
      case .places, nil: continue
      }
    }
  }
}

extension CatalogSheet {
  fileprivate init?(path: String) {
    self.init(rawValue: String(path.split(separator: "/").last ?? ""))
  }
}

/// Ids that stand in two files of one call; within one file the sheet itself tells.
private struct UniqueKeys {
  private let what: String
  private var files: [String: String] = [:]

  init(_ what: String) {
    self.what = what
  }

  mutating func repeated<Value>(_ sheet: Sheet<Value>, _ key: (Value) -> String) -> [Finding] {
    var findings: [Finding] = []
    for row in sheet.rows {
      if let other = files[key(row.value)] {
        findings.append(
          Finding(
            file: sheet.file, position: Position(line: row.line, column: 1),
            message: "the \(what) \"\(key(row.value))\" stands in \(other) already",
            advice: "delete one of the two rows"))
      } else {
        files[key(row.value)] = sheet.file
      }
    }
    return findings
  }
}
