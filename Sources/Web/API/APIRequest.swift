import Actions
import Foundation
import HTTPServer

/// What callers send, read strictly.
extension PageRequest {
  /// The body as a value; a body that does not fit is the caller's fault and says where.
  func json<T: Decodable>(_ type: T.Type) throws(ActionError) -> T {
    do {
      return try JSONDecoder().decode(T.self, from: Data(request.body))
    } catch DecodingError.keyNotFound(let key, _) {
      throw .field(key.stringValue, "“\(key.stringValue)” is missing.")
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
      let name = context.codingPath.map(\.stringValue).joined(separator: ".")
      throw .field(name.isEmpty ? "body" : name, "“\(name.isEmpty ? "The body" : name)” is of another type than it must be.")
    } catch {
      throw .field("body", "The body is no JSON object.")
    }
  }

  /// 1 to 500, 50 unless asked.
  func limit() throws(ActionError) -> Int {
    guard let text = request.query("limit") else { return 50 }
    guard let limit = Int(text), (1...500).contains(limit) else {
      throw .field("limit", "limit is a whole number from 1 to 500.")
    }
    return limit
  }

  /// One page of a list in the order of its keys: those after `?after=`.
  func page<T>(_ all: [T], key: (T) -> String, item: (T) -> JSON) throws(ActionError) -> JSON {
    let limit = try limit()
    let after = request.query("after")
    let sorted = all.sorted { key($0) < key($1) }
    let rest = after.map { after in sorted.filter { key($0) > after } } ?? sorted
    let items = rest.prefix(limit)
    let next: JSON = rest.count > limit ? .text(key(items[items.endIndex - 1])) : .null
    return .object([("items", .list(items.map(item))), ("next", next)])
  }

  /// The revision in `If-Match: "3"`; nil without the header.
  func expectedRevision() throws(ActionError) -> SaveSegment.Expectation? {
    if let header = request.header("If-None-Match") {
      guard header == "*" else { throw .field("If-None-Match", "If-None-Match takes * alone.") }
      return .new
    }
    guard let header = request.header("If-Match") else { return nil }
    if header == "*" { return .anything }
    guard let revision = Int(header.replacing("\"", with: "")) else {
      throw .field("If-Match", "If-Match takes the ETag of an earlier answer.")
    }
    return .revision(revision)
  }
}

extension Response {
  /// An answer with the revision that `If-Match` compares.
  static func json(_ value: JSON, revision: Int) -> Response {
    var response = Response.json(value)
    response.headers.append(("ETag", "\"\(revision)\""))
    return response
  }
}
