import Actions
import Foundation
import Storage

/// Finds the command that was meant, runs it, and turns whatever went wrong into a code and a sentence.
enum FrontDoor {
  static func open(arguments: [String]) async -> ExitCode {
    do {
      guard let parsed = try Arguments.parse(arguments, commands: CommandList.all) else {
        guard arguments.contains("--help") || arguments.contains("-h") else {
          complain(Help.overview(CommandList.all))
          return .wrongUsage
        }
        print(Help.overview(CommandList.all), terminator: "")
        return .done
      }
      if parsed.switches.contains("--help") {
        print(Help.page(of: parsed.command), terminator: "")
        return .done
      }
      let invocation = Invocation(parsed, environment: ProcessInfo.processInfo.environment)
      return try await parsed.command.run(invocation)
    } catch {
      return explain(error)
    }
  }

  private static func explain(_ error: any Error) -> ExitCode {
    switch error {
    case let failure as CommandFailure:
      complain("outreach: \(failure.message)\n")
      return failure.code
    case let error as StoreError: return explain(.init(error))
    case let error as ActionError: return explain(error)
    default:
      complain("outreach: \(error)\n")
      return .couldNotBeDone
    }
  }

  private static func explain(_ error: ActionError) -> ExitCode {
    for line in error.findingLines ?? [] { complain("\(line)\n") }
    complain("outreach: \(error.sentence)\n")
    switch error {
    case .findings, .field: return .inputHasErrors
    case .conflict: return .conflict
    case .unavailable, .diskFull: return .storeUnreachable
    case .refused, .notFound, .notAllowed, .fault: return .couldNotBeDone
    }
  }

  private static func complain(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
