/// A count as somebody without the right to single people may see it.
public enum DisclosedCount: Sendable, Hashable {
  case exact(Int)
  /// Hidden because it is smaller than this.
  case fewer(than: Int)
  /// Hidden because a hidden neighbour could be worked out from it.
  case withheld
}

/// The small-cell rule: a table must not let anybody find the three disabled people of a village.
public enum Disclosure {
  /// Cells under 10 are hidden from managers.
  public static let smallest = 10

  /// One cell by itself. Nobody is hidden too: "none of them" also says something about everyone.
  public static func disclosed(_ count: Int, threshold: Int = smallest) -> DisclosedCount {
    count < threshold ? .fewer(than: threshold) : .exact(count)
  }

  /// Cells that add up to a total which is shown: a single hidden cell could be worked out by subtraction, so the
  /// smallest of the others is withheld with it.
  public static func disclosed(parts: [Int], threshold: Int = smallest) -> [DisclosedCount] {
    var cells = parts.map { disclosed($0, threshold: threshold) }
    guard parts.count(where: { $0 < threshold }) == 1 else { return cells }
    let shown = parts.indices.filter { parts[$0] >= threshold }
    if let next = shown.min(by: { (parts[$0], $0) < (parts[$1], $1) }) { cells[next] = .withheld }
    return cells
  }
}
