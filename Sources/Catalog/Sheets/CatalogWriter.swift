public import Domain

/// Writes what the store holds under the headers that `import` takes.
public struct CatalogWriter: Sendable {
  public var flavour: CSVWriter.Flavour

  public init(_ flavour: CSVWriter.Flavour = .machine) {
    self.flavour = flavour
  }

  public func places(_ places: [Place]) -> CSVWriter { PlaceSheet.write(places, flavour) }
  public func citizens(_ citizens: [Citizen]) -> CSVWriter { CitizenSheet.write(citizens, flavour) }
  public func households(_ households: [Household]) -> CSVWriter { HouseholdSheet.write(households, flavour) }
  public func volunteers(_ volunteers: [Volunteer]) -> CSVWriter { VolunteerSheet.write(volunteers, flavour) }

  /// Events with what was recorded, and empty columns for what was not.
  public func events(_ rows: [EventRow]) -> CSVWriter {
    let columns = EventColumns.columns()
    var writer = CSVWriter(flavour)
    writer.row(columns.map(\.header))
    for row in rows { writer.row(columns.map { $0.cell(row) ?? "" }) }
    return writer
  }
}
