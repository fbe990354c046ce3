/// A status word. The word always says it; the colour only repeats it.
func tag(_ word: String, _ kind: Kind? = nil) -> Markup {
  "<span class=\"tag\(attributeWord(kind))\">\(word)</span>"
}

/// A note that stays until the page is left. Problems are announced at once, everything else politely.
func note(_ kind: Kind, _ content: Markup, isRow: Bool = false) -> Markup {
  let colour = kind == .info ? Markup.empty : attributeWord(kind)
  let layout: Markup = isRow ? " row between" : ""
  return "<div class=\"note\(colour)\(layout)\" role=\"\(kind == .bad ? "alert" : "status")\">\(content)</div>"
}

/// A remark inside a card: no live region, since it is part of the page from the start.
func remark(_ kind: Kind, _ content: Markup) -> Markup {
  let colour = kind == .info ? Markup.empty : attributeWord(kind)
  return "<p class=\"note\(colour) small\">\(content)</p>"
}

private func attributeWord(_ kind: Kind?) -> Markup {
  guard let kind else { return .empty }
  return " \(kind.rawValue)"
}

/// What is not there yet, why, and the one thing to do about it.
func emptyState(_ title: String, _ explanation: String? = nil, action: Markup? = nil) -> Markup {
  let reason: Markup? = explanation.map { "<p>\($0)</p>" }
  return "<div class=\"empty\"><h3>\(title)</h3>\(reason)\(action)</div>"
}

/// A card with its heading; `aside` stands at the right end of the heading line.
func card(_ title: String, id: String, aside: Markup? = nil, content: Markup) -> Markup {
  """
  <section class="card" aria-labelledby="\(id)"><div class="h"><h2 id="\(id)">\(title)</h2>\(aside)</div>
  \(content)</section>
  """
}
