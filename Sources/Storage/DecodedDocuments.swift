/// Documents as they were last read, so that a page of volunteers need not take apart JSON that has not changed.
/// Known by their whole text, so that nothing stale is ever given. Belongs to one session, whose actor guards it.
final class DecodedDocuments {
  private var known: [String: (text: String, value: Any)] = [:]
  private static let most = 2000

  /// `name` is the same for the same document, "campaign/know-your-office".
  func value<T: Decodable>(_ type: T.Type, _ name: String, _ text: String) throws(StoreError) -> T {
    if let found = known[name], found.text == text, let value = found.value as? T { return value }
    let value = try Transaction.decode(type, text)
    if known.count >= Self.most { known.removeAll() }
    known[name] = (text, value)
    return value
  }
}
