public import Domain
import Phones

/// Reads single spreadsheets, as `import` is given them: good rows and bad ones apart.
public struct SheetReading: Sendable {
  private let known: KnownThings
  private let phones: PhoneReader

  /// - Parameter known: what rows may name; a row that names something else is refused.
  public init(known: KnownThings) {
    self.known = known
    phones = PhoneReader(testPrefixes: known.office?.testNumbers ?? [])
  }

  public func citizens(_ file: String) -> Sheet<Citizen> {
    .reading(file) { text in
      CitizenSheet.read(text, CitizenSheet.rules, known: known) { CitizenSheet($0, phones: phones) }
    }
  }

  public func households(_ file: String) -> Sheet<Household> {
    .reading(file) { text in HouseholdSheet.read(text, HouseholdSheet.rules, known: known) { HouseholdSheet($0) } }
  }

  public func volunteers(_ file: String) -> Sheet<Volunteer> {
    .reading(file) { text in
      VolunteerSheet.read(text, VolunteerSheet.rules, known: known) { VolunteerSheet($0, phones: phones) }
    }
  }

  /// Heads counted at events; takes the table that `export events` writes.
  public func attendance(_ file: String) -> Sheet<OccurrenceRecord> {
    .reading(file) { text in AttendanceSheet.read(text, AttendanceSheet.rules, known: known) { AttendanceSheet($0) } }
  }

  /// Money spent; takes the table that `export events` writes.
  public func costs(_ file: String) -> Sheet<Cost> {
    .reading(file) { text in CostSheet.read(text, CostSheet.rules, known: known) { CostSheet($0) } }
  }

  /// Numbers that other tools counted: `source`, `date`, `place`, `metric`, `value`, `female`.
  public func figures(_ file: String) -> Sheet<Figure> {
    .reading(file) { text in FigureSheet.read(text, FigureSheet.rules, known: known) { FigureSheet($0) } }
  }

  /// Answers to one wave of a survey: `id`, `date`, and a column for each question by its id.
  public func responses(_ file: String, to survey: Survey, wave: Survey.Wave) -> Sheet<SurveyResponse> {
    .reading(file) { text in
      SurveySheet.read(text, SurveySheet.rules(for: survey), known: known) {
        SurveySheet($0, survey: survey, wave: wave)
      }
    }
  }
}

extension Sheet {
  static func reading(_ file: String, _ read: (TextFile) -> Sheet) -> Sheet {
    do throws(Finding) {
      return read(try TextFile(contentsOf: file, limit: CatalogFolder.sheetLimit))
    } catch {
      var sheet = Sheet(file: file)
      sheet.fileFindings = [error]
      return sheet
    }
  }
}
