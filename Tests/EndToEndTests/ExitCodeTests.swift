import ChildProcesses
import Foundation
import Testing

/// Every command ends in each way that its help promises, with its sentence on the right side, and whoever is refused
/// has changed nothing.
struct ExitCodeTests {
  @Test(arguments: ExitTable.all)
  func `a command ends as the table says`(one: ExitCase) throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    for words in one.before { try #require(try program.run(words).code == 0) }
    if one.world == .tampered { try tamper(program) }
    let before = try Database(program).everything()
    let result = try one.world == .fullOutput ? program.run(one.line, output: "/dev/full") : program.run(one.line)
    #expect(result.code == one.code, "\(result.errors)")
    let (told, silent) = one.code == 0 ? (result.output, result.errors) : (result.errors, result.output)
    #expect(one.says.isEmpty || told.contains(one.says), "\(told)")
    #expect(one.code == 0 || one.command == "check" || silent.isEmpty, "\(silent)")
    if one.code != 0, one.world != .fullOutput { #expect(try Database(program).everything() == before) }
  }

  private func tamper(_ program: Program) throws {
    let database = try Database(program)
    try database.execute("DROP TRIGGER audit_is_append_only; UPDATE audit SET who = 'nobody' WHERE seq = 1")
  }

  @Test func `the table has a line for every code that the help of a command promises`() throws {
    let program = try Program()
    defer { program.remove() }
    let commands = try program.commands()
    var promised: Set<String> = []
    for command in commands {
      let help = try program.run(command.split(separator: " ").map(String.init) + ["--help"]).output
      let codes = help.components(separatedBy: "Exit codes:\n").last ?? ""
      for line in codes.split(separator: "\n") { promised.insert("\(command) \(line.split(separator: " ")[0])") }
    }
    let shown = Set(ExitTable.all.map { "\($0.command) \($0.code)" }).union(ExitTable.elsewhere)
    // Code 4 has a table of its own: every command against every way of being out of reach.
    #expect(promised.filter { !$0.hasSuffix(" 4") } == shown)
    #expect(promised.filter { $0.hasSuffix(" 4") } == Set(commands.map { "\($0) 4" }))
  }
}
