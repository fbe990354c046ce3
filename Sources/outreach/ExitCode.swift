/// What the shell is told; part of the public contract.
enum ExitCode: Int32 {
  case done = 0
  case couldNotBeDone = 1
  case wrongUsage = 2
  /// The input has errors and nothing was changed.
  case inputHasErrors = 3
  case storeUnreachable = 4
  case conflict = 5
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
