import Foundation

/// The words of one call, sorted: which command, its words, its options. Options stand before or after the words.
struct Arguments {
  let command: Command
  let words: [String]
  let values: [String: String]
  let switches: Set<String>

  /// Nil when no command is named, with the switches seen so far being `--help` or nothing.
  static func parse(_ arguments: [String], commands: [Command]) throws(CommandFailure) -> Arguments? {
    var reader = Reader(arguments)
    let raw = try reader.read(options: Command.common + commands.flatMap(\.options))
    guard let (command, rest) = match(raw.words, commands) else {
      if raw.words.isEmpty { return nil }
      let known = commands.map(\.name)
      let typed = raw.words.prefix(2).joined(separator: " ")
      throw .usage(
        "There is no command “\(raw.words[0])”.\(suggestion(typed, raw.words[0], known)) See: outreach --help")
    }
    let allowed = Set((Command.common + command.options).map(\.name))
    if let stranger = (raw.switches.union(raw.values.keys)).subtracting(allowed).sorted().first {
      let nearest = allowed.min { distance($0, stranger) < distance($1, stranger) } ?? "--help"
      throw .usage("outreach \(command.name) has no option \(stranger); did you mean \(nearest)?")
    }
    if !raw.switches.contains("--help"), !command.argumentCount.contains(rest.count) {
      throw .usage("Wrong number of words. Usage: \(Help.usage(of: command))")
    }
    return Arguments(command: command, words: rest, values: raw.values, switches: raw.switches)
  }

  /// Commands of two words win over those of one.
  private static func match(_ words: [String], _ commands: [Command]) -> (Command, [String])? {
    for length in [2, 1] where words.count >= length {
      let name = words.prefix(length).joined(separator: " ")
      if let command = commands.first(where: { $0.name == name }) { return (command, Array(words.dropFirst(length))) }
    }
    return nil
  }

  private static func suggestion(_ two: String, _ one: String, _ known: [String]) -> String {
    let nearest = known.min { min(distance($0, one), distance($0, two)) < min(distance($1, one), distance($1, two)) }
    guard let nearest, min(distance(nearest, one), distance(nearest, two)) <= 3 else { return "" }
    return " Did you mean “\(nearest)”?"
  }

  /// Levenshtein distance, for suggestions.
  static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }

  /// Splits words from options without knowing the command yet.
  private struct Reader {
    var rest: ArraySlice<String>

    init(_ arguments: [String]) { rest = arguments[...] }

    mutating func read(
      options: [Command.Option]
    ) throws(CommandFailure) -> (words: [String], values: [String: String], switches: Set<String>) {
      var words: [String] = []
      var values: [String: String] = [:]
      var switches: Set<String> = []
      while let word = rest.popFirst() {
        if word == "--" {
          words += rest
          break
        }
        guard word.hasPrefix("-"), word != "-" else {
          words.append(word)
          continue
        }
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts[0] == "-h" ? "--help" : parts[0]
        guard let option = options.first(where: { $0.name == name }) else {
          let nearest = options.map(\.name).min { distance($0, name) < distance($1, name) } ?? "--help"
          throw .usage("There is no option \(name); did you mean \(nearest)?")
        }
        if let placeholder = option.value {
          guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
            throw .usage("\(name) needs a value: \(name) \(placeholder)")
          }
          guard values.updateValue(value, forKey: name) == nil else { throw .usage("\(name) was given twice.") }
        } else {
          guard parts.count == 1 else { throw .usage("\(name) takes no value.") }
          switches.insert(name)
        }
      }
      return (words, values, switches)
    }
  }
}
