/// A column that keeps each different value once and a small number per person: years, languages, dates and
/// attributes have few values, so a question is asked once per value and looked up per person.
struct CodedColumn<Value: Hashable & Sendable>: Sendable {
  /// 0 is "not recorded".
  private var codes: [UInt32]
  private var values: [Value] = []

  init(count: Int) { codes = [UInt32](repeating: 0, count: count) }

  /// Collects a column while people are read in.
  struct Filling {
    private(set) var column: CodedColumn
    private var known: [Value: UInt32] = [:]

    init(count: Int) { column = CodedColumn(count: count) }

    mutating func set(_ index: Int, _ value: Value?) {
      guard let value else { return }
      if let code = known[value] {
        column.codes[index] = code
        return
      }
      column.values.append(value)
      let code = UInt32(column.values.count)
      known[value] = code
      column.codes[index] = code
    }
  }

  subscript(index: Int) -> Value? { codes[index] == 0 ? nil : values[Int(codes[index]) - 1] }

  /// Everybody's answer to a question about the value.
  func answers(missing: Truth = .unknown, _ question: (Value) -> Truth) -> Answers {
    let table = [missing] + values.map(question)
    var answers = Answers(count: codes.count)
    for index in codes.indices { answers.set(index, table[Int(codes[index])]) }
    return answers
  }

  /// How many different values the chosen people have; those without one are not counted.
  func distinct(in chosen: Bitset) -> Int { values(in: chosen).count }

  /// The different values of the chosen people.
  func values(in chosen: Bitset) -> Set<Value> {
    var seen = Bitset(count: values.count + 1)
    chosen.forEach { seen.insert(Int(codes[$0])) }
    return Set(values.indices.filter { seen[$0 + 1] }.map { values[$0] })
  }
}
