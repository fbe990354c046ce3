public import Actions
public import Domain
import Foundation
import Secrets
public import Storage
import Synchronization

/// A small office with two teams at doors on Saturday 14 November 2026 in Svay Por, a forum a week later, and a clock
/// that the test turns. Its folder goes when the value does.
public final class FieldDay: Sendable {
  public let store: Store
  public let workplace: Workplace
  private let clock: ClockBox
  private let folder: URL

  public static let saturday = LocalDate("2026-11-14")!

  public init(doors: Int = 60) async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("outreach-field-\(UUID().uuidString)")
    let store = try await Store(StoreLocation(url: "sqlite:\(folder.path)/office.sqlite")!)
    let clock = ClockBox(Self.instant(Self.saturday, "08:00"))
    self.store = store
    self.clock = clock
    workplace = Workplace(store: store, clock: { clock.now })
    let people = FieldPeople(doors: doors)
    try await store.write { (tx) throws(StoreError) in try people.write(tx, at: clock.now) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  public static func instant(_ date: LocalDate, _ time: String) -> Instant {
    LocalDateTime(date: date, time: TimeOfDay(time)!).instant(at: .phnomPenh)
  }

  public var now: Instant { clock.now }

  /// Turns the office's clock.
  public func turn(to date: LocalDate, _ time: String) { clock.now = Self.instant(date, time) }

  public var coordinator: ActionContext {
    workplace.context(for: Principal(name: "sophea", role: .coordinator))
  }

  public var field: ActionContext { workplace.context(for: Principal(name: "volunteer", role: .volunteer)) }

  public func codes(_ volunteer: VolunteerID) async throws -> VolunteerCodes {
    try await LinkVolunteer.run(volunteer, in: coordinator)
  }

  public func visits(_ route: RouteID = FieldPeople.route) async throws -> [Visit] {
    try await store.read { (tx) throws(StoreError) in try tx.visits(on: route) }
  }

  /// Signs somebody in; the session's token and the token of its forms.
  public func session(_ role: Role = .coordinator, area: Place.Code? = nil) async throws -> (String, String) {
    let token = Token.random()
    let csrf = Token.randomID()
    let name = "user-\(token.prefix(8))"
    let at = now
    try await store.write { (tx) throws(StoreError) in
      _ = try tx.create(Account(name: name, role: role, area: area), at: at)
      try tx.openSession(token: token, account: name, csrf: csrf, at: at)
    }
    return (token, csrf)
  }
}

/// What the office's clock shows, turned by the test and read by everybody else.
private final class ClockBox: Sendable {
  private let value: Mutex<Instant>

  init(_ instant: Instant) { value = Mutex(instant) }

  var now: Instant {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}
