import ChildProcesses
import Foundation
import Testing

/// Somebody else changes what a command is at work on: code 5, and nothing of the command's own is kept.
struct ConflictTests {
  @Test func `people added between the question and the answer stop a launch`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let pipe = program.folder.appendingPathComponent("answer")
    try #require(mkfifo(pipe.path, 0o600) == 0)
    // Held open for both, so that neither side waits for the other to open it.
    let hand = open(pipe.path, O_RDWR)
    defer { close(hand) }
    let errors = program.folder.appendingPathComponent("errors")
    let launch = try program.start(["launch", "spring"], files: .init(input: pipe, errors: errors))
    while launch.isRunning, try !program.read("errors").contains("Type 4") { usleep(5_000) }
    try program.write("more.csv", SmallOffice.citizens(10..<12))
    #expect(try program.run(["import", "citizens", "more.csv"]).code == 0)
    let before = try Database(program).everything()
    #expect(write(hand, "4\n", 2) == 2)
    #expect(launch.wait() == 5)
    #expect(try program.read("errors").contains("The number of recipients (6 now) was changed by someone else"))
    #expect(try Database(program).everything() == before)
  }

  @Test func `a campaign that is changed while it is planned gets no plan`() throws {
    let program = try SmallOffice.open()
    defer { program.remove() }
    let errors = program.folder.appendingPathComponent("errors")
    let plan = try program.start(
      ["plan", "fair", "--rounds", "10000000", "--seconds", "1"], files: .init(errors: errors))
    let fair = try #require(SmallOffice.documents["fair.json5"])
    var changes = 0
    // Whenever the planner reads the campaign, a change follows before it ends.
    while plan.isRunning {
      changes += 1
      try program.write("content/fair.json5", fair.replacingOccurrences(of: "900 USD", with: "\(900 + changes) USD"))
      #expect(try program.run(["apply", "content/fair.json5"]).code == 0)
    }
    #expect(plan.wait() == 5)
    #expect(try program.read("errors").contains("The campaign “fair” was changed by someone else meanwhile"))
    #expect(try program.run(["show", "fair"]).output.contains("no plan yet"))
  }
}
