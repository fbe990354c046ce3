import Actions
import Domain

extension Command {
  static let count = Command(
    "count", arguments: ("SEGMENT|'EXPRESSION'", 1...1),
    help: (
      "Says how many people a segment or an expression selects",
      """
      An expression joins facts with and, or, not: “owns_motorbike and place = 0203”. A fact that was never recorded
      selects nobody, neither by itself nor with not; “unknown owns_motorbike” does. docs/segments.md has the grammar.
      """
    ),
    options: [Option("--by", value: "WHAT", "divide by province, district, commune, village or channel")]
  ) { invocation in
    let division = try invocation.value("--by").map { text throws(CommandFailure) -> CountDivision in
      if text == "channel" { return .channel }
      guard let level = Place.Level(name: text) else {
        throw .usage("--by takes province, district, commune, village or channel, not “\(text)”.")
      }
      return .place(level)
    }
    let count = try await CountPeople.run(invocation.words[0], by: division, in: try await invocation.context())
    if invocation.wantsJSON {
      try invocation.sayJSON(CountAnswer(people: count.people, households: count.households, by: count.by))
      return .done
    }
    try invocation.say("\(count.people) people in \(count.households) households")
    try invocation.say(lines: TextTable(count.by.map { ["  \($0.key)", String($0.people)] }, numeric: [1]).lines())
    return .done
  }.endingAlso(.couldNotBeDone, .inputHasErrors)
}

/// The contract's JSON of a count.
private struct CountAnswer: Encodable {
  let people: Int
  let households: Int
  let by: [PeopleCount.Line]
}
