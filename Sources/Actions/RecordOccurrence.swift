public import Domain
public import Secrets
import Storage

/// Writes down what happened at an occurrence, and what it cost; the occurrence counts as held.
public enum RecordOccurrence {
  /// What does not fit in a record, each with the field at fault. The pages have the sentences.
  public enum Problem: Error, Sendable, Equatable {
    /// A group cannot be larger than all who came.
    case groupOverTotal(Group, Int, total: Int)
    /// Groups were counted but not the participants.
    case groupWithoutTotal(Group)
    case answeredOverAsked(Int, asked: Int)
    case answeredWithoutAsked
  }

  /// What was paid for it.
  public struct Payment: Sendable {
    /// Made with the form: the same form sent twice is one payment.
    public var id: String
    public var line: String
    public var amount: Money
    public var receipt: String?

    public init(id: String = Token.randomID(), line: String, amount: Money, receipt: String?) {
      self.id = id
      self.line = line
      self.amount = amount
      self.receipt = receipt
    }
  }

  /// Everything wrong with the record's sums; empty means nothing.
  public static func problems(_ record: OccurrenceRecord) -> [Problem] {
    var found: [Problem] = Group.allCases.compactMap { group in
      guard let count = record.groups[group] else { return nil }
      guard let total = record.participants else { return .groupWithoutTotal(group) }
      return count > total ? .groupOverTotal(group, count, total: total) : nil
    }
    if let answered = record.questionsAnswered {
      guard let asked = record.questionsAsked else { return found + [.answeredWithoutAsked] }
      if answered > asked { found.append(.answeredOverAsked(answered, asked: asked)) }
    }
    return found
  }

  /// A second record replaces the first; each payment is added to those before. Throws ``ActionError/refused(_:)`` for
  /// an occurrence that has not begun or was called off.
  public static func run(
    _ record: OccurrenceRecord, paying payment: Payment?, of campaign: CampaignID, in context: ActionContext
  ) async throws(ActionError) {
    try context.require(.recordResults)
    let view = try await ShowOccurrence.run(record.occurrence, of: campaign, in: context)
    guard problems(record).isEmpty else { throw .refused("The numbers of the record do not fit together.") }
    guard view.card.occurrence.date <= view.today else {
      throw .refused("This has not taken place yet; it is planned for \(view.card.occurrence.date).")
    }
    guard view.card.occurrence.status != .cancelled else { throw .refused("This was called off; nothing happened.") }
    let (now, by) = (context.now, context.principal.name)
    let cost = payment.map { Self.entry($0, view) }
    let paid = cost.map { ", \($0.amount.text) under \($0.line)" } ?? ""
    let detail = "\(record.occurrence)\(paid)"
    try await context.write { (tx) throws(StoreError) in
      try tx.put(record, at: now)
      try tx.setStatus(.held, of: record.occurrence)
      if let cost { try tx.put(cost) }
      try tx.audit("record", "campaign \(campaign)", by: by, at: now, detail: detail)
    }
  }

  private static func entry(_ payment: Payment, _ view: OccurrenceView) -> Cost {
    var cost = Cost(
      id: payment.id, campaign: view.campaign.id, line: payment.line, amount: payment.amount,
      date: view.card.occurrence.date)
    cost.activity = view.activity.id
    cost.occurrence = view.card.id
    cost.district = view.card.occurrence.place?.ancestor(.district)
    cost.receipt = payment.receipt
    return cost
  }
}
