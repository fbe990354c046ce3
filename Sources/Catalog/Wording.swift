/// The known word a person most likely meant, for "did you mean"; nil when nothing is near enough to be a help.
///
/// Case, hyphens and underscores do not count: `village-code` is `village_code`.
func nearest(to word: String, among known: some Sequence<String>) -> String? {
  let typed = folded(word)
  guard !typed.isEmpty, typed.count <= 64 else { return nil }
  // In a very short word everything is near everything.
  let reach = typed.count < 3 ? 0 : max(1, typed.count / 3)
  var best: (word: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(typed, folded(candidate))
    if distance <= reach, distance < best?.distance ?? Int.max { best = (candidate, distance) }
  }
  return best?.word
}

/// The advice that goes with an unknown name.
func adviceForUnknown(_ word: String, known: some Collection<String>, listing limit: Int = 12) -> String? {
  if let near = nearest(to: word, among: known) { return "did you mean \"\(near)\"?" }
  guard !known.isEmpty, known.count <= limit else { return nil }
  return "known here: \(known.sorted().joined(separator: ", "))"
}

private func folded(_ word: String) -> [Unicode.Scalar] {
  word.lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" && $0 != " " }
}

/// Insertions, deletions, replacements and swapped neighbours (optimal string alignment distance).
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  guard !a.isEmpty else { return b.count }
  guard !b.isEmpty else { return a.count }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      row[j] = min(replaced, last[j] + 1, row[j - 1] + 1)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}

/// A number as a person writes it: 90, not 90.0.
func plainNumber(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : number.description
}
