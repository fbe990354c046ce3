public import Domain
import Foundation
import Storage
import Targeting

/// The people whom a rule selects, as the page of a group shows them.
public struct AudienceView: Sendable {
  /// One line of the rule in words, how many are left after it, and how many it took away.
  public struct Step: Sendable, Equatable {
    public var sentence: String
    public var left: Int
    public var removed: Int
  }

  public struct GroupCount: Sendable, Equatable {
    public var group: Group
    public var people: Int
    public var notRecorded: Int
  }

  /// One of the people, by whom somebody checks that the rule means what it should.
  public struct Example: Sendable, Equatable {
    public var name: LocalizedText
    public var commune: LocalizedText?
    /// "012 ••• 418"; nil: no phone on record.
    public var hiddenPhone: String?
    public var owns: [Possession]
  }

  public enum Possession: Sendable, CaseIterable {
    case motorbike, house, business

    func isOwned(_ facts: PersonFacts) -> Bool {
      switch self {
      case .motorbike: facts.ownsMotorbike == true
      case .house: facts.ownsHouse == true
      case .business: facts.ownsBusiness == true
      }
    }
  }

  /// Everybody on record.
  public var everyone = 0
  public var steps: [Step] = []
  public var people = 0
  public var households = 0
  public var phone = 0
  public var telegram = 0
  public var email = 0
  /// Only their door is known.
  public var doorOnly = 0
  public var groups: [GroupCount] = []
  /// Five of them by chance, others every time.
  public var examples: [Example] = []
}

public enum ShowAudience {
  /// - Parameter rule: an expression, not the id of a segment.
  public static func run(
    _ rule: String, in language: Language, _ context: ActionContext
  ) async throws(ActionError) -> AudienceView {
    try context.require(.planCampaigns)
    let (index, vocabulary) = try await context.audience.current(context)
    let office = try await context.read { (tx) throws(StoreError) in try tx.office() }
    let year = context.today(office).year
    let expression: SegmentExpression
    do throws(SegmentSyntaxError) {
      expression = try SegmentParser(vocabulary).parse(rule)
    } catch {
      throw .field("where", "\(error)")
    }
    let selection = index.select(expression, year: year)
    var view = AudienceView()
    view.everyone = index.count
    let sentences = SegmentSentences(vocabulary, in: language)
    var before = index.count
    for (line, left) in index.steps(expression, year: year) {
      view.steps.append(
        .init(sentence: sentences.lines(line).joined(separator: " "), left: left, removed: before - left))
      before = left
    }
    (view.people, view.households, view.doorOnly) = (selection.people, selection.households, selection.doorOnly)
    let ways = selection.ways
    (view.phone, view.telegram, view.email) = (ways[.phone] ?? 0, ways[.telegram] ?? 0, ways[.email] ?? 0)
    let groups = selection.groups
    view.groups = Group.allCases.map { group in
      .init(group: group, people: groups[group]?.people ?? 0, notRecorded: groups[group]?.notRecorded ?? 0)
    }
    view.examples = try await examples(of: selection, context)
    return view
  }

  private static let exampleCount = 5

  private static func examples(
    of selection: Selection, _ context: ActionContext
  ) async throws(ActionError) -> [AudienceView.Example] {
    guard context.principal.may(.seePeople) else { return [] }
    let ids = selection.ids
    var chosen: Set<CitizenID> = []
    for _ in 0..<exampleCount { if let id = ids.randomElement() { chosen.insert(id) } }
    let (wanted, area) = (chosen.sorted { $0.text < $1.text }, context.principal.area)
    return try await context.read { (tx) throws(StoreError) in
      var examples: [AudienceView.Example] = []
      for id in wanted {
        guard let citizen = try tx.citizen(id)?.citizen else { continue }
        if let area, citizen.village.map({ !area.contains($0) }) ?? true { continue }
        let commune = try citizen.village?.ancestor(.commune).flatMap { (code) throws(StoreError) in try tx.place(code) }
        examples.append(
          .init(
            name: citizen.name, commune: commune?.name, hiddenPhone: citizen.phone.map { hidden($0.e164) },
            owns: AudienceView.Possession.allCases.filter { $0.isOwned(citizen.facts) }))
      }
      return examples
    }
  }

  /// The operator's digits and the last three, as people know their own number again.
  private static func hidden(_ e164: String) -> String {
    let digits = e164.hasPrefix("+855") ? "0" + e164.dropFirst(4) : e164
    return "\(digits.prefix(3)) ••• \(digits.suffix(3))"
  }

  /// How many people asked to stop. Their numbers are nobody's business but the dispatcher's.
  public static func stopped(in context: ActionContext) async throws(ActionError) -> Int {
    try context.require(.planCampaigns)
    return try await context.read { (tx) throws(StoreError) in try tx.citizensWhoOptedOut().count }
  }

  /// An id for a new group, made from its English name.
  public static func id(for name: LocalizedText) -> SegmentID {
    let words = (name.en ?? "").lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let id = String(words.joined(separator: "-").prefix(48))
    return SegmentID(id.isEmpty ? "group-\(UUID().uuidString.prefix(8).lowercased())" : id)
  }
}
