public import Domain
import Storage

/// Asks volunteers for a shift: they find the question on their page, and may answer until the hour named there.
public enum AskVolunteers {
  /// Those proposed by the plan are asked where they are; the others take the free places, team by team.
  /// Gives the number of people newly asked.
  @discardableResult
  public static func run(
    _ chosen: [VolunteerID], for id: OccurrenceID, in context: ActionContext
  ) async throws(ActionError) -> Int {
    try context.require(.planCampaigns)
    guard !chosen.isEmpty else { throw .field("ask", "Choose at least one person to ask.") }
    let view = try await ShowShift.run(id, in: context)
    let found = try places(for: chosen, in: view)
    let (now, by) = (context.now, context.principal.name)
    try await context.write { (tx) throws(StoreError) in
      let office = try tx.office()
      for (volunteer, occurrence) in found {
        try tx.assign(volunteer, to: occurrence.id, status: .asked, at: now)
        let end = LocalDateTime(date: occurrence.date + LinkVolunteer.days + 1, time: TimeOfDay(minutes: 0))
        try tx.extendVolunteerLinks(of: volunteer, to: office.instant(of: end), at: now)
        try tx.audit("ask volunteer", "shift \(occurrence.id)", by: by, at: now, detail: "volunteer \(volunteer)")
      }
    }
    return found.count
  }

  /// Who has been proposed and not asked yet.
  public static func proposed(in view: ShiftView) -> [VolunteerID] {
    view.people.filter { $0.status == .proposed }.map(\.id)
  }

  private static func places(
    for chosen: [VolunteerID], in view: ShiftView
  ) throws(ActionError) -> [(VolunteerID, Occurrence)] {
    var free = view.teams.flatMap { team in Array(repeating: team.occurrence, count: team.free) }
    var places: [(VolunteerID, Occurrence)] = []
    for volunteer in chosen where !places.contains(where: { $0.0 == volunteer }) {
      if let team = view.teams.first(where: { team in team.people.contains { $0.id == volunteer } }),
        let person = team.people.first(where: { $0.id == volunteer })
      {
        if person.status == .proposed { places.append((volunteer, team.occurrence)) }
        continue
      }
      guard view.offers.contains(where: { $0.volunteer.id == volunteer }) else {
        throw .field("ask", "One of these people is not free for this shift any more. Look at the list again.")
      }
      guard !free.isEmpty else {
        throw .field("ask", "Every place of this shift is taken by somebody who was asked. Ask fewer people.")
      }
      places.append((volunteer, free.removeFirst()))
    }
    return places
  }
}
