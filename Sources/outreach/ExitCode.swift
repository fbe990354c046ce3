/// What the shell is told; part of the public contract.
enum ExitCode: Int32, CaseIterable, Comparable {
  case done = 0
  case couldNotBeDone = 1
  case wrongUsage = 2
  /// The input has errors and nothing was changed.
  case inputHasErrors = 3
  case storeUnreachable = 4
  case conflict = 5

  /// As the help says it.
  var words: String {
    switch self {
    case .done: "done"
    case .couldNotBeDone: "could not be done, with the reason"
    case .wrongUsage: "wrong usage"
    case .inputHasErrors: "the input has errors and nothing was changed"
    case .storeUnreachable: "the store is unreachable or busy"
    case .conflict: "somebody else changed it meanwhile"
    }
  }

  static func < (a: ExitCode, b: ExitCode) -> Bool { a.rawValue < b.rawValue }
}

/// Ends a command with a code and a sentence for people.
struct CommandFailure: Error {
  let code: ExitCode
  let message: String

  init(_ code: ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }

  static func usage(_ message: String) -> CommandFailure { CommandFailure(.wrongUsage, message) }
}
