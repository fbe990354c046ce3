/// One command of the front door: its words, its options, and what it does.
struct Command: Sendable {
  /// One option. With a `value` name it takes a word; without, it is a switch.
  struct Option: Sendable {
    let name: String
    let value: String?
    let help: String

    init(_ name: String, value: String? = nil, _ help: String) {
      self.name = name
      self.value = value
      self.help = help
    }
  }

  /// One or two words: "apply", "user add".
  let name: String
  /// What stands after the name: "PATH…", "CAMPAIGN [--yes]" is written from it and the options.
  let arguments: String
  /// How many words may follow the name.
  let argumentCount: ClosedRange<Int>
  /// One line, without a full stop.
  let summary: String
  /// A paragraph or two for `--help`.
  let details: String
  let options: [Option]
  /// How it can end; a test holds each command to it.
  private(set) var exits: Set<ExitCode> = [.done, .wrongUsage, .storeUnreachable]
  let run: @Sendable (Invocation) async throws -> ExitCode

  init(
    _ name: String, arguments: (String, ClosedRange<Int>), help: (summary: String, details: String),
    options: [Option] = [], run: @escaping @Sendable (Invocation) async throws -> ExitCode
  ) {
    self.name = name
    (self.arguments, argumentCount) = arguments
    (summary, details) = help
    self.options = options
    self.run = run
  }

  /// The same command, which can end in these ways too.
  func endingAlso(_ codes: ExitCode...) -> Command {
    var command = self
    command.exits.formUnion(codes)
    return command
  }

  /// Understood by every command.
  static let common: [Option] = [
    Option(
      "--database", value: "URL", "the store: sqlite:PATH (OUTREACH_DATABASE; default sqlite:var/outreach.sqlite)"),
    Option("--key", value: "FILE", "the key of the sealed addresses (OUTREACH_KEY; default: beside the store)"),
    Option("--wait", value: "X", "seconds to wait while another program writes (OUTREACH_WAIT; default 10)"),
    Option("--json", "print the result as JSON"),
    Option("--help", "show this help"),
  ]
}
