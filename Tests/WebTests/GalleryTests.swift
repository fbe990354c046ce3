import Domain
import Testing

@testable import Web

@Suite struct GalleryTests {
  @Test(arguments: Language.allCases)
  func `pages made of every part pass the checks`(language: Language) {
    for (name, html) in Gallery.pages(language) {
      #expect(MarkupChecks.findings(html) == [], "\(name) in \(language.rawValue)")
    }
  }

  @Test func `what was typed into a form stays text`() {
    let form = Gallery.pages(.en).first { $0.name == "form" }?.html ?? ""
    #expect(form.contains("&lt;/textarea&gt;&lt;script&gt;"))
    #expect(form.contains("<title>Error: Add activity — Outreach</title>"))
    #expect(form.contains("aria-describedby=\"f-name-h f-name-e\" aria-invalid=\"true\""))
    #expect(
      form.contains("<form method=\"post\" action=\"/campaigns/1/activities/new\" enctype=\"multipart/form-data\""))
  }

  @Test func `a volunteer's first load is small`() throws {
    let page = Gallery.pages(.km).first { $0.name == "volunteer" }?.html ?? ""
    let assets = [Asset.volunteerStylesheet, .volunteerScript, .worker].reduce(0) { $0 + $1.bytes.count }
    print("volunteer page \(page.utf8.count) + assets \(assets) bytes")
    #expect(assets <= 19_000)
  }

  @Test func `no page asks another host for anything`() {
    for (name, html) in Gallery.pages(.en) + Gallery.pages(.km) {
      let addresses = MarkupChecks.tags(html).flatMap { tag in
        tag.attributes.filter { $0.name == "src" || ($0.name == "href" && tag.name == "link") }.map(\.value)
      }
      #expect(addresses.allSatisfy { $0.hasPrefix("/assets/") || $0 == "data:," }, "\(name)")
    }
  }

  @Test func `the pages can be looked at`() throws {
    try Gallery.write()
  }
}
