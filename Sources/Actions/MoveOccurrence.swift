public import Domain
import Storage

/// Moves one occurrence to another day or hour, by hand.
public enum MoveOccurrence {
  /// What moving would lead to, before anything is moved.
  public struct Preview: Sendable {
    public var view: OccurrenceView
    /// Conflicts of this occurrence on the new day.
    public var breaks: [Conflict]
    /// People of the team who are not free then.
    public var unavailable: [LocalizedText]
  }

  /// Looks ahead; changes nothing. Throws ``ActionError/field(_:_:)`` for a day that is past, and
  /// ``ActionError/refused(_:)`` for what was held or called off.
  public static func preview(
    _ id: OccurrenceID, to moment: LocalDateTime, of campaign: CampaignID, in context: ActionContext
  ) async throws(ActionError) -> Preview {
    try context.require(.planCampaigns)
    let now = context.now
    let found = try await context.read { (tx) throws(StoreError) -> Preview? in
      guard let view = try tx.occurrenceView(id, of: campaign, at: now) else { return nil }
      var scene = try CampaignScene(view.campaign, today: view.today, in: tx)
      guard let index = scene.occurrences.firstIndex(where: { $0.id == id }) else { return nil }
      scene.occurrences[index].date = moment.date
      scene.occurrences[index].start = moment.time
      let moved = scene.occurrences[index]
      let breaks = ConflictFinder(scene: scene).conflicts().filter { $0.concerns(id) }
      let unavailable = moved.assignments.filter(\.status.counts).compactMap { scene.volunteers[$0.volunteer] }
        .filter { !$0.availability.isFree(on: moved.date, from: moved.start, to: moved.end) }.map(\.name)
      return Preview(view: view, breaks: breaks, unavailable: unavailable)
    }
    guard let found else { throw .notFound("activity “\(id)” in the campaign “\(campaign)”") }
    guard found.view.card.occurrence.isOpen else {
      throw .refused("It was held or called off already, so it cannot be moved.")
    }
    guard moment.date >= found.view.today else {
      throw .field("date", "The day \(moment.date) is past; choose today or a later day.")
    }
    return found
  }

  /// People who confirmed keep their places; whether they can come then, they are to be asked again by the coordinator.
  public static func run(
    _ id: OccurrenceID, to moment: LocalDateTime, of campaign: CampaignID, in context: ActionContext
  ) async throws(ActionError) {
    let before = try await preview(id, to: moment, of: campaign, in: context).view.card.occurrence
    let (now, by) = (context.now, context.principal.name)
    try await context.write { (tx) throws(StoreError) in
      try tx.move(id, to: moment)
      // A day chosen by a person is kept by the next plan.
      try tx.setStatus(.confirmed, of: id)
      let detail = "\(id) from \(before.date) \(before.start) to \(moment.date) \(moment.time)"
      try tx.audit("move", "campaign \(campaign)", by: by, at: now, detail: detail)
    }
  }
}
