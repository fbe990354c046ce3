import Domain
import HTTPServer
import Testing

@testable import Web

@Suite struct PageFrameTests {
  @Test(arguments: Language.allCases)
  func `a page has the seven words and says which one is open`(language: Language) {
    let page = Sample.page(language, section: .messages)
    let html = Sample.text(Page("<Forum>", content: "<p>x</p>").response(page))
    #expect(MarkupChecks.findings(html) == [])
    for section in Section.allCases { #expect(html.contains("href=\"\(section.address)\"")) }
    #expect(html.contains("href=\"/messages\" aria-current=\"page\""))
    #expect(html.contains("<title>&lt;Forum&gt; — Outreach</title>"))
    #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
  }

  @Test func `the language switch keeps the address and its filters`() {
    var page = Sample.page()
    page.path = "/results?year=2025"
    let html = Sample.text(Page("Results", content: "").response(page))
    #expect(html.contains("href=\"/results?year=2025&amp;lang=km\" lang=\"km\""))
  }

  @Test func `a note after a change offers to undo it`() {
    var page = Sample.page()
    page.flash = [Flash(.good, "Saved <b>.", undo: "/undo/1")]
    let html = Sample.text(Page("Today", content: "").response(page))
    #expect(html.contains("Saved &lt;b&gt;."))
    #expect(html.contains("action=\"/undo/1\"") && html.contains("value=\"token-of-the-session\""))
    #expect(MarkupChecks.findings(html) == [])
  }

  @Test func `without an account there is no navigation`() {
    var page = Sample.page()
    page.user = nil
    let html = Sample.text(Page("Sign in", content: "").response(page))
    #expect(!html.contains("/campaigns"))
    #expect(MarkupChecks.findings(html) == [])
  }

  @Test(arguments: Language.allCases)
  func `error pages keep the navigation and pass the checks`(language: Language) {
    let page = Sample.page(language)
    let answers = [
      ErrorPages.notFound(page), ErrorPages.noRight(page), ErrorPages.noRight(page, whom: "Heng Bora"),
      ErrorPages.signedOut(page), ErrorPages.forged(page), ErrorPages.serverError(page, number: "7F3A"),
      ErrorPages.wrongMethod(page, allowed: [.post]),
      ErrorPages.changedMeanwhile(page, by: "Chan Sophea", at: "14:02", kept: "<p>x</p>", both: "/x"),
    ]
    #expect(answers.map(\.status) == [404, 403, 403, 403, 403, 500, 405, 409])
    for answer in answers {
      #expect(MarkupChecks.findings(Sample.text(answer)) == [])
      #expect(Sample.text(answer).contains("href=\"/results\""))
    }
  }

  @Test func `a sheet for paper carries its code twice, drawn and in letters`() {
    let t = Wording(.km)
    let head = sheetHead(
      "ផ្លូវទី៤", lines: ["<b>x</b>"], link: "http://owso.lan/v/K7QM4RTX", code: "K7QM-4RTX", t)
    let html = PrintPage("ផ្លូវទី៤", content: head).markup(Sample.page(.km)).string
    #expect(MarkupChecks.findings(html) == [])
    #expect(html.contains("class=\"qr\"") && html.contains("<p class=\"code\">K7QM-4RTX</p>"))
    #expect(!html.contains("class=\"top\""))
  }
}
