public import Domain
import Storage
public import Targeting

/// How many people a segment or an expression selects, and where they are.
public struct PeopleCount: Sendable {
  public struct Line: Sendable, Codable {
    public var key: String
    public var people: Int
  }

  public let people: Int
  public let households: Int
  public let by: [Line]
}

/// By what a count is divided.
public enum CountDivision: Sendable, Equatable {
  case place(Place.Level)
  case channel
}

/// Answers how many, at once.
public enum CountPeople {
  /// `words`: the id of a segment, or an expression.
  public static func run(
    _ words: String, by division: CountDivision?, in context: ActionContext
  ) async throws(ActionError) -> PeopleCount {
    let selection = try await select(words, in: context)
    let lines: [PeopleCount.Line] =
      switch division {
      case nil: []
      case .channel:
        ContactWay.allCases.map { PeopleCount.Line(key: $0.rawValue, people: selection.ways[$0] ?? 0) }
      case .place(let level):
        selection.counts(by: level).map { PeopleCount.Line(key: $0.place?.text ?? "unknown", people: $0.people) }
      }
    return PeopleCount(people: selection.people, households: selection.households, by: lines)
  }

  /// The people themselves, for pages that show more than counts.
  public static func select(_ words: String, in context: ActionContext) async throws(ActionError) -> Selection {
    let segment = try await context.read { (tx) throws(StoreError) in try tx.document(Segment.self, words) }
    let (index, vocabulary) = try await context.audience.current(context)
    let office = try await context.read { (tx) throws(StoreError) in try tx.office() }
    do throws(SegmentSyntaxError) {
      let expression = try SegmentParser(vocabulary).parse(segment?.rule ?? words)
      return index.select(expression, year: context.today(office).year)
    } catch {
      throw .field("where", "\(words): \(error)")
    }
  }
}
