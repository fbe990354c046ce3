import Domain
import HTTPServer
import Testing

@testable import Web

@Suite struct AudiencePageTests {
  @Test(arguments: ["/audience", "/audience/new", "/audience/riders", "/audience/stopped"], Language.allCases)
  func `every page of groups keeps the rules of pages`(_ address: String, _ language: Language) async throws {
    let response = try await SitePages().get(address, as: .coordinator, language)
    #expect(response.status == 200)
    #expect(MarkupChecks.findings(Sample.text(response)) == [])
  }

  @Test func `a group shows how many each line leaves and removes`() async throws {
    let pages = try await SitePages()
    let response = try await pages.post(
      "/audience/count", [("name_en", "Northern women"), ("where", "place = 0203 and sex = F")])
    let page = Sample.text(response)
    // Of 300, 200 live in the north and 100 of them are women.
    #expect(page.contains("<b>200</b><br><span class=\"muted small\">−100</span>"))
    #expect(page.contains("<b>100</b><br><span class=\"muted small\">−100</span>"))
    #expect(page.contains("Northern women"))
  }

  @Test func `a rule that cannot be read keeps what was typed and says where`() async throws {
    let response = try await SitePages().post("/audience/riders", [("name_en", "Riders"), ("where", "owns_motorbik")])
    #expect(response.status == 422)
    let page = Sample.text(response)
    #expect(page.contains("owns_motorbik"))
    #expect(page.contains("aria-invalid") || page.contains("errsum"))
    #expect(MarkupChecks.findings(page) == [])
  }

  @Test func `a new group gets an id from its name`() async throws {
    let pages = try await SitePages()
    let response = try await pages.post("/audience/new", [("name_en", "Women, north"), ("where", "sex = F")])
    #expect(response.status == 303)
    #expect(response.header("Location") == "/audience/women-north?done=saved")
    #expect(try await pages.get("/audience/women-north").status == 200)
  }

  @Test func `a change against somebody else's is shown, not lost`() async throws {
    let pages = try await SitePages()
    let mine = [("name_en", "Riders"), ("where", "sex = F"), ("revision", "1")]
    #expect(try await pages.post("/audience/riders", mine).status == 303)
    let late = try await pages.post("/audience/riders", [("name_en", "Riders"), ("where", "sex = M"), ("revision", "1")])
    #expect(late.status == 412)
    #expect(Sample.text(late).contains("sex = M"))
  }

  @Test func `a few of the people stand below, their numbers hidden`() async throws {
    let page = Sample.text(try await SitePages().get("/audience/riders", as: .coordinator))
    #expect(page.contains("Five people at random"))
    #expect(page.contains("motorbike"))
    #expect(!page.contains("+85512"))
  }

  @Test func `a manager does not ask about people`() async throws {
    #expect(try await SitePages().get("/audience", as: .manager).status == 403)
  }
}
