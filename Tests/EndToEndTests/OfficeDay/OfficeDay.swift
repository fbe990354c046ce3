import ChildProcesses
import Foundation
import Testing

/// The steps of one office's day, each done as a person does it: by looking, typing and pressing.
struct OfficeDay {
  let program: Program
  let daemon: RunningDaemon
  /// On the coordinator's desk.
  let desk: Browser
  let language: String

  private static let pictures = Program.root.appendingPathComponent(".build/screenshots")

  /// An office with its files applied and its daemon running, and a browser that knows nothing yet.
  init(language: String) async throws {
    let program = try Program()
    try OfficeFiles.write(to: program.folder.appendingPathComponent("content"))
    let applied = try program.run(["apply", "content"])
    try #require(applied.code == 0, "\(applied.errors)")
    let daemon = try await program.serve(["--sign-in", "coordinator"])
    do {
      desk = try await Browser(.desk)
    } catch {
      await daemon.stop()
      program.remove()
      throw error
    }
    (self.program, self.daemon, self.language) = (program, daemon, language)
  }

  func end() async {
    await desk.close()
    #expect(await daemon.stop() == 0)
    program.remove()
  }

  func signIn() async throws {
    try await desk.open(try #require(daemon.signInLink) + "?lang=\(language)")
    try await look("sign-in")
    try await desk.press("main form button")
    #expect(try await desk.address.hasSuffix("/today"))
    try await look("today")
  }

  func planAndAccept() async throws {
    try await open("/campaigns/spring")
    try await look("campaign-draft")
    try await desk.press("form[action='/campaigns/spring/plan'] button")
    try await look("campaign-proposed")
    try await desk.press("form[action='/campaigns/spring/accept'] button")
    try await look("campaign-accepted")
    #expect(try program.run(["show", "spring"]).output.contains("plan accepted"))
  }

  func launch() async throws {
    try await open("/campaigns/spring/launch")
    try await look("launch-check")
    let button = "form[action='/campaigns/spring/launch'] button"
    try await desk.type("12", into: "#f-count")
    try await desk.press(button)
    // A form that was refused is answered with 422, which browsers note.
    #expect(try await desk.complaints().allSatisfy { $0.contains("status of 422") })
    try await look("launch-wrong-count")
    #expect(try status()["recipients"] as? Int == 0)
    try await desk.type("\(OfficeFiles.recipients)", into: "#f-count")
    try await desk.press(button)
    try await waitUntil("every message was sent") { try status()["sent"] as? Int == OfficeFiles.recipients }
    #expect(try status()["left"] as? Int == 0)
    try await open("/messages")
    try await look("messages")
    try await open("/messages/spring.greeting")
    try await look("message-sent")
    #expect(try await desk.text("main").contains("\(OfficeFiles.recipients)"))
  }

  private func status() throws -> [String: Any] { try json(["status", "spring", "--json"]) }

  // MARK: - The shift

  struct Shift {
    let id: String
    let volunteer: String
  }

  /// Doors show on the shift's day only, and plans begin tomorrow: the coordinator moves the first shift to today.
  func moveFirstShiftToToday() async throws -> Shift {
    let shift = try firstShift()
    try await open("/campaigns/spring/activities/\(shift.id)")
    try await look("shift-planned")
    try await desk.press("a[href$='/move']")
    try await look("move")
    // Pages write days as people do here: 21/11/2026.
    let today = OfficeFiles.day().split(separator: "-").reversed().joined(separator: "/")
    try await desk.type(today, into: "#f-date")
    try await desk.type("08:00", into: "#f-time")
    try await desk.press("main form .b.p")
    try await look("move-looked-at")
    try await desk.press("main form .b.p")
    try await look("shift-today")
    return shift
  }

  private func firstShift() throws -> Shift {
    let plan = try json(["show", "spring", "--json"])
    let occurrences = plan["occurrences"] as? [[String: Any]] ?? []
    let shift = try #require(occurrences.first { $0["activity"] as? String == "doors" }, "no shift was planned")
    let id = try #require(shift["id"] as? String)
    let team = shift["assignments"] as? [[String: Any]] ?? []
    return Shift(id: id, volunteer: try #require(team.first?["volunteer"] as? String))
  }

  /// The address of the volunteer's own page, made on the volunteer's page at the office.
  func personalLink(of volunteer: String) async throws -> String {
    try await open("/volunteers/\(volunteer)")
    try await look("volunteer-without-link")
    try await desk.press("form[action='/volunteers/\(volunteer)/link'] button")
    try await look("volunteer-with-link")
    return try #require(try await desk.evaluate("return document.querySelector('a[href*=\"/v/\"]').href") as? String)
  }

  // MARK: - Looking

  func open(_ path: String) async throws { try await desk.open(daemon.address + path) }

  /// At the desk's width and at a phone's.
  func look(_ name: String) async throws {
    try await look(name, in: desk)
    try await desk.resize(.phone)
    try await look(name + "-narrow", in: desk)
    try await desk.resize(.desk)
  }

  /// Keeps a picture, and holds the page to what every page promises.
  func look(_ name: String, in browser: Browser) async throws {
    try await browser.screenshot(to: Self.pictures.appendingPathComponent("\(language)/\(name).png"))
    let page = try await PageLook(browser)
    #expect(page.lang == language, "\(name)")
    #expect(page.headings == 1, "\(name)")
    #expect(page.sideways == 0, "\(name) scrolls sideways")
    #expect(page.foreign == [], "\(name)")
    #expect(page.keys == [], "\(name)")
    #expect(page.faults == [], "\(name)")
    let complaints = try await browser.complaints()
    #expect(complaints == [], "\(name)")
  }

  func json(_ words: [String]) throws -> [String: Any] {
    let result = try program.run(words)
    try #require(result.code == 0, "\(result.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }
}
