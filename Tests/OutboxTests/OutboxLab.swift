import Channels
import Domain
import Foundation
import Storage
import Synchronization
import Testing

@testable import Outbox

/// Time that moves only when told to: sleeping moves it at once.
final class VirtualClock: Sendable {
  private let state = Mutex<(now: Int64, uptime: Double)>((0, 1000))

  init(_ start: LocalDateTime) {
    state.withLock { $0.now = start.instant(at: .phnomPenh).milliseconds }
  }

  func advance(_ seconds: Double) {
    state.withLock { state in
      state.now += Int64((seconds * 1000).rounded())
      state.uptime += seconds
    }
  }

  var now: Instant { Instant(milliseconds: state.withLock { $0.now }) }
  var uptime: Double { state.withLock { $0.uptime } }

  var clock: OutboxClock {
    OutboxClock(now: { self.now }, uptime: { self.uptime }, sleep: { self.advance($0) })
  }
}

/// A provider that answers by script and remembers what it was asked, and when.
final class ScriptedProvider: Sendable {
  struct Asked: Sendable {
    var key: String
    var to: String
    var text: String
    var at: Double
  }

  private let seen = Mutex<[Asked]>([])
  let script: @Sendable (_ number: Int) -> SendOutcome
  let keyed: Bool
  let clock: VirtualClock

  init(keyed: Bool, clock: VirtualClock, _ script: @escaping @Sendable (_ number: Int) -> SendOutcome) {
    self.keyed = keyed
    self.clock = clock
    self.script = script
  }

  var asked: [Asked] { seen.withLock { $0 } }

  func take(_ request: SendRequest) -> SendOutcome {
    let number = seen.withLock { seen -> Int in
      seen.append(Asked(key: request.key, to: request.to.value, text: request.text, at: clock.uptime))
      return seen.count
    }
    return script(number)
  }
}

struct ScriptedAdapter: ChannelAdapter {
  let provider: ScriptedProvider

  var descriptor: ChannelDescriptor {
    var descriptor = ChannelDescriptor(adapter: "scripted", addresses: [.phone], keyed: provider.keyed)
    descriptor.parseCallback = { _ in .forged }
    return descriptor
  }

  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared {
    if text.isEmpty { throw .emptyText }
    return Prepared(text: text, parts: 1 + text.utf16.count / 161, encoding: .gsm7)
  }

  func send(_ request: SendRequest) async -> SendOutcome { provider.take(request) }
}

/// A small office with people, one campaign and one channel, in a store of its own.
final class OutboxLab {
  let store: Store
  let folder: URL
  let clock: VirtualClock
  let provider: ScriptedProvider
  let cache: RulesCache
  let desk: ChannelDesk

  typealias Edit = (inout Office, inout Channel, inout Campaign) -> Void

  static func asIs(_ office: inout Office, _ channel: inout Channel, _ campaign: inout Campaign) {}

