/// Divides an amount so that the parts add up to it exactly.
enum Apportionment {
  /// Largest remainder (Hamilton): everyone gets the whole units of their exact share, the units left over go to the
  /// largest fractions, ties to whoever stands first. Nil when no weight is above zero.
  static func parts(of amount: Int64, weights: [Int]) -> [Int64]? {
    let weights = weights.map { Int128(max(0, $0)) }
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    let exact = weights.map { Int128(amount.magnitude) * $0 }
    var parts = exact.map { Int64($0 / total) }
    let left = Int(amount.magnitude) - Int(parts.reduce(0, +))
    let byFraction = exact.indices.sorted { (exact[$1] % total, $0) < (exact[$0] % total, $1) }
    for index in byFraction.prefix(left) { parts[index] += 1 }
    return amount < 0 ? parts.map { -$0 } : parts
  }
}
