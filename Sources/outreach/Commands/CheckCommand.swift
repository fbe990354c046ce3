import Actions

extension Command {
  static let check = Command(
    "check", arguments: ("", 0...0),
    help: (
      "Looks whether the store is whole",
      """
      Reads every page of the database, follows every reference and recomputes the chain of the audit trail. Prints
      “The store is whole.” and exits 0, or a sentence for each problem and exits 1.
      """
    )
  ) { invocation in
    let problems = try await check(invocation)
    if invocation.wantsJSON { try invocation.sayJSON(["problems": problems]) }
    guard problems.isEmpty else {
      problems.forEach(invocation.note)
      throw CommandFailure(.couldNotBeDone, "The store is damaged. Stop the daemon and restore the last backup.")
    }
    if !invocation.wantsJSON { try invocation.say("The store is whole.") }
    return .done
  }.endingAlso(.couldNotBeDone)

  private static func check(_ invocation: Invocation) async throws -> [String] {
    let context = try await invocation.context()
    return try await Progress.during("Checking the store") { try await CheckStore.run(in: context) }
  }
}
