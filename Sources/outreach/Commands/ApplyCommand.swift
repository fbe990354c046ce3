import Actions
import Catalog

extension Command {
  static let apply = Command(
    "apply", arguments: ("PATH…", 1...1_000),
    help: (
      "Takes files and folders into the store, all together or not at all",
      """
      Reads documents (*.json5) and spreadsheets (places.csv, citizens.csv, households.csv, volunteers.csv). Every
      error is reported with its line; if there is one, nothing is changed and the exit code is 3. The same files
      again change nothing.
      """
    ),
    options: [
      Option("--diff", "show what differs from the store"),
      Option("--dry-run", "check and compare, but change nothing"),
    ]
  ) { invocation in
    let context = try await invocation.context()
    let outcome = try await Progress.during("Applying") {
      try await ApplyFiles.run(invocation.words, dryRun: invocation.has("--dry-run"), in: context)
    }
    for warning in outcome.warnings { invocation.note("\(warning)") }
    if invocation.has("--diff"), !invocation.wantsJSON { outcome.differences.forEach { try? invocation.say($0) } }
    let counts = outcome.counts
    return invocation.conclude(
      "\(counts.created) created, \(counts.changed) changed, \(counts.unchanged) unchanged.", counts)
  }.endingAlso(.inputHasErrors)
}
