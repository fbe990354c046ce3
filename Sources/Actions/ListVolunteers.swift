public import Domain
import Storage

/// One volunteer in the list.
public struct VolunteerLine: Sendable {
  public var volunteer: Volunteer
  public var home: LocalizedText?
  /// Minutes of this month's shifts that were not declined.
  public var minutesThisMonth: Int
  /// The next shift from today on, and what was answered.
  public var next: (shift: OccurrenceID, date: LocalDate, start: TimeOfDay, status: Assignment.Status)?
}

/// Whom the list shows.
public struct VolunteerFilter: Sendable {
  /// Free at some time of that day, and not away.
  public var freeOn: LocalDate?
  /// Home in or under that place.
  public var home: Place.Code?
  public var language: String?

  public init() {}

  func admits(_ volunteer: Volunteer) -> Bool {
    if let freeOn {
      let availability = volunteer.availability
      guard !availability.away.contains(freeOn), availability.weekly[freeOn.weekday]?.isEmpty == false else {
        return false
      }
    }
    if let home, !home.contains(volunteer.home) { return false }
    return language.map { volunteer.languages.contains($0) } ?? true
  }
}

/// The people who give time, with what they have given this month.
public enum ListVolunteers {
  public struct List: Sendable {
    public var lines: [VolunteerLine]
    /// The districts and languages that a filter can name.
    public var districts: [Place]
    public var languages: [String]
  }

  public static func run(
    _ filter: VolunteerFilter = VolunteerFilter(), in context: ActionContext
  ) async throws(ActionError) -> List {
    try context.require(.planCampaigns)
    let area = context.principal.area
    let now = context.now
    return try await context.read { (tx) throws(StoreError) in
      let today = now.local(at: try tx.office().offset(at: now)).date
      let everybody = try tx.volunteers().filter { one in area.map { $0.contains(one.home) } ?? true }
      let month = try tx.occurrences(from: today.monthStart, to: (today.monthStart + 31).monthStart - 1)
      let coming = try tx.occurrences(from: today, to: today + 60)
      var lines: [VolunteerLine] = []
      for volunteer in everybody where filter.admits(volunteer) {
        lines.append(
          VolunteerLine(
            volunteer: volunteer, home: try tx.place(volunteer.home)?.name,
            minutesThisMonth: month.minutes(of: volunteer.id), next: coming.next(of: volunteer.id)))
      }
      let districts = Set(everybody.compactMap { $0.home.ancestor(.district) })
      return List(
        lines: lines, districts: try tx.places(level: .district).filter { districts.contains($0.code) },
        languages: Set(everybody.flatMap(\.languages)).sorted())
    }
  }
}

extension [Occurrence] {
  /// Minutes of the shifts that the volunteer did not decline.
  func minutes(of volunteer: VolunteerID) -> Int {
    filter { $0.status != .cancelled && $0.hasOnTeam(volunteer) }.reduce(0) { $0 + $1.minutes }
  }

  fileprivate func next(
    of volunteer: VolunteerID
  ) -> (shift: OccurrenceID, date: LocalDate, start: TimeOfDay, status: Assignment.Status)? {
    for occurrence in self where occurrence.status != .cancelled {
      if let mine = occurrence.assignments.first(where: { $0.volunteer == volunteer }) {
        return (occurrence.id, occurrence.date, occurrence.start, mine.status)
      }
    }
    return nil
  }
}
