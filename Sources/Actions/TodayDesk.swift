import Domain
import Storage

/// Finds what waits in one campaign.
struct TodayDesk {
  let scene: CampaignScene
  let naming: OccurrenceNaming
  let now: LocalDateTime

  func conflicts() -> [TodayItem] {
    ConflictFinder(scene: scene).conflicts().compactMap { conflict in
      guard conflict.severity == .blocksLaunch, let date = conflict.date, date <= scene.today + TodayList.conflictDays
      else { return nil }
      // A team that is not complete is told as such, nearer to its day.
      if case .tooFewVolunteers = conflict.cause { return nil }
      let occurrence = scene.occurrences.first { $0.id == conflict.occurrence }
      return item(.conflict(conflict), occurrence, date)
    }
  }

  /// Shifts of the next days that lack people, and people who have not answered.
  func teams() -> [TodayItem] {
    let soon = scene.occurrences.filter {
      $0.isOpen && $0.date >= scene.today && $0.date <= scene.today + TodayList.teamDays
    }
    return soon.flatMap { occurrence -> [TodayItem] in
      guard let activity = scene.campaign.activity(occurrence.activity) else { return [] }
      let team = activity.kind == .doorToDoor ? (activity.doors ?? DoorWork()).team : 0
      let need = max(activity.needs.volunteers, team)
      let have = occurrence.assignments.count { $0.status.counts }
      let silent = occurrence.assignments.count { $0.status == .asked }
      var items: [TodayItem] = []
      if have < need { items.append(item(.withoutVolunteer(have: have, need: need), occurrence, occurrence.date)) }
      if silent > 0 { items.append(item(.unanswered(silent), occurrence, occurrence.date)) }
      return items
    }
  }

  /// Events that are over and of which nothing is written down. What doors and messages came to is known already.
  func records() -> [TodayItem] {
    let past = scene.occurrences.filter { occurrence in
      guard let kind = scene.activity(of: occurrence)?.kind, kind != .doorToDoor, !kind.isMessage else { return false }
      let isOver = LocalDateTime(date: occurrence.date, time: occurrence.end) < now
      return isOver && occurrence.status != .cancelled && occurrence.date >= scene.today - TodayList.recordDays
        && !naming.recorded.contains(occurrence.id)
    }
    return past.map { item(.recordMissing, $0, $0.date) }
  }

  /// Only money that is gone: a plan that costs too much is a conflict of the plan.
  func money() -> [TodayItem] {
    guard scene.campaign.budget != nil else { return [] }
    return BudgetLines(scene).lines.compactMap { line in
      guard let limit = line.limit, line.spent.minor > limit.minor else { return nil }
      let name = line.name ?? LocalizedText(en: line.id)
      return item(.overBudget(line: name, by: line.spent - limit), nil, scene.today)
    }
  }

  /// Sending that stopped by itself, and sending that fails more often than one in ten.
  func sending(_ tx: Transaction) throws(StoreError) -> [TodayItem] {
    let switches = try SendingSwitches(scene.campaign, tx)
    guard switches.state == .running else { return [] }
    var counts: [Delivery.State: Int] = [:]
    for one in try tx.messageCounts(scene.campaign.id) { counts[one.state, default: 0] += one.count }
    let tally = SendingTally(counts)
    var items: [TodayItem] = []
    if tally.waiting > 0, let words = switches.isHalted ? "halt" : switches.heldBack.values.min() {
      items.append(item(.heldBack(left: tally.waiting, words: words), nil, scene.today))
    }
    if tally.failed >= 20, tally.failed * 10 > tally.recipients {
      items.append(item(.failing(failed: tally.failed, of: tally.recipients), nil, scene.today))
    }
    return items
  }

  func planWaits() -> TodayItem { item(.planWaits, nil, max(scene.today, scene.campaign.from)) }

  private func item(_ matter: TodayItem.Matter, _ occurrence: Occurrence?, _ date: LocalDate) -> TodayItem {
    TodayItem(
      matter: matter, campaign: scene.campaign.id, campaignName: scene.campaign.name,
      card: occurrence.flatMap(naming.card), date: date)
  }
}
