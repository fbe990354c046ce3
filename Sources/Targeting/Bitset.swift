/// One bit for each person, 64 to a word, so that a rule over a million people is a few passes over 16,000 words.
struct Bitset: Sendable, Hashable {
  let count: Int
  private(set) var words: [UInt64]

  init(count: Int, filled: Bool = false) {
    self.count = count
    words = [UInt64](repeating: filled ? .max : 0, count: (count + 63) / 64)
    if filled { clearTail() }
  }

  /// Bits beyond the last person stay zero, or they would be counted.
  private mutating func clearTail() {
    if count % 64 != 0 { words[words.count - 1] &= (1 << UInt64(count % 64)) - 1 }
  }

  subscript(index: Int) -> Bool { words[index >> 6] & (1 << UInt64(index & 63)) != 0 }

  mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

  mutating func insert(_ range: Range<Int>) {
    for (word, mask) in Self.masks(range) { words[word] |= mask }
  }

  var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func population(in range: Range<Int>) -> Int {
    var population = 0
    for (word, mask) in Self.masks(range) { population += (words[word] & mask).nonzeroBitCount }
    return population
  }

  /// The words that a range of positions touches, each with the bits of the range in it.
  private static func masks(_ range: Range<Int>) -> some Sequence<(Int, UInt64)> {
    let words = range.isEmpty ? 0..<0 : (range.lowerBound >> 6)..<((range.upperBound - 1) >> 6) + 1
    return words.lazy.map { word in
      let low = max(range.lowerBound - word * 64, 0)
      let high = min(range.upperBound - word * 64, 64)
      let upTo: UInt64 = high == 64 ? .max : (1 << UInt64(high)) - 1
      return (word, upTo & ~((1 << UInt64(low)) - 1))
    }
  }

  func forEach(_ body: (Int) -> Void) {
    for (at, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(at * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  static func & (a: Bitset, b: Bitset) -> Bitset { a.combined(b) { $0 & $1 } }
  static func | (a: Bitset, b: Bitset) -> Bitset { a.combined(b) { $0 | $1 } }

  static prefix func ~ (a: Bitset) -> Bitset {
    var result = a
    for at in result.words.indices { result.words[at] = ~result.words[at] }
    result.clearTail()
    return result
  }

  private func combined(_ other: Bitset, _ operation: (UInt64, UInt64) -> UInt64) -> Bitset {
    var result = self
    for at in result.words.indices { result.words[at] = operation(words[at], other.words[at]) }
    return result
  }
}

/// The three-valued answers of everybody to one question: who is a yes, who is a no; the others are unknown.
struct Answers: Sendable, Hashable {
  var yes: Bitset
  var no: Bitset

  init(count: Int) {
    yes = Bitset(count: count)
    no = Bitset(count: count)
  }

  init(yes: Bitset) {
    self.yes = yes
    no = ~yes
  }

  mutating func set(_ index: Int, _ truth: Truth) {
    switch truth {
    case .yes: yes.insert(index)
    case .no: no.insert(index)
    case .unknown: break
    }
  }

  mutating func set(_ range: Range<Int>, _ truth: Truth) {
    switch truth {
    case .yes: yes.insert(range)
    case .no: no.insert(range)
    case .unknown: break
    }
  }

  var unknown: Bitset { ~(yes | no) }

  static func && (a: Answers, b: Answers) -> Answers {
    var both = a
    both.yes = a.yes & b.yes
    both.no = a.no | b.no
    return both
  }

  static func || (a: Answers, b: Answers) -> Answers { !(!a && !b) }

  static prefix func ! (a: Answers) -> Answers {
    var swapped = a
    (swapped.yes, swapped.no) = (a.no, a.yes)
    return swapped
  }
}
