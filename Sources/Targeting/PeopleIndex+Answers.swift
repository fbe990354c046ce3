import Domain

extension PeopleIndex {
  /// Everybody's answer to the rule: each node of it is one pass over whole words of bits.
  func answers(_ expression: SegmentExpression, _ year: Int) -> Answers {
    switch expression {
    case .everyone: Answers(yes: Bitset(count: count, filled: true))
    case .and(let parts): parts.dropFirst().reduce(answers(parts[0], year)) { $0 && answers($1, year) }
    case .or(let parts): parts.dropFirst().reduce(answers(parts[0], year)) { $0 || answers($1, year) }
    case .not(let inner): !answers(inner, year)
    case .unknown(let column): Answers(yes: notRecorded(column))
    case .fact(let fact): facts[fact]!
    case .has(let way): Answers(yes: ways[way]!)
    case .reached(let day): lastReached.answers(missing: .no) { Truth($0 >= day) }
    case .sex(let sex): sex == .female ? female : !female
    case .age(let test): birthYears.answers { Truth(test.holds(Double(year - $0))) }
    case .language(let codes): languages.answers { Truth(codes.contains($0)) }
    case .place(let places): answers(places)
    case .attribute(let header, let test):
      attributes[header]?.answers { test.truth(of: $0) } ?? Answers(count: count)
    }
  }

  private func answers(_ places: [Place.Code]) -> Answers {
    var answers = Answers(count: count)
    for run in runs { answers.set(run.positions, run.place.lies(in: places)) }
    return answers
  }

  private func notRecorded(_ column: SegmentColumn) -> Bitset {
    switch column {
    case .fact(let fact): return facts[fact]!.unknown
    case .sex: return female.unknown
    case .age: return birthYears.answers { _ in .yes }.unknown
    case .language: return languages.answers { _ in .yes }.unknown
    case .place:
      var nowhere = Bitset(count: count)
      nowhere.insert((runs.last?.positions.upperBound ?? 0)..<count)
      return nowhere
    case .attribute(let header):
      return attributes[header]?.answers { _ in .yes }.unknown ?? Bitset(count: count, filled: true)
    }
  }
}
