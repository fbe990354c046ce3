import Domain

/// A rule made ready to be asked about one person after another. For counts over everybody see ``PeopleIndex``.
public struct Matcher: Sendable {
  private typealias Question = @Sendable (Person) -> Truth

  private let question: Question

  /// - Parameter year: the calendar year that ages are counted in.
  public init(_ expression: SegmentExpression, year: Int) { question = Self.compile(expression, year) }

  public func truth(_ person: Person) -> Truth { question(person) }

  /// Only a plain yes selects.
  public func selects(_ person: Person) -> Bool { question(person) == .yes }

  private static func compile(_ expression: SegmentExpression, _ year: Int) -> Question {
    switch expression {
    case .everyone: return { _ in .yes }
    case .and(let parts):
      let questions = parts.map { compile($0, year) }
      return { person in questions.reduce(.yes) { $0 && $1(person) } }
    case .or(let parts):
      let questions = parts.map { compile($0, year) }
      return { person in questions.reduce(.no) { $0 || $1(person) } }
    case .not(let inner):
      let question = compile(inner, year)
      return { !question($0) }
    case .unknown(let column): return { Truth(!isRecorded(column, $0.citizen)) }
    case .has(let way): return { Truth($0.has(way)) }
    case .reached(let day): return { Truth($0.lastReached.map { $0 >= day } ?? false) }
    default: return column(expression, year)
    }
  }

  private static func column(_ expression: SegmentExpression, _ year: Int) -> Question {
    switch expression {
    case .fact(let fact): return { Truth(fact.value(in: $0.citizen.facts)) }
    case .sex(let sex): return { Truth($0.citizen.sex.map { $0 == sex }) }
    case .age(let test): return { Truth($0.citizen.age(in: year).map { test.holds(Double($0)) }) }
    case .language(let codes): return { Truth($0.citizen.language.map { codes.contains($0) }) }
    case .place(let places): return { $0.citizen.village?.lies(in: places) ?? .unknown }
    case .attribute(let header, let test):
      return { $0.citizen.attributes[header].map { test.truth(of: $0) } ?? .unknown }
    default: preconditionFailure("compile(_:_:) answers the rest")
    }
  }

  private static func isRecorded(_ column: SegmentColumn, _ citizen: Citizen) -> Bool {
    switch column {
    case .fact(let fact): fact.value(in: citizen.facts) != nil
    case .sex: citizen.sex != nil
    case .age: citizen.birthYear != nil
    case .language: citizen.language != nil
    case .place: citizen.village != nil
    case .attribute(let header): citizen.attributes[header] != nil
    }
  }
}
