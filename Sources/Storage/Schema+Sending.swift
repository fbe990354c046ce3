extension Schema {
  static let sending: [String] = []
}
