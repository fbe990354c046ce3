/// "/campaigns/{id}/messages": fixed words, and names in braces that match one segment each. An ending stays a word of
/// its segment: "/campaigns/{id}.xlsx" matches "12.xlsx" and gives "12". "{rest*}" at the end matches what is left.
struct PathPattern: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  private enum Piece: Sendable {
    case word(String)
    case name(String, suffix: String)
    case rest(String)
  }

  let description: String
  private let pieces: [Piece]

  init(stringLiteral value: String) {
    description = value
    pieces = value.split(separator: "/").map { segment in
      guard segment.hasPrefix("{"), let end = segment.lastIndex(of: "}") else { return .word(String(segment)) }
      let name = segment[segment.index(after: segment.startIndex)..<end]
      if name.hasSuffix("*") { return .rest(String(name.dropLast())) }
      return .name(String(name), suffix: String(segment[segment.index(after: end)...]))
    }
  }

  /// The values of the names when the path fits; `path` is decoded already.
  func match(_ path: [String]) -> [String: String]? {
    var values: [String: String] = [:]
    var position = 0
    for piece in pieces {
      if case .rest(let name) = piece {
        values[name] = path[position...].joined(separator: "/")
        return values
      }
      guard position < path.count else { return nil }
      let segment = path[position]
      position += 1
      switch piece {
      case .word(let word):
        if segment != word { return nil }
      case .name(let name, let suffix):
        guard segment.hasSuffix(suffix), segment.utf8.count > suffix.utf8.count else { return nil }
        values[name] = String(segment.dropLast(suffix.count))
      case .rest: return nil
      }
    }
    return position == path.count ? values : nil
  }

  /// How exact the pattern is: words before names, endings before plain names. Decides when two patterns fit.
  var rank: [Int] {
    pieces.map { piece in
      switch piece {
      case .word: 0
      case .name(_, let suffix): suffix.isEmpty ? 2 : 1
      case .rest: 3
      }
    }
  }
}
