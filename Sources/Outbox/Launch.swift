import Channels
public import Domain
import Secrets
public import Storage
import Targeting

/// Works out what launching a campaign would do. Reads one unchanging view of the store and writes nothing.
public struct Launch: Sendable {
  let campaign: Campaign
  let revision: Int
  let now: Instant
  let desk: ChannelDesk

  public init(_ campaign: Revised<Campaign>, at now: Instant, desk: ChannelDesk) {
    (self.campaign, revision) = (campaign.value, campaign.revision)
    self.now = now
    self.desk = desk
  }

  public func plan(_ tx: Transaction) throws(StoreError) -> Result<LaunchPlan, LaunchFault> {
    let rules = try SendingRules(tx, adapter: desk.adapter)
    var plan = LaunchPlan(campaign: campaign.id, revision: revision, preview: LaunchPreview())
    var faults: [String] = []
    var tasks: [MessageTask] = []
    let desk = try AddressDesk(tx, rules, campaign, at: now)
    for activity in campaign.activities where activity.kind.isMessage {
      switch try MessageTask.make(activity, of: campaign, desk, tx) {
      case .success(let task): tasks.append(task)
      case .failure(let fault): faults += fault.reasons
      }
    }
    if faults.isEmpty {
      for task in tasks { faults += try address(task, desk, rules, &plan, tx) }
    }
    guard faults.isEmpty else { return .failure(LaunchFault(reasons: faults)) }
    total(&plan, rules)
    return .success(plan)
  }

  /// Goes through the audience of one activity; the reasons why it cannot be.
  private func address(
    _ task: MessageTask, _ desk: AddressDesk, _ rules: SendingRules, _ plan: inout LaunchPlan, _ tx: Transaction
  ) throws(StoreError) -> [String] {
    var part = LaunchPreview.OfActivity(task.activity.id, task.channel.id)
    var writer = MessageWriter(task: task, campaign: campaign, rules: rules, now: now, secret: try tx.deliverySecret())
    var strangers = 0
    var taken: Set<Address> = []
    for person in desk.people where task.selects(person) {
      switch try desk.addressed(person, task, taken, tx) {
      case .failure(let passed):
        plan.pass(person.citizen.id, task.activity.id, passed.reason, &part)
      case .success(let address):
        guard let message = writer.write(to: person.citizen, address) else {
          plan.pass(person.citizen.id, task.activity.id, writer.objection ?? .noText, &part)
          continue
        }
        if !task.offersOptOut(message.message.language), try !tx.hasBeenReached(address) { strangers += 1 }
        taken.insert(address)
        plan.messages.append(message)
        part.note(message.message, rules.zone)
      }
    }
    plan.preview.activities.append(part)
    var faults = writer.faults
    if strangers > 0 {
      faults.append(
        "The text of activity \(task.activity.id) does not say how to stop, and \(strangers) of its receivers have "
          + "never had a message from this office. Put {stop} into it.")
    }
    return faults
  }

  private func total(_ plan: inout LaunchPlan, _ rules: SendingRules) {
    plan.preview.recipients = plan.messages.count
    plan.preview.parts = plan.preview.activities.map(\.parts).reduce(0, +)
    var cost: [Currency: Money] = [:]
    for price in plan.messages.compactMap(\.message.price) {
      cost[price.currency, default: .zero(price.currency)] += price
    }
    plan.preview.cost = Currency.allCases.compactMap { cost[$0]?.text }
    plan.preview.finishes = FinishingTime(rules: rules, campaign: campaign.id, now: now).of(plan.messages)
      .map { rules.zone.local($0).description }
  }
}

extension LaunchPlan {
  fileprivate mutating func pass(
    _ citizen: CitizenID, _ activity: ActivityID, _ reason: SkipReason, _ part: inout LaunchPreview.OfActivity
  ) {
    leftOut.append(Passed(citizen: citizen, activity: activity, reason: reason))
    preview.leftOut[reason.rawValue, default: 0] += 1
    part.leftOut[reason.rawValue, default: 0] += 1
  }
}

extension LaunchPreview.OfActivity {
  fileprivate mutating func note(_ message: Message, _ zone: OfficeZone) {
    recipients += 1
    parts += message.parts
    let start = zone.local(message.notBefore).description
    starts = starts.map { min($0, start) } ?? start
    let language = message.language.rawValue
    if message.text.utf16.count > samples[language]?.utf16.count ?? 0 { samples[language] = message.text }
  }
}
