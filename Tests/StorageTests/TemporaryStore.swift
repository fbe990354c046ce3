import Domain
import Foundation
import Storage

/// A store of its own for one test. Only this file knows which database it is, so that a second one can join.
struct TemporaryStore: Sendable {
  let store: Store
  let folder: URL

  init() async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
    store = try await Store(Self.location(in: folder))
  }

  static func location(in folder: URL) -> StoreLocation {
    StoreLocation(url: "sqlite:\(folder.path)/office.sqlite")!
  }

  /// Opens the same files again, as another program would.
  func reopened() async throws -> Store { try await Store(Self.location(in: folder)) }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

extension Instant {
  static let noon = Instant(milliseconds: 1_795_000_000_000)
}

extension Citizen {
  /// Somebody invented, with a number of the samples' range.
  static func invented(_ number: Int) -> Citizen {
    var citizen = Citizen(id: CitizenID("C\(number)"), name: LocalizedText(km: "សុខ ដារ៉ា", en: "Sok Dara \(number)"))
    citizen.phone = PhoneNumber(e164: "+85500\(1_000_000 + number)")
    citizen.sex = number % 2 == 0 ? .female : .male
    citizen.birthYear = 1990
    citizen.village = Place.Code("02030101")
    citizen.household = HouseholdID("H\(number / 4)")
    citizen.facts.ownsHouse = true
    citizen.consents = [.sms: true]
    citizen.attributes = ["trade": .text("mason"), "children": .number(3)]
    return citizen
  }
}
