import Dispatch
import Synchronization
import Testing

@testable import Secrets

@Suite struct PasswordsTests {
  private let quick = Passwords(passes: 1, memory: 8 << 10)

  @Test func `a password opens its own hash and no other`() async throws {
    let stored = try await quick.hash("ភ្នំពេញ 2026")
    #expect(stored.hasPrefix("$argon2id$"))
    #expect(try await quick.verify("ភ្នំពេញ 2026", against: stored))
    #expect(try await !quick.verify("ភ្នំពេញ 2027", against: stored))
    #expect(try await !quick.verify("", against: stored))
  }

  @Test func `the same password never gives the same hash`() async throws {
    #expect(try await quick.hash("secret") != quick.hash("secret"))
  }

  @Test func `an unknown name is answered no`() async throws {
    #expect(try await !quick.verify("secret", against: nil))
    #expect(try await !quick.verify("secret", against: "no hash"))
  }

  @Test func `a hash of weaker limits asks to be made again`() async throws {
    let weak = try await quick.hash("secret")
    #expect(!quick.needsRehash(weak))
    #expect(Passwords().needsRehash(weak))
    #expect(Passwords().needsRehash("no hash"))
  }

  @Test func `the real limits are 64 MiB and two passes`() async throws {
    let passwords = Passwords()
    let stored = try await passwords.hash("secret")
    #expect(stored.contains("m=65536,t=2,"))
    #expect(try await passwords.verify("secret", against: stored))
    #expect(!passwords.needsRehash(stored))
  }

  @Test func `a password of more than a kilobyte is refused`() async throws {
    await #expect(throws: SecretsError.passwordTooLong(limit: 1024)) {
      try await quick.hash(String(repeating: "a", count: 1025))
    }
    _ = try await quick.hash(String(repeating: "a", count: 1024))
  }
}

@Suite struct WaitingLineTests {
  private final class Peak: Sendable {
    private let counts = Mutex((now: 0, most: 0))
    func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
    func leave() { counts.withLock { $0.now -= 1 } }
    var most: Int { counts.withLock { $0.most } }
  }

  @Test func `two run, the rest wait up to the limit, the next is told busy`() async {
    let line = WaitingLine(atOnce: 2, waiting: 3)
    let gate = DispatchSemaphore(value: 0)
    let peak = Peak()
    let results = await withTaskGroup(of: Result<Int, SecretsError>.self) { group in
      for number in 0..<12 {
        group.addTask {
          await line.run {
            peak.enter()
            gate.wait()
            peak.leave()
            return .success(number)
          }
        }
      }
      // Seven are turned away at once; only then may the five inside go on.
      var results: [Result<Int, SecretsError>] = []
      for await result in group {
        results.append(result)
        if results.count == 7 { for _ in 0..<5 { gate.signal() } }
      }
      return results
    }
    #expect(results.prefix(7).allSatisfy { $0 == .failure(.busy) })
    #expect(results.suffix(5).allSatisfy { (try? $0.get()) != nil })
    #expect(peak.most == 2)
    #expect(await line.run { .success(1) } == .success(1))
  }
}
