import Storage

extension Command {
  static let migrate = Command(
    "migrate", arguments: ("", 0...0),
    help: (
      "Brings the store to the schema of this program",
      """
      After a new version of the program, and before the daemon starts again: keep a copy of the store and its key
      first. All steps together or none. With nothing to do it changes nothing.
      """
    )
  ) { invocation in
    let (before, now) = try await Store.migrate(try invocation.location())
    let sentence =
      switch before {
      case now: "The store has schema \(now), the newest; nothing was to do."
      case 0: "Made a store with schema \(now)."
      default: "Brought the store from schema \(before) to \(now)."
      }
    return invocation.conclude(sentence, ["before": before, "now": now])
  }
}
