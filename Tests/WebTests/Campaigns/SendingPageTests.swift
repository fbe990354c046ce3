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

  @Test func `above fifty the number must be typed`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 60)
    let client = try await OfficeClient(office)
    #expect(await client.text("\(Self.campaign)/launch").contains("Send to 60 people"))
    for typed in ["", "59", "all"] {
      let answer = await client.post("\(Self.campaign)/launch", [("count", typed), ("shown", "60")])
      #expect(answer.status == 422)
      #expect(Sample.text(answer).contains("Type 60, the number of people who will get this"))
    }
    #expect(await client.text(Self.message).contains("Not launched"))
    #expect(await client.post("\(Self.campaign)/launch", [("count", "៦០"), ("shown", "60")]).status == 303)
    let page = await client.text(Self.message)
    #expect(page.contains("0 of 60 delivered"))
    #expect(page.contains("/pause\""))
  }

  @Test func `a button pressed twice launches once and leads to the messages both times`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 12)
    let client = try await OfficeClient(office)
    for _ in 0..<2 {
      let answer = await client.post("\(Self.campaign)/launch", [("shown", "12")])
      #expect(answer.status == 303)
      #expect(answer.location?.hasPrefix("\(Self.campaign)/messages") == true)
    }
    #expect(await client.text(Self.message).contains("0 of 12 delivered"))
  }

  @Test func `who watches the machine sees how many messages are in which state, and nobody's name`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 12)
    let client = try await OfficeClient(office)
    #expect(await client.text("/metrics").contains("outreach_messages{state=\"planned\"} 0"))
    _ = await client.post("\(Self.campaign)/launch", [("shown", "12")])
    let page = await client.text("/metrics")
    #expect(page.contains("outreach_messages{state=\"planned\"} 12\n"))
    #expect(page.contains("outreach_messages{state=\"delivered\"} 0\n"))
  }

  @Test func `up to fifty the button is enough, but not for a number that was never shown`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 12)
    let client = try await OfficeClient(office)
    #expect(await client.post("\(Self.campaign)/launch").status == 422)
    #expect(await client.post("\(Self.campaign)/launch", [("shown", "12")]).status == 303)
  }

  @Test func `a sending is paused, resumed and stopped for good`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 12)
    let client = try await OfficeClient(office)
    _ = await client.post("\(Self.campaign)/launch", [("shown", "12")])
    #expect(await client.post("\(Self.campaign)/pause", [("back", Self.message)]).status == 303)
    #expect(await client.text(Self.message).contains("Resume sending"))
    #expect(await client.post("\(Self.campaign)/resume").status == 303)
    #expect(await client.text("\(Self.campaign)/cancel").contains("12 people will not get this message"))
    #expect(await client.post("\(Self.campaign)/cancel").status == 303)
    #expect(await client.text(Self.message).contains("Cancelled"))
  }

  @Test func `a button leads back to its own campaign only`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 12)
    let client = try await OfficeClient(office)
    _ = await client.post("\(Self.campaign)/launch", [("shown", "12")])
    let answer = await client.post("\(Self.campaign)/pause", [("back", "//elsewhere.example/messages")])
    #expect(answer.headers.first { $0.name == "Location" }?.value.hasPrefix(Self.campaign) == true)
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

  @Test func `all sending stops and goes on by a button`() async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 12)
    let client = try await OfficeClient(office)
    _ = await client.post("\(Self.campaign)/launch", [("shown", "12")])
    #expect(await client.post("/messages/halt").status == 303)
    #expect(await client.text("/messages").contains("All sending is stopped."))
    #expect(await client.text("/today").contains("sending is paused by the system, 12 messages wait"))
    #expect(await client.post("/messages/resume").status == 303)
    #expect(await client.text(Self.message).contains("Running"))
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

  @Test(arguments: Language.allCases)
  func `doubtful messages leave again only when their number is typed`(language: Language) async throws {
    let office = try await PlannedOffice()
    try await office.addMessages(to: 4)
    var client = try await OfficeClient(office)
    client.language = language
    _ = await client.post("\(Self.campaign)/launch", [("shown", "4")])
    try await office.store.write { (tx) throws(StoreError) in
      for due in try tx.due(PlannedOffice.prices, "spool", at: PlannedOffice.now, limit: 2) {
        guard let started = try tx.start(due.stored, owner: "test", at: PlannedOffice.now) else { continue }
        try tx.move(started, .answerUnknown, at: PlannedOffice.now)
      }
    }
    #expect(await client.text(Self.message).contains("\(Self.message)/again"))
    let page = await client.get("\(Self.message)/again")
    #expect(MarkupChecks.findings(Sample.text(page)) == [])
    for typed in ["", "1", "3"] {
      #expect(await client.post("\(Self.message)/again", [("count", typed)]).status == 422)
    }
    #expect(await client.post("\(Self.message)/again", [("count", "2")]).status == 303)
    #expect(await !client.text(Self.message).contains("\(Self.message)/again"))
    #expect(await client.post("\(Self.message)/again", [("count", "2")]).status == 422)
  }
}
