import Foundation
import Testing

/// The steps of one office's day, each done as a person would: by looking, typing and pressing.
final class OfficeDay: @unchecked Sendable {
  private var program: Program
  private let language: String
  private let pictures: URL
  private var daemon: RunningDaemon
  private var browser: Browser

  /// Monday, 1 March 2027, at eight in the morning in Phnom Penh.
  private static let morning = "2027-03-01 01:00:00"

  init(_ program: Program, language: String, pictures: URL) async throws {
    self.program = program
    self.program.clock = Self.morning
    self.language = language
    self.pictures = pictures.appendingPathComponent(language)
    let office = Program.root.appendingPathComponent("Tests/EndToEndTests/Office").path
    let applied = try self.program.run(["apply", office])
    guard applied.code == 0 else { throw Failure("apply: \(applied.errors)") }
    let planned = try self.program.run(["plan", "spring", "--rounds", "50"])
    guard planned.code == 0 else { throw Failure("plan: \(planned.errors)") }
    daemon = try await self.program.serve(["--sign-in", "coordinator"])
    browser = try await Browser(size: (1280, 900))
  }

  func end() async {
    await browser.close()
    #expect(await daemon.stop() == 0)
  }

  func signIn() async throws {
    try await browser.open(try #require(daemon.signInLink) + "?lang=\(language)")
    try await browser.click("main form button")
    #expect(try await browser.address.hasSuffix("/today"))
    try await look("today")
  }

  func acceptPlan() async throws {
    try await browser.open(daemon.address + "/campaigns/spring")
    try await look("campaign-proposed")
    try await browser.click("form[action='/campaigns/spring/accept'] button")
    try await look("campaign-accepted")
    let shown = try program.run(["show", "spring"])
    #expect(shown.output.contains("plan accepted"))
  }

  func launch() async throws {
    try await browser.open(daemon.address + "/campaigns/spring/launch")
    try await look("launch-check")
    // Twelve people agreed to be texted; few enough that no number has to be typed.
    try await browser.click("form[action='/campaigns/spring/launch'] button")
    try await waitFor("all messages to be sent") {
      let status = try self.program.run(["status", "spring", "--json"]).output
      return status.contains("\"recipients\":12") && status.contains("\"left\":0") && status.contains("\"sent\":12")
    }
    try await browser.open(daemon.address + "/messages")
    try await look("messages")
  }

  /// A week later, at the start of the shift: the daemon starts anew on that day.
  func recordDoor() async throws {
    let (volunteer, date) = try firstShift()
    await daemon.stop()
    program.clock = "\(date) 01:00:00"
    daemon = try await program.serve(["--sign-in", "coordinator"])
    let link = try program.run(["link", volunteer, "--json"]).output
    let answer = try JSONSerialization.jsonObject(with: Data(link.utf8)) as? [String: String]
    let phone = try await Browser(size: (390, 844))
    do {
      try await phone.open(daemon.address + (answer?["path"] ?? "") + "?lang=\(language)")
      try await phone.screenshot(to: pictures.appendingPathComponent("volunteer.png"))
      try await phone.click("label:has(input[value='talked'])")
      try await phone.click("label:has(input[value='yes'])")
      try await phone.click("main form button.p")
      try await waitFor("the visit to be stored") {
        try self.program.run(["report", "awareness", "spring", "--format", "json"]).output.contains("\"asked\":1")
      }
      try await phone.screenshot(to: pictures.appendingPathComponent("volunteer-next.png"))
    } catch {
      await phone.close()
      throw error
    }
    await phone.close()
  }

  /// The volunteer and the day of the first door-to-door shift.
  private func firstShift() throws -> (volunteer: String, date: String) {
    let shown = try program.run(["show", "spring", "--json"]).output
    let plan = try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any]
    let occurrences = plan?["occurrences"] as? [[String: Any]] ?? []
    guard let shift = occurrences.first(where: { $0["activity"] as? String == "doors" }),
      let team = shift["assignments"] as? [[String: Any]], let volunteer = team.first?["volunteer"] as? String,
      let date = shift["date"] as? String
    else { throw Failure("no shift in the plan: \(shown.prefix(500))") }
    return (volunteer, date)
  }

  func lookAtResults() async throws {
    try await browser.open(try #require(daemon.signInLink))
    try await browser.click("main form button")
    try await browser.open(daemon.address + "/results")
    try await look("results")
    #expect(try await browser.text("main").isEmpty == false)
    let cost = try program.run(["report", "reach", "spring", "--format", "csv"])
    #expect(cost.code == 0, "\(cost.errors)")
  }

  /// Every page that the navigation leads to fits its window and holds no error.
  func lookAtEveryPage() async throws {
    let pages = [
      "today", "campaigns", "campaigns/spring", "calendar", "audience", "audience/house-owners", "volunteers", "routes",
      "messages", "results", "help", "status",
    ]
    for page in pages {
      try await browser.open(daemon.address + "/" + page)
      try await look(page.replacingOccurrences(of: "/", with: "-"))
    }
    await browser.close()
    browser = try await Browser(size: (390, 844))
    try await browser.open(daemon.address + "/sign-in/" + newSignInToken())
    try await browser.click("main form button")
    for page in pages {
      try await browser.open(daemon.address + "/" + page + "?lang=\(language)")
      try await look("narrow-" + page.replacingOccurrences(of: "/", with: "-"))
    }
  }

  private func newSignInToken() throws -> String {
    let said = try program.run(["user", "link", "coordinator"]).output
    return said.split(separator: "/").last.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } ?? ""
  }

  /// Keeps a picture, and holds the page to what every page promises: its language, one heading, no sideways scrolling.
  private func look(_ name: String) async throws {
    try await browser.screenshot(to: pictures.appendingPathComponent(name + ".png"))
    #expect(try await browser.evaluate("return document.documentElement.lang") as? String == language, "\(name)")
    #expect(try await browser.evaluate("return document.querySelectorAll('h1').length") as? Int == 1, "\(name)")
    let sideways = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    #expect(try await browser.evaluate(sideways) as? Int == 0, "\(name) scrolls sideways")
  }

  private func waitFor(_ what: String, _ holds: () throws -> Bool) async throws {
    for _ in 0..<100 {
      if try holds() { return }
      try await Task.sleep(for: .milliseconds(200))
    }
    throw Failure("waited in vain for \(what)")
  }
}
