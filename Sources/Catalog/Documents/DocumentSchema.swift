/// JSON Schemas of the documents, for editors that complete and check while somebody types. They come from the very
/// declarations the files are read by.
public struct DocumentSchema: Sendable {
  /// The top-level key: "campaign".
  public var kind: String
  /// The schema as a file, JSON Schema draft 2020-12.
  public var text: String

  public static let every: [DocumentSchema] = DocumentReader(adapters: []).kinds.map { kind in
    let schema: JSONTree = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": .string(kind.key),
      "type": "object",
      "properties": .object([.init(key: kind.key, value: kind.key == "channel" ? kind.schema().open : kind.schema())]),
      "required": [.string(kind.key)],
      "additionalProperties": .bool(false),
    ]
    return DocumentSchema(kind: kind.key, text: schema.text())
  }
}

extension JSONTree {
  /// The schema of a channel: which further keys it takes depends on its adapter.
  fileprivate var open: JSONTree {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.key != "additionalProperties" })
  }
}
