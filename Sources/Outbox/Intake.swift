import Channels
import Domain
import Phones
import Storage

/// Takes home what providers post, many in one transaction: each call is answered only after its own is committed.
actor Intake {
  private struct Waiting {
    var events: [CallbackEvent]
    var channel: ChannelID
    var at: Instant
    var done: CheckedContinuation<Result<String?, StoreError>, Never>
  }

  private let store: Store
  private let cache: RulesCache
  private var queue: [Waiting] = []
  private var isBusy = false

  init(store: Store, cache: RulesCache) {
    self.store = store
    self.cache = cache
  }

  /// Stores the events; the words to answer a STOP or START with, nil for anything else. Returns after the commit.
  func take(_ events: [CallbackEvent], from channel: ChannelID, at now: Instant) async throws(StoreError) -> String? {
    let result = await withCheckedContinuation { continuation in
      queue.append(Waiting(events: events, channel: channel, at: now, done: continuation))
      if !isBusy {
        isBusy = true
        Task { await self.work() }
      }
    }
    return try result.get()
  }

  private func work() async {
    while !queue.isEmpty {
      let batch = queue
      queue.removeAll(keepingCapacity: true)
      let items = batch.map { ($0.events, $0.channel, $0.at) }
      do throws(StoreError) {
        let answers = try await store.write { [cache] (tx) throws(StoreError) in
          let rules = try cache.rules(tx)
          var answers: [String?] = []
          for (events, channel, now) in items {
            answers.append(try Self.take(events, channel, now, rules, tx))
          }
          return answers
        }
        for (waiting, answer) in zip(batch, answers) { waiting.done.resume(returning: .success(answer)) }
      } catch {
        for waiting in batch { waiting.done.resume(returning: .failure(error)) }
      }
    }
    isBusy = false
  }

  private static func take(
    _ events: [CallbackEvent], _ channel: ChannelID, _ now: Instant, _ rules: SendingRules, _ tx: Transaction
  ) throws(StoreError) -> String? {
    var answer: String?
    for event in events {
      switch event {
      case .receipt(let receipt): try tx.take(receipt, at: now)
      case .reply(let reply):
        let address = address(of: reply, on: channel, rules)
        let meaning = StopWords.meaning(of: reply.text)
        let isNew = try tx.take(
          meaning, text: reply.text, fingerprint: reply.fingerprint, from: address, on: channel, at: now)
        guard isNew else { continue }
        let language = try tx.latestLanguage(to: address) ?? rules.office.languages.first ?? .km
        answer = StopWords.confirmation(meaning, in: language)
      }
    }
    return answer
  }

  /// The address as we would have written it, so that it is found again.
  private static func address(of reply: Reply, on channel: ChannelID, _ rules: SendingRules) -> Address {
    let kind = rules.channels[channel].map { $0.adapter.descriptor.kind(of: $0.channel) } ?? .phone
    guard kind == .phone else { return Address(kind, kind == .email ? reply.from.lowercased() : reply.from) }
    let reader = PhoneReader(testPrefixes: rules.office.testNumbers)
    if let reading = try? reader.read(reply.from) { return Address(reading.number) }
    // Networks drop the plus.
    let digits = String(reply.from.filter { $0.isASCII && $0.isNumber })
    return Address(.phone, "+\(digits)")
  }
}