  /// People have the numbers +855002000000, +855002000001 …
  init(
    people: Int = 10, keyed: Bool = false, at start: String = "2026-11-10T10:00",
    edit: Edit = OutboxLab.asIs,
    script: @escaping @Sendable (Int) -> SendOutcome = { .accepted(references: ["r\($0)"]) }
  ) async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("outbox-\(UUID().uuidString)")
    clock = VirtualClock(try #require(LocalDateTime(start)))
    provider = ScriptedProvider(keyed: keyed, clock: clock, script)
    let adapter = ScriptedAdapter(provider: provider)
    desk = ChannelDesk { _ in adapter }
    cache = RulesCache { _ in adapter }
    store = try await Store(try #require(StoreLocation(url: "sqlite:\(folder.path)/lab.sqlite")))
    var (office, channel, campaign) = Self.documents()
    edit(&office, &channel, &campaign)
    let (documents, now) = ((office, channel, campaign), clock.now)
    try await store.write { (tx) throws(StoreError) in
      try tx.put(documents.0, at: now)
      try tx.put(documents.1, at: now)
      try tx.put(documents.2, at: now)
      try tx.put(Segment(id: "all", name: LocalizedText(en: "Everybody"), rule: "has phone"), at: now)
      for number in 0..<people { try tx.put(Self.citizen(number), at: now) }
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func documents() -> (Office, Channel, Campaign) {
    var office = Office(id: "office", name: LocalizedText(km: "សាលា", en: "The office"))
    office.live = true
    office.testNumbers = ["+85500"]
    // Not in the list, but the desk of this lab answers for every name.
    var channel = Channel(id: "sms", adapter: "spool")
    channel.connections = 4
    var campaign = Campaign(
      id: "spring", name: LocalizedText(en: "Spring"), places: [],
      dates: (LocalDate("2026-11-01")!, LocalDate("2026-12-20")!))
    campaign.segment = "all"
    var invite = Activity(id: "invite", kind: .message)
    invite.channel = "sms"
    invite.text = LocalizedText(km: "សួស្តី {name} {stop}", en: "Hello {name}. {stop}")
    campaign.activities = [invite]
    return (office, channel, campaign)
  }

  static func citizen(_ number: Int) -> Citizen {
    var citizen = Citizen(id: CitizenID("c\(1000 + number)"), name: LocalizedText(en: "Person \(number)"))
    citizen.phone = PhoneNumber(e164: phone(number))
    citizen.language = "en"
    citizen.consents = [.sms: true]
    return citizen
  }

  static func phone(_ number: Int) -> String { "+85500\(2_000_000 + number)" }

  func plan() async throws -> Result<LaunchPlan, LaunchFault> {
    let (now, desk) = (clock.now, desk)
    return try await store.read { (tx) throws(StoreError) in
      guard let campaign = try tx.revised(Campaign.self, "spring") else { throw .notFound("campaign spring") }
      return try Launch(campaign, at: now, desk: desk).plan(tx)
    }
  }

  @discardableResult
  func launch() async throws -> LaunchPlan {
    let plan = try await plan().get()
    let now = clock.now
    let isNew = try await store.write { (tx) throws(StoreError) in try plan.commit(tx, by: "test", at: now) }
    #expect(isNew)
    return plan
  }

  func dispatcher(_ owner: String = "owner") async throws -> Dispatcher {
    let record = OwnerRecord(id: owner, pid: 1, processStarted: owner, heartbeat: clock.now)
    try await store.write { (tx) throws(StoreError) in try tx.beat(record) }
    return Dispatcher(channel: "sms", owner: owner, store: store, clock: clock.clock, cache: cache)
  }

  /// Takes rounds until nothing is left or the patience ends; time moves on by what each round asks to wait.
  func run(_ dispatcher: Dispatcher, rounds: Int = 400) async throws {
    for _ in 0..<rounds {
      let wait = try await dispatcher.round()
      await dispatcher.settled()
      if try await left() == 0 { return }
      clock.advance(max(wait, 0.001))
    }
  }

  func counts() async throws -> [Delivery.State: Int] {
    let counts = try await store.read { (tx) throws(StoreError) in try tx.messageCounts("spring") }
    return counts.reduce(into: [:]) { $0[$1.state, default: 0] += $1.count }
  }

  func left() async throws -> Int {
    let counts = try await counts()
    return (counts[.planned] ?? 0) + (counts[.sending] ?? 0)
  }

  func messages() async throws -> [StoredMessage] {
    try await store.read { (tx) throws(StoreError) in
      var all: [StoredMessage] = []
      try tx.eachMessage(of: "spring") { all.append($0) }
      return all
    }
  }

  func reply(_ text: String, from number: Int, fingerprint: String? = nil) async throws -> String? {
    let intake = Intake(store: store, cache: cache)
    let reply = Reply(from: Self.phone(number), text: text, fingerprint: fingerprint)
    return try await intake.take([.reply(reply)], from: "sms", at: clock.now)
  }

  func receipt(_ reference: String, _ status: Receipt.Status) async throws {
    let intake = Intake(store: store, cache: cache)
    _ = try await intake.take(
      [.receipt(Receipt(channel: "sms", reference: reference, status: status))], from: "sms", at: clock.now)
  }

  func halt(_ halted: Bool) async throws {
    try await store.write { (tx) throws(StoreError) in try tx.setHalted(halted) }
  }
}
