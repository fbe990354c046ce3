import Actions
import Domain
import Foundation
import Storage

/// One call of a command: its words and options, and the doors it may open.
struct Invocation: Sendable {
  let words: [String]
  private let values: [String: String]
  private let switches: Set<String>
  private let environment: [String: String]

  init(_ arguments: Arguments, environment: [String: String]) {
    words = arguments.words
    values = arguments.values
    switches = arguments.switches
    self.environment = environment
  }

  func value(_ option: String) -> String? { values[option] }
  func has(_ option: String) -> Bool { switches.contains(option) }
  var wantsJSON: Bool { has("--json") }

  /// A whole number of an option, or nil when it is not given.
  func number(_ option: String, in range: ClosedRange<Int>) throws(CommandFailure) -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .usage("\(option) takes a whole number from \(range.lowerBound) to \(range.upperBound), not “\(text)”.")
    }
    return number
  }

  /// A number of seconds with decimals, or nil when it is not given.
  func seconds(_ option: String) throws(CommandFailure) -> Double? {
    guard let text = value(option) else { return nil }
    guard let seconds = Double(text), seconds >= 0, seconds.isFinite else {
      throw .usage("\(option) takes seconds, such as 10 or 2.5, not “\(text)”.")
    }
    return seconds
  }

  /// Where the store lies.
  func location() throws(CommandFailure) -> StoreLocation {
    let url = value("--database") ?? environment["OUTREACH_DATABASE"] ?? "sqlite:var/outreach.sqlite"
    guard var location = StoreLocation(url: url, key: value("--key") ?? environment["OUTREACH_KEY"]) else {
      throw .usage("--database takes sqlite:PATH, not “\(url)”.")
    }
    if let patience = try patience() { location.patience = patience }
    return location
  }

  /// How long a write waits for other programs; nil: as long as the store thinks right.
  private func patience() throws(CommandFailure) -> Double? {
    if let seconds = try seconds("--wait") { return seconds }
    guard let text = environment["OUTREACH_WAIT"] else { return nil }
    guard let seconds = Double(text), seconds >= 0, seconds.isFinite else {
      throw .usage("OUTREACH_WAIT takes seconds, such as 10 or 2.5, not “\(text)”.")
    }
    return seconds
  }

  /// Opens the store as the person at the command line, creating an empty one if it is missing.
  func context() async throws -> ActionContext {
    let user = environment["USER"] ?? environment["LOGNAME"] ?? "unknown"
    return try await workplace().context(for: Principal(name: "cli:\(user)", role: nil))
  }

  func workplace() async throws -> Workplace {
    Workplace(store: try await Store(try location()), adapters: Adapters.fields)
  }

  /// Prints one line of the result.
  func say(_ line: String) throws(CommandFailure) { try send(Array((line + "\n").utf8)) }

  /// Prints lines of the result at once.
  func say(lines: [String]) throws(CommandFailure) {
    if !lines.isEmpty { try say(lines.joined(separator: "\n")) }
  }

  /// Prints a result that is a file. One that cannot be written whole is no success.
  func send(_ bytes: [UInt8]) throws(CommandFailure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw CommandFailure(.couldNotBeDone, "The result cannot be written. Free some space where it goes.")
    }
  }

  /// Ends a command that changed something. It was done, whether or not the sentence finds its reader.
  func conclude(_ sentence: String, _ facts: some Encodable) -> ExitCode {
    if wantsJSON { try? sayJSON(facts) } else { try? say(sentence) }
    return .done
  }

  /// Tells people something beside the result.
  func note(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  /// Prints a value as JSON, keys in order.
  func sayJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try say(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
