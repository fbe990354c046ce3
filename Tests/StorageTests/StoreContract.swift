import Domain
import Foundation
import Storage
import Testing

/// What every database behind the store must keep.
@Suite struct StoreContract {
  @Test func `a transaction that fails leaves nothing behind`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    await #expect(throws: StoreError.notFound("the end")) {
      try await temporary.store.write { (tx) throws(StoreError) in
        try tx.put(Citizen.invented(1), at: .noon)
        throw .notFound("the end")
      }
    }
    #expect(try await temporary.store.read { (tx) throws(StoreError) in try tx.citizenCount() } == 0)
  }

  @Test func `a rehearsal sees its own changes and nobody else ever does`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let inside = try await temporary.store.rehearse { (tx) throws(StoreError) -> Int in
      try tx.put(Citizen.invented(1), at: .noon)
      return try tx.citizenCount()
    }
    let outside = try await temporary.store.read { (tx) throws(StoreError) in try tx.citizenCount() }
    #expect((inside, outside) == (1, 0))
  }

  @Test func `two programs share one store`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let second = try await temporary.reopened()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        let store = number % 2 == 0 ? temporary.store : second
        group.addTask {
          _ = try await store.write { (tx) throws(StoreError) in try tx.put(Citizen.invented(number), at: .noon) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await second.read { (tx) throws(StoreError) in try tx.citizenCount() } == 40)
  }

  @Test func `the key of another store is refused with words that say what to do`() async throws {
    let first = try await TemporaryStore()
    let second = try await TemporaryStore()
    defer {
      first.remove()
      second.remove()
    }
    var location = TemporaryStore.location(in: first.folder)
    location.keyPath = TemporaryStore.location(in: second.folder).keyPath
    await #expect(throws: StoreError.key("The key file belongs to another store. Name the right one with --key.")) {
      _ = try await Store(location)
    }
  }

  @Test func `a store without its key file is not opened with a new one`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    try FileManager.default.removeItem(atPath: TemporaryStore.location(in: temporary.folder).keyPath)
    await #expect(throws: StoreError.self) { _ = try await temporary.reopened() }
    #expect(!FileManager.default.fileExists(atPath: TemporaryStore.location(in: temporary.folder).keyPath))
  }

  @Test func `a file that is no database is out of reach`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let location = TemporaryStore.location(in: temporary.folder.appendingPathComponent("other"))
    try FileManager.default.createDirectory(
      atPath: (location.path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    let key = TemporaryStore.location(in: temporary.folder).keyPath
    try FileManager.default.copyItem(atPath: key, toPath: location.keyPath)
    try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: location.path))
    await #expect(throws: StoreError.self) { _ = try await Store(location) }
  }

  @Test func `a whole store has no problems`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let problems = try await temporary.store.write { (tx) throws(StoreError) -> [String] in
      try tx.audit("apply", "files", by: "test", at: .noon)
      try tx.audit("plan", "campaign spring", by: "test", at: .noon)
      return try tx.problems()
    }
    #expect(problems.isEmpty)
  }

  @Test func `documents keep a revision that grows with each change`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let owners = Segment(id: "owners", name: LocalizedText(en: "Owners"), rule: "owns_house")
    let renamed = Segment(id: "owners", name: LocalizedText(en: "House owners"), rule: "owns_house")
    let revisions = try await temporary.store.write { (tx) throws(StoreError) -> [Int?] in
      var revisions: [Int?] = []
      for segment in [owners, owners, renamed] {
        try tx.put(segment, at: .noon)
        revisions.append(try tx.revised(Segment.self, "owners")?.revision)
      }
      return revisions
    }
    #expect(revisions == [1, 1, 2])
  }
}
