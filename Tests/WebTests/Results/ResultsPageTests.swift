import Domain
import HTTPServer
import Testing

@testable import Web

@Suite struct ResultsPageTests {
  @Test(
    arguments: ["/results", "/results/districts/0203", "/results/survey", "/campaigns/with-partner/results", "/results/import"],
    Language.allCases)
  func `every page of results keeps the rules of pages`(_ address: String, _ language: Language) async throws {
    let pages = try await SitePages()
    let response = try await pages.get(address, as: .coordinator, language)
    #expect(response.status == 200)
    #expect(MarkupChecks.findings(Sample.text(response)) == [])
  }

  @Test func `the heading says that there is no clear difference`() async throws {
    let page = try await SitePages().page("/results")
    #expect(page.contains("<h1>No clear difference between NGO-led and government-led districts</h1>"))
    #expect(page.contains("so this shows a difference, not its cause"))
  }

  @Test func `three costs stand on the page together`() async throws {
    let page = try await SitePages().page("/results")
    #expect(page.contains(">30.00–31.50<"))
    #expect(page.contains(">7.88"))
    #expect(page.contains(">10.50"))
    #expect(page.contains("No clear change"))
  }

  @Test func `one channel shows its money and reach, and says why awareness is missing`() async throws {
    let page = try await SitePages().page("/results?channel=forum")
    #expect(page.contains("<h1>Money and reach of one channel</h1>"))
    #expect(page.contains("does not say which channel"))
    #expect(!page.contains("10.50"))
  }

  @Test func `a manager sees that a small group is hidden, a coordinator its number`() async throws {
    let pages = try await SitePages()
    #expect(try await pages.page("/results", as: .manager).contains("under 10"))
    #expect(!(try await pages.page("/results").contains("under 10")))
  }

  @Test func `without results the page says what to do`() async throws {
    let page = try await SitePages(empty: true).page("/results")
    #expect(page.contains("No costs or surveys yet"))
    #expect(page.contains("/results/import"))
  }

  @Test(arguments: [(Role.manager, 200), (.auditor, 200), (.administrator, 403)])
  func `results are for those who may see costs`(_ role: Role, _ status: Int) async throws {
    #expect(try await SitePages().get("/results", as: role).status == status)
  }

  @Test func `a manager cannot import`() async throws {
    #expect(try await SitePages().get("/results/import", as: .manager).status == 403)
  }

  @Test func `the CSV of the page opens in a spreadsheet, in the page's language`() async throws {
    let response = try await SitePages().get("/results.csv", as: .coordinator, .km)
    let text = Sample.text(response)
    #expect(text.hasPrefix("\u{FEFF}"))
    #expect(text.contains("ចំណាយ"))
    #expect(text.contains("\r\n0203,North,USD,310.00,1260.00,"))
    #expect(response.header("Content-Disposition") == "attachment; filename=\"results.csv\"")
  }

  @Test func `the workbook is a file`() async throws {
    let response = try await SitePages().get("/results.xlsx")
    #expect(Sample.text(response).hasPrefix("PK"))
  }

  @Test func `a district that does not exist is not found`() async throws {
    #expect(try await SitePages().get("/results/districts/x").status == 404)
  }
}
