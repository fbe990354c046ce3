import Domain
import Storage
import Testing

@testable import Outbox

struct LaunchTests {
  private func add(_ lab: OutboxLab, _ edit: (inout Citizen) -> Void) async throws {
    var citizen = OutboxLab.citizen(900)
    edit(&citizen)
    let (made, now) = (citizen, lab.clock.now)
    try await lab.store.write { (tx) throws(StoreError) in _ = try tx.put(made, at: now) }
  }

  private func reasons(_ lab: OutboxLab) async throws -> [String: Int] { try await lab.plan().get().preview.leftOut }

  @Test func `people who must not be written to are left out with the reason`() async throws {
    let lab = try await OutboxLab(people: 2)
    try await add(lab) { $0.consents = [:] }
    #expect(try await reasons(lab) == ["noConsent": 1])
    try await add(lab) { $0.phone = PhoneNumber(e164: OutboxLab.phone(1)) }
    #expect(try await reasons(lab) == ["sharedAddress": 1])
    try await add(lab) { $0.optedOut = true }
    #expect(try await reasons(lab) == ["optedOut": 1])
  }

  @Test func `one person's stop stops the number for all who share it`() async throws {
    let lab = try await OutboxLab(people: 1)
    try await add(lab) { $0.phone = PhoneNumber(e164: OutboxLab.phone(0)) }
    _ = try await lab.reply("STOP", from: 0)
    let plan = try await lab.plan().get()
    #expect(plan.preview.recipients == 0 && plan.preview.leftOut == ["optedOut": 2])
  }

  @Test func `until the office is live only its test recipients are reached`() async throws {
    let lab = try await OutboxLab(people: 3) { office, _, _ in
      office.live = false
      office.testRecipients = [OutboxLab.phone(2)]
    }
    let plan = try await lab.plan().get()
    #expect(plan.preview.recipients == 1 && plan.preview.leftOut == ["notTestRecipient": 2])
    #expect(plan.messages.first?.message.address.value == OutboxLab.phone(2))
  }

  @Test func `who has had enough messages gets no more`() async throws {
    let lab = try await OutboxLab(people: 2) { office, _, campaign in
      office.contactCap = ContactCap("1 per 7 days")
      var second = campaign.activities[0]
      second.id = "again"
      campaign.activities.append(second)
    }
    try await lab.launch()
    try await lab.run(try await lab.dispatcher())
    // Both activities were laid down before anything left; the second is held back at the last moment.
    #expect(try await lab.counts() == [.sent: 2, .skipped: 2])
    #expect(try await lab.messages().filter { $0.reason == .contactCap }.count == 2)
  }

  @Test func `texts follow the reader's language and are frozen`() async throws {
    let lab = try await OutboxLab(people: 1)
    try await add(lab) { citizen in
      citizen.language = "km"
      citizen.name = LocalizedText(km: "សុខា")
    }
    let plan = try await lab.launch()
    #expect(
      plan.messages.map(\.message.text).sorted() == ["Hello Person 0. Reply STOP to end", "សួស្តី សុខា ឆ្លើយ STOP ដើម្បីឈប់"])
  }

  @Test func `a first message that does not say how to stop is refused`() async throws {
    let lab = try await OutboxLab(people: 1) { _, _, campaign in
      campaign.activities[0].text = LocalizedText(en: "Hello {name}")
    }
    guard case .failure(let fault) = try await lab.plan() else { throw Unexpected() }
    #expect(fault.reasons.count == 1 && fault.reasons[0].contains("{stop}"))
  }

  @Test func `an unknown field stops the launch before anything is sent`() async throws {
    let lab = try await OutboxLab(people: 1) { _, _, campaign in
      campaign.activities[0].text = LocalizedText(en: "Hello {nmae}. STOP to end")
    }
    guard case .failure(let fault) = try await lab.plan() else { throw Unexpected() }
    #expect(
      fault.reasons == [
        "The text of activity invite has an unknown field {nmae}; there are {name}, {place}, {date}, {time}, {office}, {stop}."
      ])
  }

  @Test func `parts and money are known before launch`() async throws {
    let lab = try await OutboxLab(people: 3) { _, channel, campaign in
      channel.price = UnitPrice("0.02 USD")
      channel.rate = SendRate("1/min")
      campaign.activities[0].text = LocalizedText(en: String(repeating: "x", count: 170) + " STOP")
    }
    let preview = try await lab.plan().get().preview
    #expect(preview.recipients == 3 && preview.parts == 6 && preview.cost == ["0.12 USD"])
    #expect(preview.finishes == "2026-11-10T10:06")
  }

  @Test func `a message to people whose place has no occurrence is left out`() async throws {
    let lab = try await OutboxLab(people: 1) { _, _, campaign in
      campaign.activities[0].at = .before(days: 2, "forum")
      campaign.activities[0].text = LocalizedText(en: "Come to {place} on {date} at {time}. {stop}")
    }
    guard case .failure(let fault) = try await lab.plan() else { throw Unexpected() }
    #expect(fault.reasons[0].contains("Plan and accept"))
    var plan = Plan(campaign: "spring")
    var forum = Occurrence(
      id: "o1", campaign: "spring", activity: "forum", date: LocalDate("2026-11-20")!, start: TimeOfDay(minutes: 480))
    forum.place = Place.Code("020301")
    plan.occurrences = [forum]
    let (accepted, now) = (plan, lab.clock.now)
    try await lab.store.write { (tx) throws(StoreError) in
      try tx.propose(accepted, at: now)
      _ = try tx.accept("spring", at: now)
    }
    try await add(lab) { $0.village = Place.Code("02030101") }
    let result = try await lab.plan().get()
    #expect(result.preview.leftOut == ["noOccurrence": 1])
    let message = try #require(result.messages.first?.message)
    #expect(message.text == "Come to 020301 on 20/11/2026 at 08:00. Reply STOP to end")
    #expect(message.notBefore == LocalDateTime("2026-11-18T09:00")?.instant(at: .phnomPenh))
  }

  @Test func `launching twice lays nothing down twice`() async throws {
    let lab = try await OutboxLab(people: 4)
    let plan = try await lab.launch()
    let now = lab.clock.now
    let again = try await lab.store.write { (tx) throws(StoreError) in try plan.commit(tx, by: "test", at: now) }
    #expect(!again)
    #expect(try await lab.counts() == [.planned: 4])
  }

  @Test func `the key depends on campaign, activity and address, not on the text`() async throws {
    let lab = try await OutboxLab(people: 2)
    let first = try await lab.plan().get().messages.map(\.message.key)
    let second = try await lab.plan().get().messages.map(\.message.key)
    #expect(first == second && Set(first).count == 2)
  }

  private struct Unexpected: Error {}
}
