/// The days on which nothing takes place, with their names; an office can replace the file.
public struct HolidayCalendar: Hashable, Sendable, Codable, Identifiable {
  public struct Holiday: Hashable, Sendable, Codable {
    public var date: LocalDate
    public var name: LocalizedText
    /// Follows the moon or an announcement: the day may still move.
    public var toConfirm: Bool

    public init(date: LocalDate, name: LocalizedText, toConfirm: Bool = false) {
      self.date = date
      self.name = name
      self.toConfirm = toConfirm
    }
  }

  public var id: CalendarID
  public var name: LocalizedText?
  public var holidays: [Holiday]

  public init(id: CalendarID, holidays: [Holiday]) {
    self.id = id
    self.holidays = holidays
  }
}
