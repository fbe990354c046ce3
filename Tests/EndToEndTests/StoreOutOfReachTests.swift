import ChildProcesses
import Foundation
import Testing

/// A store that cannot be reached, is held by another program, or has no room: code 4 and a sentence, from every command.
struct StoreOutOfReachTests {
  /// A command of each kind, with words that would do.
  static let commands = ExitTable.all.filter { $0.code == 0 }.map(\.line) + [["serve", "--listen", "127.0.0.1:0"]]

  /// Every command finds a folder where its store should be, and one more reason in turn.
  @Test(arguments: commands.enumerated().map { ($0.offset, $0.element) })
  func `a store out of reach is told by every command`(number: Int, words: [String]) throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let folder = program.folder.path
    try program.write("notes.txt", "This is no database.")
    try program.write("notes.key", "")
    try program.write("other.key", String(repeating: "k", count: 32))
    chmod("\(folder)/other.key", 0o600)
    let reasons = [
      (["--database", "sqlite:/proc/nowhere/office.sqlite"], "cannot be made"),
      (["--database", "sqlite:\(folder)/notes.txt"], "is no database."),
      (["--key", "\(folder)/other.key"], "belongs to another store"),
      (["--key", "\(folder)/missing.key"], "is missing"),
    ]
    for (options, sentence) in [(["--database", "sqlite:\(folder)"], "is a folder."), reasons[number % reasons.count]] {
      let result = try program.run(words + options)
      #expect(result.code == 4, "\(options) \(result.errors)")
      #expect(result.errors.contains(sentence) && result.output.isEmpty, "\(result.errors)")
    }
    #expect(try program.read("notes.txt") == "This is no database.")
  }

  @Test(arguments: commands)
  func `a store of a later program is left alone`(words: [String]) throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    try Database(program).execute("PRAGMA user_version = 99")
    let before = try Database(program).everything()
    let result = try program.run(words)
    #expect(result.code == 4 && result.errors.contains("Install the newer version of outreach."), "\(result.errors)")
    #expect(try Database(program).everything() == before)
  }

  /// Commands that only read; the others change the store, if only its audit trail.
  static let readers: Set<String> = [
    "count", "show", "status", "explain", "user list", "channel check", "check", "migrate", "report cost",
    "report reach", "report awareness", "report volunteers", "report targets",
  ]

  @Test(arguments: ExitTable.all.filter { $0.code == 0 })
  func `while another program writes, readers go on and writers say that the store is busy`(one: ExitCase) throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    for words in one.before { try #require(try program.run(words).code == 0) }
    let other = try Database(program)
    try other.execute("BEGIN IMMEDIATE")
    let result = try program.run(one.line, environment: ["OUTREACH_WAIT": "0.05"])
    if Self.readers.contains(one.command) {
      #expect(result.code == 0, "\(result.errors)")
    } else {
      #expect(result.code == 4 && result.errors.contains("The store is busy"), "\(result.code) \(result.errors)")
    }
  }

  @Test func `a writer waits as long as it was told`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    #expect(try program.run(["halt", "--wait", "soon"]).code == 2)
    #expect(try program.run(["halt"], environment: ["OUTREACH_WAIT": "-1"]).code == 2)
    let other = try Database(program)
    try other.execute("BEGIN IMMEDIATE")
    let errors = program.folder.appendingPathComponent("errors")
    let waiting = try program.start(["halt", "--wait", "60"], files: .init(errors: errors))
    #expect(try program.run(["halt", "--wait", "0"]).code == 4)
    #expect(waiting.isRunning)
    try other.execute("ROLLBACK")
    #expect(waiting.wait() == 0)
  }

  @Test func `a full disk is told, and nothing was changed`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    try program.write("many.csv", SmallOffice.citizens(100..<6_000))
    let before = try Database(program).everything()
    // A limit of 400 kB a file stands for the disk.
    let line = ["-c", #"ulimit -f 400; exec "$0" "$@""#, Program.binary.path, "import", "citizens", "many.csv"]
    let result = try ChildProcess.run(
      "/bin/bash", line, in: program.folder, environment: ["OUTREACH_DATABASE": program.database])
    #expect(result.code == 4, "\(result.errors)")
    #expect(result.errors.contains("Free some space on its disk; nothing was changed."), "\(result.errors)")
    #expect(try Database(program).everything() == before)
    #expect(try program.run(["import", "citizens", "many.csv"]).code == 0)
  }

  @Test func `an older store is not touched until it is migrated`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    try Database(program).execute("DROP TABLE figures; PRAGMA user_version = 1")
    let early = try program.run(["count", "all"])
    #expect(early.code == 4 && early.errors.contains("run: outreach migrate"))
    #expect(try program.run(["migrate"]).output == "Brought the store from schema 1 to 2.\n")
    #expect(try program.run(["migrate", "--json"]).output == "{\"before\":2,\"now\":2}\n")
    #expect(try program.run(["count", "all", "--json"]).output == "{\"by\":[],\"households\":0,\"people\":5}\n")
  }

  @Test func `the database of another program is left alone`() throws {
    let program = try Program()
    defer { program.remove() }
    try Database(program).execute("CREATE TABLE songs (title TEXT)")
    try program.write("office.key", String(repeating: "k", count: 32))
    chmod(program.folder.appendingPathComponent("office.key").path, 0o600)
    let result = try program.run(["count", "all"])
    #expect(result.code == 4 && result.errors.contains("the database of another program"), "\(result.errors)")
    #expect(try Database(program).texts("SELECT name FROM sqlite_schema") == ["songs"])
  }

  @Test func `two programs that make the same store at the same moment share it`() throws {
    let program = try Program()
    defer { program.remove() }
    let starts = try (0..<6).map { _ in try program.start(["check"]) }
    #expect(starts.map { $0.wait() } == [0, 0, 0, 0, 0, 0])
  }
}
