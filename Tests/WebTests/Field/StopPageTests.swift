import Actions
import Domain
import HTTPServer
import Outbox
import SampleOffice
import Storage
import Testing

@testable import Web

@Suite struct StopPageTests {
  private static let address = Address(.email, "sokha@example.org")

  /// A day on which somebody was sent a message, and the message's token.
  private func day() async throws -> (FieldDay, token: String) {
    let day = try await FieldDay(doors: 1)
    let now = day.workplace.now
    let token = try await day.store.write { (tx) throws(StoreError) in
      var message = Message(
        id: "m1", campaign: "know-your-office", activity: "invite", channel: "mail", to: ("citizen-3", Self.address))
      message.key = "key"
      message.text = "x"
      _ = try tx.add(NewMessage(message, purpose: .email, reserve: 0), at: now)
      return StopLink(secret: try tx.deliverySecret()).token("m1")
    }
    return (day, token)
  }

  private func isStopped(_ day: FieldDay) async throws -> Bool {
    try await day.store.read { (tx) throws(StoreError) in
      try tx.suppressedAddresses().contains(tx.index(of: Self.address))
    }
  }

  @Test(arguments: [(Language.en, "Do not contact me again"), (.km, "កុំ")])
  func `the link shows one button in the reader's language and changes nothing by itself`(
    language: Language, words: String
  ) async throws {
    let (day, token) = try await day()
    var client = FieldClient(day)
    client.language = language
    let page = await client.text("/stop/\(token)")
    #expect(page.contains(words))
    #expect(page.contains("<form method=\"post\" action=\"/stop/\(token)\">"))
    #expect(!page.contains(Self.address.value))
    #expect(try await !isStopped(day))
  }

  @Test func `the button stops everything to the address, and once more is no harm`() async throws {
    let (day, token) = try await day()
    let client = FieldClient(day)
    for _ in 0..<2 {
      let page = await client.post("/stop/\(token)", [])
      #expect(page.status == 200 && Sample.text(page).contains("no more messages"))
      #expect(try await isStopped(day))
    }
  }

  @Test func `a mail program's own button needs one post and nothing else`() async throws {
    let (day, token) = try await day()
    let answer = await FieldClient(day).post("/stop/\(token)", [("List-Unsubscribe", "One-Click")])
    #expect(answer.status == 200)
    #expect(try await isStopped(day))
  }

  @Test(arguments: ["", "x", "-", "m1-", "m1-000000000000000000000000", "m2-0a"])
  func `a link that is not ours stops nobody`(forged: String) async throws {
    let (day, _) = try await day()
    let client = FieldClient(day)
    #expect(await client.get("/stop/\(forged)").status == 404)
    #expect(await client.post("/stop/\(forged)", []).status == 404)
    #expect(try await !isStopped(day))
  }
}
