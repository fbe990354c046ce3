import Domain

/// Answers a rule over everybody at once. People are kept by column, sorted by place, so that a place is one range of
/// positions and a yes/no fact is a row of bits. Built once from the people on record; asking changes nothing.
public struct PeopleIndex: Sendable {
  struct PlaceRun {
    var place: Place.Code
    var positions: Range<Int>
  }

  let ids: [CitizenID]
  /// Sorted by code; people without a place stand after the last run.
  let runs: [PlaceRun]
  let households: CodedColumn<HouseholdID>
  let facts: [Fact: Answers]
  let ways: [ContactWay: Bitset]
  let female: Answers
  let birthYears: CodedColumn<Int>
  let languages: CodedColumn<String>
  let lastReached: CodedColumn<LocalDate>
  let attributes: [String: CodedColumn<AttributeValue>]

  public var count: Int { ids.count }

  public init(_ people: [Person]) {
    let order = Self.byPlace(people)
    ids = order.map { people[$0].citizen.id }
    runs = Self.runs(order.map { people[$0].citizen.village })
    func coded<Value>(_ value: (Person) -> Value?) -> CodedColumn<Value> {
      var filling = CodedColumn<Value>.Filling(count: people.count)
      for (position, index) in order.enumerated() { filling.set(position, value(people[index])) }
      return filling.column
    }
    func answers(_ truth: (Person) -> Truth) -> Answers {
      var answers = Answers(count: people.count)
      for (position, index) in order.enumerated() { answers.set(position, truth(people[index])) }
      return answers
    }
    households = coded { $0.citizen.household }
    birthYears = coded { $0.citizen.birthYear }
    languages = coded { $0.citizen.language }
    lastReached = coded { $0.lastReached }
    female = answers { Truth($0.citizen.sex.map { $0 == .female }) }
    facts = Dictionary(
      uniqueKeysWithValues: Fact.allCases.map { fact in (fact, answers { Truth(fact.value(in: $0.citizen.facts)) }) })
    ways = Dictionary(
      uniqueKeysWithValues: ContactWay.allCases.map { way in (way, answers { Truth($0.has(way)) }.yes) })
    let headers = people.reduce(into: Set<String>()) { $0.formUnion($1.citizen.attributes.keys) }
    attributes = Dictionary(
      uniqueKeysWithValues: headers.map { header in (header, coded { $0.citizen.attributes[header] }) })
  }

  /// Positions of the people in order of their places, those without one last.
  private static func byPlace(_ people: [Person]) -> [Int] {
    let keys = people.map { $0.citizen.village?.text ?? "~" }
    return people.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  private static func runs(_ villages: [Place.Code?]) -> [PlaceRun] {
    var runs: [PlaceRun] = []
    for (position, village) in villages.enumerated() {
      guard let village else { break }
      if runs.last?.place == village {
        runs[runs.count - 1].positions = runs[runs.count - 1].positions.lowerBound..<position + 1
      } else {
        runs.append(PlaceRun(place: village, positions: position..<position + 1))
      }
    }
    return runs
  }

  /// Who the rule selects.
  /// - Parameter year: the calendar year that ages are counted in.
  public func select(_ expression: SegmentExpression, year: Int) -> Selection {
    Selection(index: self, chosen: answers(expression, year).yes, year: year)
  }

  /// How many are left after each line of the rule, as the page of an audience shows them: the parts of an `and` one
  /// by one, anything else as one line.
  public func steps(_ expression: SegmentExpression, year: Int) -> [(line: SegmentExpression, left: Int)] {
    var left = Bitset(count: count, filled: true)
    return expression.lines.map { line in
      left = left & answers(line, year).yes
      return (line, left.population)
    }
  }
}

extension SegmentExpression {
  /// The parts that must all hold: those of an `and`, or the whole.
  public var lines: [SegmentExpression] {
    if case .and(let parts) = self { return parts }
    return [self]
  }
}
