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

  /// Shifts of the next days that lack people, people who have not answered, and people nobody has asked.
  func teams() -> [TodayItem] {
    let soon = scene.occurrences.filter {
      $0.isOpen && $0.date >= scene.today && $0.date <= scene.today + TodayList.askDays
    }
    return shifts(soon).flatMap { shift -> [TodayItem] in
      guard let first = shift.first, let activity = scene.campaign.activity(first.activity) else { return [] }
      let team = activity.kind == .doorToDoor ? (activity.doors ?? DoorWork()).team : 0
      let need = max(activity.needs.volunteers, team) * shift.count
      let people = shift.flatMap(\.assignments)
      let have = people.count { $0.status.counts }
      let silent = people.count { $0.status == .asked }
      let unasked = people.count { $0.status == .proposed }
      var items: [TodayItem] = []
      if first.date <= scene.today + TodayList.teamDays {
        if have < need { items.append(item(.withoutVolunteer(have: have, need: need), first, first.date)) }
        if silent > 0 { items.append(item(.unanswered(silent), first, first.date)) }
      }
      if unasked > 0 { items.append(item(.notAsked(unasked), first, first.date)) }
      return items
    }
  }

  /// The teams that walk one place on one day are one shift, as its page shows them; everything else stands alone.
  private func shifts(_ occurrences: [Occurrence]) -> [[Occurrence]] {
    var shifts: [[Occurrence]] = []
    for one in occurrences {
      let isWalk = scene.activity(of: one)?.kind == .doorToDoor
      let position = shifts.firstIndex {
        isWalk && $0[0].activity == one.activity && $0[0].date == one.date && $0[0].place == one.place
      }
      if let position { shifts[position].append(one) } else { shifts.append([one]) }
    }
    return shifts
  }

  /// Messages that should leave within days although nobody has launched them.
  func launch(_ tx: Transaction) throws(StoreError) -> [TodayItem] {
    let campaign = scene.campaign
    guard campaign.to >= scene.today, campaign.activities.contains(where: \.kind.isMessage) else { return [] }
    let isPlanned = try tx.acceptedPlan(campaign.id) != nil
    guard isPlanned || campaign.isMessagesOnly, try tx.sendingState(campaign.id) == nil else { return [] }
    let days = scene.occurrences.filter { scene.activity(of: $0)?.kind.isMessage == true }.map(\.date)
    let first = days.min() ?? campaign.from
    guard first <= scene.today + TodayList.teamDays else { return [] }
    return [item(.launchWaits, nil, max(first, scene.today))]
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
