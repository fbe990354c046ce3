import Actions
import Domain

/// One waiting decision in words: a sentence, a detail line, and the button that leads to where it is decided.
struct TodaySentence {
  let item: TodayItem
  /// Who may only read is led to look, not to change.
  let mayPlan: Bool
  let t: Wording

  func todo(isFirst: Bool) -> TodoItem {
    let button = linkButton(t(actionName), to: address, isFirst ? .primary : .plain)
    return TodoItem(urgency, t(title), detail: t(detail), action: button)
  }

  private var urgency: TodoItem.Urgency {
    switch item.rank {
    case 1, 2: .urgent
    case 3, 4, 5: .attention
    default: .toDo
    }
  }

  private var title: Phrase {
    let what: Phrase = item.card.map { .occurrence($0) } ?? Phrase("\(item.campaignName)", "\(item.campaignName)")
    return switch item.matter {
    case .conflict(let conflict): .conflict(conflict, item.card)
    case .withoutVolunteer(let have, let need): .lacksVolunteers(what, item.date, have: have, need: need)
    case .unanswered(let count): .notAnswered(what, item.date, count)
    case .notAsked(let count): .notAsked(what, item.date, count)
    case .launchWaits: .launchWaits(item.campaignName)
    case .recordMissing: .recordMissing(what, item.date)
    case .overBudget(let line, let over): .lineOver(line ?? item.campaignName, over)
    case .planWaits: .planWaits(item.campaignName)
    case .heldBack(let left, _): .heldBack(item.campaignName, left)
    case .failing(let failed, let total): .failing(item.campaignName, failed, total)
    case .approvalWaits: .approvalWaits(item.campaignName)
    }
  }

  private var detail: Phrase {
    switch item.matter {
    case .recordMissing: .neededForCost
    case .planWaits: .proposalWaits
    case .launchWaits: .launchWaitsFrom(item.date)
    case .heldBack(_, "halt"): .haltedDetail
    case .heldBack(_, let words): Phrase("\(words)", "\(words)")
    default: Phrase("\(item.campaignName)", "\(item.campaignName)")
    }
  }

  private var actionName: Phrase {
    switch item.matter {
    case .conflict where item.card != nil && mayPlan: .chooseAnotherDay
    case .withoutVolunteer where mayPlan: .assignVolunteer
    case .recordMissing where mayPlan: .recordAttendance
    case .notAsked where mayPlan: .askVolunteers
    case .launchWaits: .checkAndLaunch
    case .conflict, .withoutVolunteer, .unanswered, .notAsked, .recordMissing: .open
    case .overBudget, .planWaits, .approvalWaits: .review
    case .heldBack, .failing: .openSending
    }
  }

  private var address: String {
    let campaign = "/campaigns/\(item.campaign)"
    guard let card = item.card else {
      return switch item.matter {
      case .heldBack, .failing: campaign + "/messages"
      case .approvalWaits, .launchWaits: campaign + "/launch"
      default: campaign
      }
    }
    return switch item.matter {
    case .conflict where mayPlan: card.address + "/move"
    case .withoutVolunteer where mayPlan, .unanswered where mayPlan, .notAsked where mayPlan: "/shifts/\(card.id)"
    case .recordMissing where mayPlan: card.address + "/record"
    default: card.address
    }
  }
}
