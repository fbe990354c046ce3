import Foundation
import Testing

/// What came of the day, on the pages and in the reports.
extension OfficeDay {
  func lookAtResults(_ shift: Shift, doors: Int) async throws {
    try await open("/campaigns/spring/activities/\(shift.id)")
    try await look("shift-walked")
    let record = "section[aria-labelledby='record'] tbody tr"
    let done = try await numbers("\(record):nth-child(1) > :last-child").sorted()
    #expect(done == [2, doors], "doors done of all")
    #expect(try await numbers("\(record):nth-child(2) > :last-child") == [2], "talked")
    #expect(try await numbers("\(record):nth-child(3) > :last-child") == [4], "leaflets")
    try await open("/routes")
    try await look("routes")
    try await desk.press("main a[href^='/routes/']")
    try await look("route")
    #expect(try await numbers(".kpi dd") == [2], "doors done")
    try await open("/results")
    try await look("results")
    #expect(try await numbers("main table tbody tr:nth-child(1) > :last-child") == [1], "dollars spent, for messages")
    #expect(try await numbers("main table tbody tr:nth-child(2) > :last-child") == [2], "people reached")
    let awareness = try json(["report", "awareness", "spring", "--format", "json"])
    let rows = awareness["rows"] as? [[String: Any]] ?? []
    #expect(rows.first?["after_asked"] as? Int == 2, "\(awareness)")
  }

  /// The whole numbers in an element's text, whether in Khmer or in Arabic digits.
  private func numbers(_ selector: String) async throws -> [Int] {
    let digits = try await desk.text(selector).map { $0.wholeNumberValue.map { Character("\($0)") } ?? " " }
    return String(digits).split(separator: " ").compactMap { Int($0) }
  }

  /// Every page that the navigation and the campaign lead to, and no link on them that leads nowhere.
  func lookAtEveryPage(_ shift: Shift) async throws {
    let activity = "campaigns/spring/activities/\(shift.id)"
    let pages = [
      "today", "campaigns", "campaigns/new", "campaigns/spring", "campaigns/spring/messages",
      "campaigns/spring/results", "campaigns/spring/history", "campaigns/spring/cancel", "\(activity)/record",
      "calendar?view=month", "calendar?view=year", "calendar?view=list", "audience", "audience/new",
      "audience/house-owners", "audience/stopped", "volunteers", "shifts", "shifts/\(shift.id)", "results/survey",
      "results/import", "account", "help", "status",
    ]
    var links: Set<String> = []
    for page in pages {
      try await open("/" + page)
      let name = page.replacingOccurrences(of: shift.id, with: "shift")
      try await look(String(name.map { $0.isLetter ? $0 : "-" }))
      links.formUnion(try await PageLook(desk).links)
    }
    try await follow(links)
  }

  /// Asks for each address in the coordinator's name; nothing is changed by asking.
  private func follow(_ links: Set<String>) async throws {
    let script = """
      const done = arguments[1];
      Promise.all(arguments[0].map(link => fetch(link).then(answer => answer.ok ? [] : [link + " " + answer.status])))
        .then(found => done(found.flat()), error => done([String(error)]));
      """
    let addresses = links.filter { !$0.contains("lang=") }.sorted()
    #expect(addresses.count > 20)
    let dead = try await desk.evaluateLater(script, [addresses]) as? [String]
    #expect(dead == [])
  }
}
