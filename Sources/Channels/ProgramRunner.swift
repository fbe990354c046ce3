import Domain

/// Keeps one program running for a channel, and knows of each message whether the program may have had it.
actor ProgramRunner {
  enum Result: Sendable, Equatable {
    case answered(ProgramAnswer)
    /// The program was not there to be told.
    case neverLeft(String)
    /// It was told, at least in part, and gave no answer.
    case lost(String)
  }

  /// How long a program may take to say that it is ready, and for one message.
  struct Patience: Sendable {
    var start: Duration = .seconds(10)
    var answer: Duration = .seconds(30)
    /// Between two starts, doubled each time up to the longest.
    var restart: Duration = .seconds(1)
    var longestRestart: Duration = .seconds(60)
  }

  private struct Running {
    var child: ProgramChild
    var isReady = false
    /// It was told to end: nothing more is handed over, but what it has written still counts.
    var isEnding = false
    /// Whether it has ever answered: only then is a next start worth while at once.
    var hasAnswered = false
    var waiting: [CheckedContinuation<Bool, Never>] = []
  }

  private let name: String
  private let log: @Sendable (String) -> Void
  private let patience: Patience
  private var running: Running?
  private var underWay: [String: CheckedContinuation<Result, Never>] = [:]
  private var failures = 0
  private var notBefore = ContinuousClock.now
  private var told: [(number: Int64, event: CallbackEvent)] = []
  private var lastNumber: Int64 = 0
  private let cursor = String(UInt64.random(in: 0...UInt64.max), radix: 36)

  init(name: String, patience: Patience = Patience(), log: @escaping @Sendable (String) -> Void) {
    self.name = name
    self.patience = patience
    self.log = log
  }

  deinit { running?.child.dismiss() }

  /// Hands a line over and waits for the answer to it; a message's own id tells whose answer it is.
  func ask(_ id: String, _ line: [UInt8], _ launch: ProgramLaunch) async -> Result {
    guard underWay[id] == nil else { return .lost("The message is under way already.") }
    guard await isReady(launch), let child = running?.child else {
      return .neverLeft("The program does not run; its own words stand in the log.")
    }
    let clock = Task { [patience] in
      try await Task.sleep(for: patience.answer)
      self.giveUp(id, child)
    }
    defer { clock.cancel() }
    return await withCheckedContinuation { continuation in
      underWay[id] = continuation
      child.write(line) { [weak self] sent in
        if sent < line.count { Task { await self?.couldNotTell(id, child, anything: sent > 0) } }
      }
    }
  }

  /// Starts the program for a look; words for the operator when it does not come up.
  func trial(_ launch: ProgramLaunch) async -> String? {
    let isReady = await isReady(launch)
    running?.child.dismiss()
    return isReady ? nil : "The program does not start, or does not write {\"ready\": true} first."
  }

  /// Receipts and replies that the program wrote; `cursor` names the last that was stored, and whose it was.
  func events(after cursor: String?) -> PollReading {
    let parts = (cursor ?? "").split(separator: ":")
    if parts.count == 2, parts[0] == self.cursor, let stored = Int64(parts[1]) {
      told.removeAll { $0.number <= stored }
    }
    let next = told.prefix(500)
    return .events(next.map(\.event), next: next.last.map { "\(self.cursor):\($0.number)" } ?? cursor)
  }

  // MARK: - The program's life

  private func isReady(_ launch: ProgramLaunch) async -> Bool {
    if running == nil {
      guard ContinuousClock.now >= notBefore, let child = start(launch) else { return false }
      let (limit, channel) = (patience.start, launch.channel)
      Task { [weak self] in
        for await event in child.events { await self?.heed(event, from: child, channel) }
      }
      Task { [weak self] in
        try? await Task.sleep(for: limit)
        await self?.endUnlessReady(child)
      }
    }
    if running?.isEnding == true { return false }
    if running?.isReady == true { return true }
    return await withCheckedContinuation { running?.waiting.append($0) }
  }

  private func start(_ launch: ProgramLaunch) -> ProgramChild? {
    do throws(ProgramChild.DidNotStart) {
      let child = try ProgramChild(launch)
      running = Running(child: child)
      return child
    } catch {
      log("The program of channel \(name) did not start: \(error)")
      return nil
    }
  }

  private func heed(_ event: ProgramChild.Event, from child: ProgramChild, _ channel: ChannelID) {
    switch event {
    case .complaint(let words): log("The program of channel \(name) says: \(Self.withoutPeople(words))")
    case .ended(let code): bury(child, code)
    case .line(let bytes):
      switch ProgramLine.read(bytes, channel: channel) {
      case .ready: greet(child)
      case .answer(let answer):
        if running?.child === child { running?.hasAnswered = true }
        underWay.removeValue(forKey: answer.id)?.resume(returning: .answered(answer))
      case .event(let event):
        lastNumber += 1
        told.append((lastNumber, event))
      case nil: log("The program of channel \(name) wrote a line that is none of the ones it may write.")
      }
    }
  }

  private func greet(_ child: ProgramChild) {
    guard running?.child === child else { return }
    running?.isReady = true
    let waiting = running?.waiting ?? []
    running?.waiting = []
    for continuation in waiting { continuation.resume(returning: true) }
  }

  private func endUnlessReady(_ child: ProgramChild) {
    if let running, running.child === child, !running.isReady { end(child) }
  }

  private func end(_ child: ProgramChild) {
    if running?.child === child { running?.isEnding = true }
    child.end()
  }

  /// A program that leaves a message without an answer for so long is started anew.
  private func giveUp(_ id: String, _ child: ProgramChild) {
    guard let continuation = underWay.removeValue(forKey: id) else { return }
    end(child)
    continuation.resume(returning: .lost("The program gave no answer in time."))
  }

  private func couldNotTell(_ id: String, _ child: ProgramChild, anything: Bool) {
    guard let continuation = underWay.removeValue(forKey: id) else { return }
    end(child)
    let words = "The program was gone before it had read the message."
    continuation.resume(returning: anything ? .lost(words) : .neverLeft(words))
  }

  /// Everything it was told and did not answer may have been carried or not.
  private func bury(_ child: ProgramChild, _ code: Int32) {
    guard let gone = running, gone.child === child else { return }
    running = nil
    failures = gone.hasAnswered ? 0 : failures + 1
    let wait = patience.restart * (1 << min(failures, 10))
    notBefore = .now + min(wait, patience.longestRestart)
    log("The program of channel \(name) ended with \(code).")
    for continuation in gone.waiting { continuation.resume(returning: false) }
    let lost = underWay
    underWay = [:]
    for continuation in lost.values { continuation.resume(returning: .lost("The program ended without an answer.")) }
  }

  /// Its words are for whoever keeps it running: numbers, addresses and letters of Khmer could be somebody.
  static func withoutPeople(_ words: [UInt8]) -> String {
    let masked = String(decoding: words.prefix(400), as: UTF8.self).split(separator: " ").map { word in
      let isSafe = word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f } && !word.contains("@")
      return isSafe && word.filter(\.isNumber).count < 6 ? String(word) : "…"
    }
    return masked.joined(separator: " ")
  }
}
