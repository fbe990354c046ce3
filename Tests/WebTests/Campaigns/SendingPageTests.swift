import Actions
import Domain
import HTTPServer
import SampleOffice
import Storage
import Testing

@testable import Web

@Suite struct SendingPageTests {
  private static let campaign = "/campaigns/\(PlannedOffice.prices)"
  private static let message = "/messages/\(PlannedOffice.prices).tell"

  @Test(arguments: Language.allCases)
  func `pages of messages read well before and after the launch`(language: Language) async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 60)
    var client = try await OfficeClient(office)
    client.language = language
    for address in ["/messages", Self.message, "\(Self.campaign)/launch", "\(Self.campaign)/messages", Self.campaign] {
      let page = await client.get(address)
      #expect(page.status == 200, "\(address)")
      #expect(MarkupChecks.findings(Sample.text(page)) == [], "\(address)")
    }
    _ = await client.post("\(Self.campaign)/launch", [("count", "60"), ("shown", "60")])
    for address in ["/messages", Self.message, "\(Self.campaign)/cancel", Self.campaign, "/today"] {
      let page = await client.get(address)
      #expect(page.status == 200, "\(address)")
      #expect(MarkupChecks.findings(Sample.text(page)) == [], "\(address)")
    }
  }

  @Test func `a manager sees the check page and cannot launch`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 60)
    let client = try await OfficeClient(office, .manager)
    let page = await client.text("\(Self.campaign)/launch")
    #expect(!page.contains("Send to 60 people"))
    for word in ["launch", "pause", "resume", "cancel"] {
      #expect(await client.post("\(Self.campaign)/\(word)").status == 403, "\(word)")
    }
  }

  @Test func `the states add up to the recipients`() {
    let counts: [Delivery.State: Int] = [
      .planned: 1, .sending: 2, .sent: 4, .delivered: 8, .undelivered: 16, .failed: 32, .doubt: 64, .skipped: 128,
    ]
    let tally = SendingTally(counts)
    #expect(tally.recipients == 255)
    #expect((tally.waiting, tally.failed) == (3, 48))
  }

  @Test(arguments: ["/messages/none", "/messages/none.none", "/messages/know-your-office.forum", "/messages/a.b.c"])
  func `a message that does not exist is not found`(address: String) async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    #expect(await client.get(address).status == 404)
  }
}
