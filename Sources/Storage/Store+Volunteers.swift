public import Domain
import Secrets

extension Transaction {
  /// Stores the volunteer; phone and Telegram lie sealed, apart from the rest.
  @discardableResult
  public func put(_ volunteer: Volunteer) throws(StoreError) -> Change {
    let digest = key.keyedDigest(try Self.encode(volunteer))
    let old: String? = try first("SELECT digest FROM volunteers WHERE id = ?", [.text(volunteer.id.text)]) {
      $0.text(0)
    }
    if old == digest { return .unchanged }
    var clear = volunteer
    clear.phone = nil
    clear.telegram = nil
    try run(
      "INSERT OR REPLACE INTO volunteers(id, body, phone_sealed, telegram_sealed, digest) VALUES(?, ?, ?, ?, ?)",
      [
        .text(volunteer.id.text), .text(try Self.encode(clear)),
        Value(volunteer.phone.map { key.seal($0, context: Self.context(volunteer.id, "phone")) }),
        Value(volunteer.telegram.map { key.seal($0, context: Self.context(volunteer.id, "telegram")) }), .text(digest),
      ])
    return old == nil ? .created : .changed
  }

  public func volunteer(_ id: VolunteerID) throws(StoreError) -> Volunteer? {
    try first(
      "SELECT id, body, phone_sealed, telegram_sealed FROM volunteers WHERE id = ?", [.text(id.text)]
    ) { (row) throws(StoreError) in try volunteer(row) }
  }

  /// What the volunteer is called; nothing is unsealed for it.
  public func name(of id: VolunteerID) throws(StoreError) -> LocalizedText? {
    if let volunteer = decoded.current(Volunteer.self, "volunteer/\(id)") { return volunteer.name }
    return try first("SELECT body FROM volunteers WHERE id = ?", [.text(id.text)]) {
      (row) throws(StoreError) in try decoded.value(Volunteer.self, "volunteer/\(id)", row.text(0)).name
    }
  }

  /// All volunteers, by id.
  public func volunteers() throws(StoreError) -> [Volunteer] {
    try all("SELECT id, body, phone_sealed, telegram_sealed FROM volunteers ORDER BY id") {
      (row) throws(StoreError) in try volunteer(row)
    }
  }

  private static func context(_ id: VolunteerID, _ kind: String) -> String { "volunteer/\(id)/\(kind)" }

  private func volunteer(_ row: any Row) throws(StoreError) -> Volunteer {
    var volunteer = try decoded.value(Volunteer.self, "volunteer/\(row.text(0))", row.text(1))
    if let sealed = row.bytesOrNil(2) { volunteer.phone = try open(sealed, Self.context(volunteer.id, "phone")) }
    if let sealed = row.bytesOrNil(3) { volunteer.telegram = try open(sealed, Self.context(volunteer.id, "telegram")) }
    return volunteer
  }
}
