import Channels
import Domain
import Foundation
import Storage
import Synchronization
import Testing

@testable import Outbox

/// A provider that keeps what people wrote until it is asked with the number behind it.
private final class Mailbox: Sendable {
  struct State {
    var texts: [String] = []
    var asked: [String?] = []
    var isDown = false
  }

  let state = Mutex(State())

  func ask(_ cursor: String?) -> PollReading {
    state.withLock { state in
      state.asked.append(cursor)
      if state.isDown { return .failed(ProviderWords(code: "409", "Conflict")) }
      let from = cursor.flatMap { Int($0) } ?? 0
      let events = state.texts.enumerated().dropFirst(from).map { number, text in
        CallbackEvent.reply(Reply(from: OutboxLab.phone(0), text: text, fingerprint: "\(number)"))
      }
      return .events(events, next: state.texts.isEmpty ? cursor : String(state.texts.count))
    }
  }
}

private struct PolledAdapter: ChannelAdapter {
  let mailbox: Mailbox

  var descriptor: ChannelDescriptor {
    var descriptor = ChannelDescriptor(adapter: "polled", addresses: [.phone], keyed: false)
    descriptor.poll = { [mailbox] in mailbox.ask($0) }
    return descriptor
  }

  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared {
    Prepared(text: text, parts: 1, encoding: .gsm7)
  }

  func send(_ request: SendRequest) async -> SendOutcome { .accepted(references: []) }
}

struct PollerTests {
  private let mailbox = Mailbox()

  private func poller(_ lab: OutboxLab, log: @escaping @Sendable (String) -> Void = { _ in }) -> Poller {
    let adapter = PolledAdapter(mailbox: mailbox)
    return Poller("sms", store: lab.store, cache: RulesCache { _ in adapter }, clock: lab.clock.clock, log: log)
  }

  private func isSuppressed(_ lab: OutboxLab) async throws -> Bool {
    try await lab.store.read { (tx) throws(StoreError) in try !tx.suppressedAddresses().isEmpty }
  }

  @Test func `what was stored is asked for no more, and a new start does not undo it`() async throws {
    let lab = try await OutboxLab(people: 1)
    mailbox.state.withLock { $0.texts = ["STOP"] }
    let first = poller(lab)
    _ = await first.turn()
    #expect(try await isSuppressed(lab))
    mailbox.state.withLock { $0.texts.append("START") }
    _ = await first.turn()
    #expect(try await !isSuppressed(lab))
    // A new start asks from the beginning and is told everything again.
    _ = await poller(lab).turn()
    #expect(try await !isSuppressed(lab))
    #expect(mailbox.state.withLock { $0.asked } == [nil, "1", nil])
  }

  @Test func `a provider that cannot be asked is complained about once, and asked again later`() async throws {
    let lab = try await OutboxLab(people: 1)
    let lines = Lines()
    mailbox.state.withLock { $0.isDown = true }
    let poller = poller(lab) { lines.add($0) }
    #expect(await poller.turn() == 30)
    #expect(await poller.turn() == 30)
    #expect(lines.all == ["Channel sms could not be asked for replies: 409 Conflict"])
    mailbox.state.withLock { ($0.isDown, $0.texts) = (false, ["STOP"]) }
    _ = await poller.turn()
    #expect(try await isSuppressed(lab))
  }

  @Test func `a channel that calls us is not asked`() async throws {
    let lab = try await OutboxLab(people: 1)
    let poller = Poller("sms", store: lab.store, cache: lab.cache, clock: lab.clock.clock) { _ in }
    #expect(await poller.turn() == 10)
  }

  private final class Lines: Sendable {
    private let state = Mutex<[String]>([])
    func add(_ line: String) { state.withLock { $0.append(line) } }
    var all: [String] { state.withLock { $0 } }
  }
}
