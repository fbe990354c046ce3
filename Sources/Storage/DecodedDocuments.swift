/// Documents as they were last read, so that a page of volunteers need not take apart JSON that has not changed.
/// Known by their whole text, so that nothing stale is ever given. Belongs to one session, whose actor guards it.
final class DecodedDocuments {
  private struct Known {
    let text: String
    let value: Any
    /// The state of the store in which the text was last seen.
    var state: Int?
  }

  private var known: [String: Known] = [:]
  private static let most = 2000
  /// Differs after every commit of anybody else. Nil where that says too little: on the writer, which changes things itself.
  var state: Int?

  /// The document as it was read since the store last changed: its text need not even be fetched.
  func current<T>(_ type: T.Type, _ name: String) -> T? {
    guard let state, let found = known[name], found.state == state else { return nil }
    return found.value as? T
  }

  /// `name` is the same for the same document, "campaign/know-your-office".
  func value<T: Decodable>(_ type: T.Type, _ name: String, _ text: String) throws(StoreError) -> T {
    if let found = known[name], found.text == text, let value = found.value as? T {
      known[name]?.state = state
      return value
    }
    let value = try Transaction.decode(type, text)
    if known.count >= Self.most { known.removeAll() }
    known[name] = Known(text: text, value: value, state: state)
    return value
  }
}
