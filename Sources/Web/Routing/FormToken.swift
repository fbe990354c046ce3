/// Names and compares the token that ties a form to the session it was made for.
enum FormToken {
  static let field = "form_token"

  /// Takes the same time wherever the two differ.
  static func matches(_ sent: String, _ expected: String) -> Bool {
    let (a, b) = (Array(sent.utf8), Array(expected.utf8))
    guard !b.isEmpty, a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
