import ChildProcesses
import Foundation
import Testing

/// The command line as people and scripts meet it: exit codes and sentences of the contract.
@Suite struct CommandLineTests {
  @Test func `without a command the overview is shown and the exit code says wrong usage`() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run([])
    #expect(result.code == 2)
    #expect(result.errors.contains("Usage: outreach COMMAND"))
  }

  @Test func `an unknown command is told with the nearest known one`() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run(["aply", "Audiences"])
    #expect(result.code == 2)
    #expect(result.errors.contains("Did you mean “apply”?"))
  }

  @Test func `options stand before or after the words`() throws {
    let program = try Program()
    defer { program.remove() }
    for words in [
      ["--json", "count", "owns_house"], ["count", "--json", "owns_house"], ["count", "owns_house", "--json"],
    ] {
      let result = try program.run(words)
      #expect(result.code == 0)
      #expect(result.output == "{\"by\":[],\"households\":0,\"people\":0}\n")
    }
  }

  @Test func `a missing store is created together with its key`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["check"]).code == 0)
    let key = program.folder.appendingPathComponent("office.key").path
    let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `a store whose folder is not to be written is out of reach`() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run(["check", "--database", "sqlite:/proc/outreach/office.sqlite"])
    #expect(result.code == 4)
  }

  @Test func `files with errors change nothing and exit with three`() throws {
    let program = try Program()
    defer { program.remove() }
    let file = program.folder.appendingPathComponent("house-owners.json5")
    try #"{ segment: { id: "house-owners", name: { en: "House owners" }, were: "owns_house" } }"#
      .write(to: file, atomically: true, encoding: .utf8)
    let result = try program.run(["apply", file.path])
    #expect(result.code == 3)
    #expect(result.errors.contains("house-owners.json5:1:64: error:"))
    #expect(try program.run(["count", "house-owners"]).code == 3)
  }

  @Test func `applying the samples twice changes nothing the second time`() throws {
    let program = try Program()
    defer { program.remove() }
    let paths = ["Audiences", "Campaigns"].map { Program.root.appendingPathComponent($0).path }
    let first = try program.run(["apply", "--json"] + paths)
    #expect(first.code == 0, "\(first.errors)")
    let second = try program.run(["apply", "--json"] + paths)
    #expect(second.output.hasPrefix("{\"changed\":0,\"created\":0,"))
  }

  @Test func `a launch of the sample of messages reaches the people who agreed`() throws {
    let program = try Program()
    defer { program.remove() }
    let paths = ["Audiences", "Campaigns"].map { Program.root.appendingPathComponent($0).path }
    #expect(try program.run(["apply"] + paths).code == 0)
    let launched = try program.run(["launch", "message-only-prices", "--yes"])
    #expect(launched.code == 0, "\(launched.errors)")
    let status = try program.run(["status", "message-only-prices", "--json"]).output
    let counts = try JSONSerialization.jsonObject(with: Data(status.utf8)) as? [String: Any]
    #expect(counts?["recipients"] as? Int ?? 0 > 1_500)
    #expect(counts?["planned"] as? Int == counts?["recipients"] as? Int)
  }

  @Test func `a campaign that does not exist is said so with exit code one`() throws {
    let program = try Program()
    defer { program.remove() }
    for command in ["plan", "show", "accept"] {
      let result = try program.run([command, "spring"])
      #expect(result.code == 1)
      #expect(result.errors.contains("There is no campaign “spring”"))
    }
  }

  @Test func `an address that others can reach needs encryption or a proxy`() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run(["serve", "--listen", "0.0.0.0:0"])
    #expect(result.code == 2)
    #expect(result.errors.contains("--tls-cert"))
  }

  @Test func `a port in use is named`() async throws {
    let program = try Program()
    defer { program.remove() }
    let daemon = try await program.serve()
    let port = daemon.address.split(separator: ":").last.map(String.init) ?? ""
    let result = try program.run(["serve", "--listen", "127.0.0.1:\(port)"])
    #expect(await daemon.stop() == 0)
    #expect(result.code == 1)
    #expect(result.errors.contains("already in use"))
  }
}
