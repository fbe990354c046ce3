import Domain
import Foundation
import HTTPServer
import SampleOffice
import Storage
import Testing

@testable import Web

@Suite struct CoordinatorPageTests {
  static let campaign = "/campaigns/\(PlannedOffice.campaign)"
  static let activity = "\(campaign)/activities"

  static let pages = [
    "/today", "/today?all=1", "/campaigns", "/campaigns?status=running", "/campaigns/new", campaign,
    "\(campaign)?from=2026-11-30", "\(campaign)/history", "\(activity)/\(PlannedOffice.pastForum)",
    "\(activity)/\(PlannedOffice.parade)", "\(activity)/\(PlannedOffice.pastForum)/record",
    "\(activity)/\(PlannedOffice.parade)/move", "/calendar", "/calendar?view=list", "/calendar?view=year", "/calendar?day=2026-11-24", "/help",
    "/status",
  ]

  @Test(arguments: Language.allCases)
  func `every page reads well in both languages`(language: Language) async throws {
    let office = try await PlannedOffice()
    var client = try await OfficeClient(office)
    client.language = language
    for address in Self.pages {
      let response = await client.get(address)
      #expect(response.status == 200, "\(address)")
      #expect(MarkupChecks.findings(Sample.text(response)) == [], "\(address)")
    }
  }

  @Test(arguments: Language.allCases)
  func `an office without campaigns is told how to begin`(language: Language) async throws {
    var client = try await OfficeClient(try await PlannedOffice(isEmpty: true))
    client.language = language
    for address in ["/today", "/campaigns", "/calendar"] {
      #expect(MarkupChecks.findings(await client.text(address)) == [], "\(address)")
    }
    #expect(await client.text("/campaigns").contains("/campaigns/new"))
  }

  @Test func `the first item of today has the only filled button`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    let page = await client.text("/today")
    #expect(page.components(separatedBy: "class=\"b p\"").count == 2)
    #expect(page.contains("Water Festival"))
    #expect(page.contains("\(Self.activity)/\(PlannedOffice.pastForum)/record"))
  }

  @Test func `the root leads to today`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    let response = await client.get("/")
    #expect(response.status == 303)
    #expect(response.headers.contains { $0.name == "Location" && $0.value == "/today" })
  }

  @Test(arguments: [Role.auditor, .volunteer, .administrator])
  func `who may not see campaigns is refused`(role: Role) async throws {
    let client = try await OfficeClient(try await PlannedOffice(), role)
    for address in ["/today", "/campaigns", Self.campaign, "/calendar", "\(Self.campaign)/history"] {
      #expect(await client.get(address).status == 403, "\(address)")
    }
  }

  @Test(arguments: [(Role.coordinator, "/today"), (.manager, "/today"), (.auditor, "/results"), (.administrator, "/status")])
  func `everybody begins on a page that the role may open, and is offered no other`(role: Role, home: String) async throws {
    let client = try await OfficeClient(try await PlannedOffice(), role)
    let root = await client.get("/")
    #expect(root.headers.contains { $0.name == "Location" && $0.value == home })
    let page = await client.text(home)
    for section in Section.allCases where page.contains("<a href=\"\(section.address)\"") {
      #expect(await client.get(section.address).status == 200, "\(section)")
    }
    for address in ["/account", "/status", "/help"] where page.contains("<a href=\"\(address)\"") {
      #expect(await client.get(address).status == 200, "\(address)")
    }
    #expect(await client.text("/nothing").contains("href=\"\(home)\""))
  }

  @Test func `who reads Khmer is refused in Khmer, and nobody is sent to a command line`() async throws {
    var client = try await OfficeClient(try await PlannedOffice())
    client.language = .km
    let wrong = Sample.text(await client.post("/sign-in", [("name", "nobody"), ("password", "x")]))
    #expect(wrong.contains(Wording(.km).refusal("The name or the password is not right.")))
    #expect(!wrong.contains("is not right"))
    client.language = .en
    let nothing = await client.post("\(Self.campaign)/accept")
    #expect(nothing.status == 409)
    #expect(Sample.text(nothing).contains("There is no new plan for the campaign"))
    #expect(!Sample.text(nothing).contains("outreach plan"))
  }

  @Test func `a campaign has its state on every tab`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    for tab in ["", "/messages", "/history"] {
      #expect(await client.text(Self.campaign + tab).contains(">Running</span>"), "\(tab)")
    }
  }

  @Test func `the history calls an activity by its name and the command line by its kind`() async throws {
    let office = try await PlannedOffice()
    let client = try await OfficeClient(office)
    _ = await client.post("\(Self.activity)/\(PlannedOffice.pastForum)/record", [("participants", "12")])
    try await office.store.write { (tx) throws(StoreError) in
      try tx.audit("plan", "campaign \(PlannedOffice.campaign)", by: "cli:unknown", at: PlannedOffice.now, detail: "")
    }
    let page = await client.text("\(Self.campaign)/history")
    #expect(page.contains("Public forum, Tuol Ta Aek"))
    #expect(!page.contains(PlannedOffice.pastForum.text))
    #expect(page.contains(">command line<"))
  }

  @Test func `a manager reads everything and changes nothing`() async throws {
    let client = try await OfficeClient(try await PlannedOffice(), .manager)
    for address in ["/today", "/campaigns", Self.campaign, "\(Self.activity)/\(PlannedOffice.parade)", "/calendar"] {
      let page = await client.get(address)
      #expect(page.status == 200, "\(address)")
      #expect(!Sample.text(page).contains("/plan\""), "\(address) offers to plan")
    }
    for address in [
      "/campaigns/new", "\(Self.campaign)/plan", "\(Self.campaign)/accept",
      "\(Self.activity)/\(PlannedOffice.parade)/move", "\(Self.activity)/\(PlannedOffice.pastForum)/record",
    ] {
      #expect(await client.post(address).status == 403, "\(address)")
    }
  }

  @Test func `what does not exist is not found`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    for address in ["/campaigns/none", "\(Self.activity)/none", "\(Self.activity)/none/record", "/campaigns/none/history"] {
      #expect(await client.get(address).status == 404, "\(address)")
    }
  }

  @Test func `a list filtered to nothing says so`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    #expect(await client.text("/campaigns?status=cancelled").contains("No campaign is like that."))
  }

  @Test func `a campaign file with errors comes back with every finding and the text`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    let text = "{ campaign: { id: \"x\", nam: 1 } }"
    let response = await client.post("/campaigns/new", [("text", text)])
    let page = Sample.text(response)
    #expect(response.status == 422)
    #expect(page.contains("campaign.json5:1:"))
    #expect(page.contains("nam: 1"))
    #expect(MarkupChecks.findings(page) == [])
  }

  @Test func `a page takes campaigns and no channel`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    let response = await client.post("/campaigns/new", [("text", "{ segment: { id: \"all\", name: { en: \"All\" }, where: \"owns_house\" } }")])
    #expect(response.status == 422)
    #expect(Sample.text(response).contains("choose a file that holds a campaign"))
  }

  @Test func `nothing at all asks for a file`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    let response = await client.post("/campaigns/new", [("text", " ")])
    #expect(response.status == 422)
    #expect(Sample.text(response).contains("Choose a campaign file"))
  }
}
