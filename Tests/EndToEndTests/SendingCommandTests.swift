import ChildProcesses
import Foundation
import Testing

/// The commands of sending, from a file to messages in the spool, with the exit code of each way it can end.
struct SendingCommandTests {
  /// The small office, in which a launch above `limit` needs a second person.
  private func office(limit: Int? = nil) throws -> Program {
    let program = try SmallOffice.open()
    guard let limit, let text = SmallOffice.documents["office.json5"] else { return program }
    try program.write(
      "content/office.json5",
      text.replacingOccurrences(of: "testNumbers", with: "launchLimits: { secondPerson: \(limit) }, testNumbers"))
    let applied = try program.run(["apply", "content/office.json5"])
    try #require(applied.code == 0, "\(applied.errors)")
    return program
  }

  private func status(_ program: Program) throws -> [String: Any] {
    let result = try program.run(["status", "spring", "--json"])
    #expect(result.code == 0)
    return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test func `a campaign goes from the file into the spool, each message once`() async throws {
    let program = try office()
    defer { program.remove() }
    let launched = try program.run(["launch", "spring", "--yes"])
    #expect(launched.code == 0)
    #expect(launched.output.contains("4 messages"))
    #expect(launched.output.contains("left out, noConsent: 1"))
    #expect(launched.output.contains("0.08 USD") && launched.errors.isEmpty)
    let daemon = try await program.serve()
    for _ in 0..<200 where try status(program)["left"] as? Int != 0 { try await Task.sleep(for: .milliseconds(50)) }
    #expect(await daemon.stop() == 0)
    let counts = try status(program)
    #expect(counts["sent"] as? Int == 4 && counts["recipients"] as? Int == 4)
    #expect(counts["leftOut"] as? [String: Int] == ["noConsent": 1])
    let spool = program.folder.appendingPathComponent("var/spool/spring/invite").path
    let files = try FileManager.default.contentsOfDirectory(atPath: spool)
    #expect(files.count == 4 && files.allSatisfy { $0.hasSuffix(".json") })
    let report = try program.run(["report", "deliveries", "spring", "--format", "csv"])
    let lines = report.output.split(separator: "\n")
    #expect(lines.first == "campaign,activity,channel,to,status,reason,language,parts,cost,currency,attempts,at")
    #expect(lines.count == 5)
    #expect(lines[1].hasPrefix("spring,invite,spool,+855002000000,sent,,en,1,0.02,USD,1,"))
  }

  @Test func `nothing is launched without the right number, twice, or by an unknown name`() throws {
    let program = try office()
    defer { program.remove() }
    let unanswered = try program.run(["launch", "spring"])
    #expect(unanswered.code == 1 && unanswered.errors.contains("Nothing was launched"))
    let wrong = try program.run(["launch", "spring"], input: "3\n")
    #expect(wrong.code == 1 && wrong.errors.contains("Type 4, the number of messages, to send them:"))
    #expect(try status(program)["state"] as? String == "draft")
    let launched = try program.run(["launch", "spring"], input: "4\n")
    #expect(launched.code == 0 && launched.output.hasSuffix("Launched spring.\n"))
    let again = try program.run(["launch", "spring", "--yes"])
    #expect(again.code == 1 && again.errors.contains("launched before"))
    for command in ["launch", "approve", "pause", "resume", "cancel", "status"] {
      let unknown = try program.run([command, "autumn"])
      #expect(unknown.code == 1 && unknown.errors.contains("There is no campaign “autumn”."), "\(command)")
    }
  }

  @Test func `above the limit another user must approve, and the same one does not count`() throws {
    let program = try office(limit: 3)
    defer { program.remove() }
    let (dara, bora) = (["USER": "dara"], ["USER": "bora"])
    #expect(try program.run(["launch", "spring", "--yes"], environment: dara).code == 1)
    #expect(try program.run(["approve", "spring"], environment: dara).code == 0)
    let own = try program.run(["launch", "spring", "--yes"], environment: dara)
    #expect(own.code == 1 && own.errors.contains("outreach approve spring"))
    #expect(try program.run(["approve", "spring"], environment: bora).code == 0)
    #expect(try program.run(["launch", "spring", "--yes"], environment: dara).code == 0)
  }

  @Test func `pause, resume, halt and cancel hold without a daemon`() throws {
    let program = try office()
    defer { program.remove() }
    let early = try program.run(["pause", "spring"])
    #expect(early.code == 1 && early.errors.contains("not launched yet"))
    #expect(try program.run(["launch", "spring", "--yes"]).code == 0)
    #expect(try program.run(["pause", "spring"]).code == 0)
    #expect(try status(program)["state"] as? String == "paused")
    #expect(try program.run(["resume", "spring"]).code == 0)
    #expect(try program.run(["halt"]).code == 0)
    #expect(try status(program)["state"] as? String == "halted")
    #expect(try program.run(["resume", "--all"]).code == 0)
    #expect(try status(program)["state"] as? String == "running")
    #expect(try program.run(["resume"]).code == 2)
    let cancelled = try program.run(["cancel", "spring"])
    #expect(cancelled.code == 0 && cancelled.output == "4 messages will not be sent.\n")
    #expect(try status(program)["skippedReasons"] as? [String: Int] == ["cancelled": 4])
    #expect(try program.run(["resume", "spring"]).code == 1)
  }

  @Test func `explain says why, channel check says whether`() throws {
    let program = try office()
    defer { program.remove() }
    #expect(try program.run(["launch", "spring", "--yes"]).code == 0)
    #expect(try program.run(["explain", "c0", "spring"]).output == "invite: planned\n")
    #expect(try program.run(["explain", "c4", "spring"]).output == "invite: leftOut, noConsent\n")
    #expect(try program.run(["explain", "c9", "spring"]).code == 1)
    #expect(try program.run(["channel", "check"]).code == 0)
    #expect(try program.run(["channel", "check", "nothing"]).code == 1)
    #expect(try program.run(["report", "deliveries", "spring", "--format", "pdf"]).code == 2)
  }
}
