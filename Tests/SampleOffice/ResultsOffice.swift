public import Actions
public import Domain
import Foundation
import Secrets
public import Storage

/// Two small campaigns with results that can be computed by hand: one led with a partner in 0203, one by the
/// government in 0204. Its folder goes when the value does.
public final class ResultsOffice: Sendable {
  public static let ngo: CampaignID = "with-partner"
  public static let government: CampaignID = "by-ourselves"
  public let workplace: Workplace
  public let store: Store
  private let folder: URL

  /// Monday 21 December 2026, 09:00 in Phnom Penh.
  public static let now = LocalDateTime(date: LocalDate("2026-12-21")!, time: TimeOfDay("09:00")!).instant(at: .phnomPenh)

  /// - Parameter empty: the office and its people, without any result.
  public init(empty: Bool = false) async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("outreach-results-\(UUID().uuidString)")
    let store = try await Store(StoreLocation(url: "sqlite:\(folder.path)/office.sqlite")!)
    self.store = store
    workplace = Workplace(store: store, clock: { Self.now })
    try await store.write { (tx) throws(StoreError) in
      try ResultsFigures.setUp(tx, at: Self.now)
      guard !empty else { return }
      try ResultsFigures.plan(tx, at: Self.now)
      try ResultsFigures.happen(tx, at: Self.now)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  public func context(_ role: Role?) -> ActionContext {
    workplace.context(for: Principal(name: "sophea", role: role))
  }

  /// Signs somebody in; the session's token and the token of its forms.
  public func session(_ role: Role) async throws -> (token: String, form: String) {
    let (token, form) = (Token.random(), Token.randomID())
    let name = "user-\(form.prefix(8))"
    try await store.write { (tx) throws(StoreError) in
      _ = try tx.create(Account(name: name, role: role, area: nil), at: Self.now)
      try tx.openSession(token: token, account: name, csrf: form, at: Self.now)
    }
    return (token, form)
  }

  /// A token for the API.
  public func apiToken(_ role: Role) async throws -> String {
    let token = Token.random()
    try await store.write { (tx) throws(StoreError) in
      try tx.addAPIToken(token, label: "test", role: role, lifetime: (Self.now, nil))
    }
    return token
  }
}
