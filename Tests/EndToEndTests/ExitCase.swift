import Testing

/// One way in which one command can end.
struct ExitCase: Sendable, CustomTestStringConvertible {
  /// Where the command finds itself.
  enum World: Sendable {
    /// The small office.
    case office
    /// The database is a folder.
    case noStore
    /// What it prints goes to a full disk.
    case fullOutput
    /// The audit trail was tampered with.
    case tampered
  }

  let command: String
  let code: Int32
  /// What stands after the command's name.
  let words: [String]
  /// Part of what it says: on stdout when it is done, on stderr otherwise.
  let says: String
  var world = World.office
  /// Commands that come before.
  var before: [[String]] = []

  init(_ command: String, _ code: Int32, _ words: [String] = [], says: String) {
    (self.command, self.code, self.words, self.says) = (command, code, words, says)
  }

  func after(_ commands: [String]...) -> ExitCase {
    var one = self
    one.before = commands
    return one
  }

  func within(_ world: World) -> ExitCase {
    var one = self
    one.world = world
    return one
  }

  var line: [String] { command.split(separator: " ").map(String.init) + words }
  var testDescription: String { "\(code) \(line.joined(separator: " "))" }
}
