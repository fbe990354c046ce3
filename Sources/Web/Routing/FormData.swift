import HTTPServer

/// A posted form as pages ask it: an absent field is empty, and spaces around an answer were not meant.
struct FormData: Sendable {
  /// nil when no form was posted.
  private let form: Form?

  /// The form of a request; a body that is no form at all (JSON, say) has no fields.
  init(_ request: Request) throws(FormError) {
    do {
      form = try request.form
    } catch .notAForm {
      form = nil
    }
  }

  /// No form was posted.
  init() {
    form = nil
  }

  /// The first value of that name, without spaces around it; "" when there is none.
  subscript(_ name: String) -> String {
    form?[name].map { Self.trimmed($0) } ?? ""
  }

  /// All values of that name: checkboxes.
  func all(_ name: String) -> [String] { form?.all(name) ?? [] }

  func file(_ name: String) -> FormFile? { form?.file(name) }

  /// Whether a button or field of that name came along.
  func has(_ name: String) -> Bool { form?[name] != nil }

  var fields: [(name: String, value: String)] { form?.fields ?? [] }

  private static func trimmed(_ text: String) -> String {
    var slice = text[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }
}
