public import Domain
import Foundation

/// The kinds of documents that people edit.
public enum DocumentKind: String, Sendable, CaseIterable {
  case office, campaign, segment, channel, resource, calendar, survey, tariff
}

/// A thing that is kept as one document.
public protocol StoredDocument: Codable, Sendable {
  static var kind: DocumentKind { get }
  var documentID: String { get }
}

extension Office: StoredDocument {
  public static var kind: DocumentKind { .office }
  public var documentID: String { id.text }
}
extension Campaign: StoredDocument {
  public static var kind: DocumentKind { .campaign }
  public var documentID: String { id.text }
}
extension Segment: StoredDocument {
  public static var kind: DocumentKind { .segment }
  public var documentID: String { id.text }
}
extension Channel: StoredDocument {
  public static var kind: DocumentKind { .channel }
  public var documentID: String { id.text }
}
extension Resource: StoredDocument {
  public static var kind: DocumentKind { .resource }
  public var documentID: String { id.text }
}
extension HolidayCalendar: StoredDocument {
  public static var kind: DocumentKind { .calendar }
  public var documentID: String { id.text }
}
extension Survey: StoredDocument {
  public static var kind: DocumentKind { .survey }
  public var documentID: String { id.text }
}
extension Tariff: StoredDocument {
  public static var kind: DocumentKind { .tariff }
  public var documentID: String { id.text }
}

/// What writing one thing came to.
public enum Change: Sendable {
  case created, changed, unchanged
}

/// A document with the revision that `If-Match` compares.
public struct Revised<T: Sendable>: Sendable {
  public let value: T
  public let revision: Int
}

extension Transaction {
  /// Stores the document unless it is already there as it is.
  @discardableResult
  public func put<T: StoredDocument>(_ document: T, at now: Instant) throws(StoreError) -> Change {
    let body = try Self.encode(document)
    let old: String? = try first(
      "SELECT body FROM documents WHERE kind = ? AND id = ?", [.text(T.kind.rawValue), .text(document.documentID)]
    ) { $0.text(0) }
    if old == body { return .unchanged }
    try run(
      """
      INSERT INTO documents(kind, id, body, changed_at) VALUES(?, ?, ?, ?)
      ON CONFLICT(kind, id) DO UPDATE
      SET body = excluded.body, revision = revision + 1, changed_at = excluded.changed_at
      """,
      [.text(T.kind.rawValue), .text(document.documentID), .text(body), .integer(now.milliseconds)])
    return old == nil ? .created : .changed
  }

  public func document<T: StoredDocument>(_ type: T.Type = T.self, _ id: String) throws(StoreError) -> T? {
    if let known = decoded.current(type, "\(T.kind.rawValue)/\(id)") { return known }
    return try revised(type, id)?.value
  }

  public func revised<T: StoredDocument>(_ type: T.Type = T.self, _ id: String) throws(StoreError) -> Revised<T>? {
    try first(
      "SELECT body, revision FROM documents WHERE kind = ? AND id = ?", [.text(T.kind.rawValue), .text(id)]
    ) { (row) throws(StoreError) in
      Revised(value: try decoded.value(T.self, "\(T.kind.rawValue)/\(id)", row.text(0)), revision: row.int(1))
    }
  }

  /// All documents of the kind, by id.
  public func documents<T: StoredDocument>(_ type: T.Type = T.self) throws(StoreError) -> [T] {
    try all("SELECT body, id FROM documents WHERE kind = ? ORDER BY id", [.text(T.kind.rawValue)]) {
      (row) throws(StoreError) in try decoded.value(T.self, "\(T.kind.rawValue)/\(row.text(1))", row.text(0))
    }
  }

  /// Differs whenever an office, channel or campaign was changed, so that what was made of them may be kept till then.
  public func documentsStamp() throws(StoreError) -> String {
    try all(
      "SELECT kind, id, revision FROM documents WHERE kind IN ('office', 'channel', 'campaign') ORDER BY kind, id"
    ) { "\($0.text(0))/\($0.text(1))/\($0.int(2))" }.joined(separator: " ")
  }

  /// The office, or one with nothing set while no file has been applied.
  public func office() throws(StoreError) -> Office {
    try documents(Office.self).first ?? Office(id: "office", name: LocalizedText(en: "Outreach"))
  }

  /// Canonical JSON: the same value always gives the same text, so that texts can be compared.
  static func encode<T: Encodable>(_ value: T) throws(StoreError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw .rule("a \(T.self) cannot be written")
    }
  }

  static func decode<T: Decodable>(_ type: T.Type, _ text: String) throws(StoreError) -> T {
    do {
      return try JSONDecoder().decode(T.self, from: Data(text.utf8))
    } catch {
      throw .corrupt("a stored \(T.self) cannot be read")
    }
  }
}
