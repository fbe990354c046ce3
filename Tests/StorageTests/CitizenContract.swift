import Domain
import Foundation
import Storage
import Testing

@Suite struct CitizenContract {
  @Test func `a citizen comes back as stored, addresses and attributes included`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let citizen = Citizen.invented(1)
    _ = try await temporary.store.write { (tx) throws(StoreError) in try tx.put(citizen, at: .noon) }
    var read = try #require(try await temporary.store.read { (tx) throws(StoreError) in try tx.citizen(citizen.id) })
    #expect(read.addresses == [.phone])
    // Consent lives in the ledger, not in the record.
    read.citizen.consents = citizen.consents
    #expect(read.citizen == citizen)
  }

  @Test func `the same citizen again changes nothing, another fact does`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    var citizen = Citizen.invented(1)
    var changes: [Change] = []
    for _ in 0..<2 {
      let one = citizen
      changes.append(try await temporary.store.write { (tx) throws(StoreError) in try tx.put(one, at: .noon) })
    }
    citizen.facts.ownsHouse = nil
    let other = citizen
    changes.append(try await temporary.store.write { (tx) throws(StoreError) in try tx.put(other, at: .noon) })
    #expect(changes == [.created, .unchanged, .changed])
  }

  @Test func `no address lies in the files in clear`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let citizen = Citizen.invented(7)
    _ = try await temporary.store.write { (tx) throws(StoreError) in try tx.put(citizen, at: .noon) }
    try await temporary.store.checkpoint()
    let files = try FileManager.default.contentsOfDirectory(at: temporary.folder, includingPropertiesForKeys: nil)
    for file in files {
      let bytes = try Data(contentsOf: file)
      #expect(bytes.range(of: Data("1000007".utf8)) == nil, "\(file.lastPathComponent) holds the number")
    }
    #expect(files.contains { (try? Data(contentsOf: $0))?.range(of: Data("Sok Dara 7".utf8)) != nil })
  }

  @Test func `people are found by an address that several share`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    var second = Citizen.invented(2)
    second.phone = Citizen.invented(1).phone
    let people = [Citizen.invented(1), second, Citizen.invented(3)]
    let found = try await temporary.store.write { (tx) throws(StoreError) in
      for citizen in people { try tx.put(citizen, at: .noon) }
      return try tx.citizens(at: Address(people[0].phone!))
    }
    #expect(found == ["C1", "C2"])
  }

  @Test func `an import may withdraw consent but never loosen what a person said`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let citizen = Citizen.invented(1)
    let states = try await temporary.store.write { (tx) throws(StoreError) -> [Bool] in
      var states: [Bool] = []
      try tx.put(citizen, at: .noon)
      states.append(try tx.hasConsent(citizen.id, .sms))
      let no = ConsentEntry(citizen: citizen.id, purpose: .sms, given: false, source: .reply, at: .noon)
      try tx.append(no, citizen: citizen.id)
      states.append(try tx.hasConsent(citizen.id, .sms))
      var older = citizen
      older.birthYear = 1989
      try tx.put(older, at: .noon)
      states.append(try tx.hasConsent(citizen.id, .sms))
      return states
    }
    #expect(states == [true, false, false])
  }

  @Test func `whoever refuses everything stays refused after the record comes in again`() async throws {
    let temporary = try await TemporaryStore()
    defer { temporary.remove() }
    let citizen = Citizen.invented(1)
    let (before, after, lifted) = try await temporary.store.write { (tx) throws(StoreError) -> (Bool, Bool, Bool) in
      try tx.put(citizen, at: .noon)
      let index = tx.index(of: Address(citizen.phone!))
      let stop = ConsentEntry(citizen: citizen.id, purpose: nil, given: false, source: .reply, at: .noon)
      try tx.append(stop, citizen: citizen.id)
      let before = try tx.isSuppressed(index)
      var again = citizen
      again.name.en = "Sok Dara, teacher"
      try tx.put(again, at: .noon)
      let after = try tx.isSuppressed(index)
      let start = ConsentEntry(citizen: citizen.id, purpose: nil, given: true, source: .reply, at: .noon)
      try tx.append(start, citizen: citizen.id)
      return (before, after, try tx.isSuppressed(index))
    }
    #expect((before, after, lifted) == (true, true, false))
  }
}
