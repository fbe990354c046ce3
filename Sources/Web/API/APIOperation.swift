import Actions
import Domain
import HTTPServer

/// One thing that the API does. The router and the OpenAPI document are both made from the same list, so that neither
/// can know an operation the other does not.
struct APIOperation: Sendable {
  struct Parameter: Sendable {
    enum Place: String, Sendable { case path, query, header }

    var name: String
    var place: Place
    var schema: JSON
    var words: String
    var isRequired: Bool

    init(_ name: String, _ place: Place, _ schema: JSON, _ words: String, isRequired: Bool = false) {
      self.name = name
      self.place = place
      self.schema = schema
      self.words = words
      self.isRequired = isRequired || place == .path
    }
  }

  typealias Handler = @Sendable (PageRequest) async throws -> Response

  let method: Endpoint.Method
  let path: String
  let permission: Permission
  let summary: String
  var parameters: [Parameter] = []
  /// The name of the request's schema; nil: no body.
  var takes: String?
  /// The name of the answer's schema.
  let gives: String
  let handler: Handler

  init(
    _ method: Endpoint.Method, _ path: String, _ permission: Permission, _ words: (summary: String, gives: String),
    _ handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.permission = permission
    (summary, gives) = words
    self.handler = handler
  }

  func with(_ parameters: [Parameter] = [], takes: String? = nil) -> APIOperation {
    var copy = self
    copy.parameters += parameters
    copy.takes = takes
    return copy
  }
}

extension Site {
  var apiEndpoints: [Endpoint] {
    apiOperations.map { operation in
      Endpoint(operation.method, PathPattern(stringLiteral: operation.path), .signedIn(operation.permission)) { request in
        guard operation.method == .post else { return try await operation.handler(request) }
        return try await once(request, operation.handler)
      }
    } + [
      Endpoint(.get, "/api/v1/openapi.json", .public) { _ in .json(OpenAPI.document(apiOperations)) }
    ]
  }

  /// A POST with an `Idempotency-Key` is done once; the same request again gets the same answer.
  private func once(_ request: PageRequest, _ handler: APIOperation.Handler) async throws -> Response {
    guard let key = request.request.header("Idempotency-Key") else { return try await handler(request) }
    let context = actions(for: request)
    let asked = Array("\(request.request.method) \(request.request.rawPath)\n".utf8) + request.request.body
    if case .answered(let status, let body) = try await AnswerOnce.begin(key, request: asked, in: context) {
      return .text(body, status: status, type: "application/json")
    }
    do {
      let response = try await handler(request)
      if case .bytes(let bytes) = response.body {
        try await AnswerOnce.keep(response.status, String(decoding: bytes, as: UTF8.self), key: key, in: context)
      }
      return response
    } catch {
      // Nothing was done, so that the caller may mend the request and use the key again.
      try await AnswerOnce.release(key, in: context)
      throw error
    }
  }
}
