import Actions
import Domain

/// The API described for programs: OpenAPI 3.1, made from the operations themselves.
enum OpenAPI {
  static let text: JSON = .object([("type", "string")])
  static let whole: JSON = .object([("type", "integer")])
  static let texts = list(text)

  static func number(_ range: ClosedRange<Int>) -> JSON {
    .object([("type", "integer"), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound))])
  }

  static func choice(_ words: [String]) -> JSON {
    .object([("type", "string"), ("enum", .list(words.map(JSON.text)))])
  }

  static func list(_ item: JSON) -> JSON { .object([("type", "array"), ("items", item)]) }

  static func document(_ operations: [APIOperation]) -> JSON {
    var paths: [String] = []
    for operation in operations where !paths.contains(operation.path) { paths.append(operation.path) }
    let described = paths.map { path in
      (path, JSON.object(operations.filter { $0.path == path }.map { ($0.method.rawValue.lowercased(), describe($0)) }))
    }
    let bearer: JSON = .object([("type", "http"), ("scheme", "bearer")])
    return .object([
      ("openapi", "3.1.0"),
      ("info", .object([("title", "Outreach"), ("version", "1")])),
      ("security", .list([.object([("token", .list([]))])])),
      ("paths", .object(described)),
      (
        "components",
        .object([("securitySchemes", .object([("token", bearer)])), ("schemas", .object(OpenAPISchemas.all))])
      ),
    ])
  }

  private static func describe(_ operation: APIOperation) -> JSON {
    var members: [(String, JSON)] = [
      ("operationId", .text(name(of: operation))), ("summary", .text(operation.summary)),
      ("parameters", .list(operation.parameters.map(describe))),
    ]
    if let takes = operation.takes {
      members.append(("requestBody", .object([("required", .flag(true)), ("content", content("application/json", takes))])))
    }
    let good: JSON = .object([("description", .text(operation.summary)), ("content", content("application/json", operation.gives))])
    let bad: JSON = .object([
      ("description", "Why it was not done"), ("content", content("application/problem+json", "Problem")),
    ])
    members.append(("responses", .object([("200", good), ("default", bad)])))
    return .object(members)
  }

  private static func describe(_ parameter: APIOperation.Parameter) -> JSON {
    .object([
      ("name", .text(parameter.name)), ("in", .text(parameter.place.rawValue)),
      ("required", .flag(parameter.isRequired)), ("description", .text(parameter.words)), ("schema", parameter.schema),
    ])
  }

  private static func content(_ type: String, _ schema: String) -> JSON {
    .object([(type, .object([("schema", reference(schema))]))])
  }

  static func reference(_ schema: String) -> JSON { .object([("$ref", .text("#/components/schemas/\(schema)"))]) }

  /// "getCampaignsId": stable as long as the address is.
  private static func name(of operation: APIOperation) -> String {
    let words = operation.path.split(separator: "/").dropFirst(2)
      .map { $0.replacing("{", with: "").replacing("}", with: "") }
    return operation.method.rawValue.lowercased() + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
