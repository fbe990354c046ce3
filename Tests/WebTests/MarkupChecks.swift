@testable import Web

/// What must hold for every page: reads its tags and says, in sentences, what is wrong. Empty means nothing.
///
///     #expect(MarkupChecks.findings(page) == [])
enum MarkupChecks {
  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)]
    var isEnd: Bool

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// `isWhole` adds what only a whole document must have: one h1, a language, a title.
  static func findings(_ html: String, isWhole: Bool = true) -> [String] {
    let tags = self.tags(html)
    var findings = nesting(tags) + duplicateIDs(tags) + inlineCode(tags) + tables(tags) + drawings(tags)
    findings += fields(tags) + languages(tags) + links(tags)
    if isWhole {
      let headings = tags.count { $0.name == "h1" && !$0.isEnd }
      if headings != 1 { findings.append("there are \(headings) h1 instead of one") }
      if tags.first(where: { $0.name == "html" })?["lang"] == nil { findings.append("html has no lang") }
      if !tags.contains(where: { $0.name == "title" }) { findings.append("there is no title") }
      if !tags.contains(where: { $0.name == "main" }) { findings.append("there is no main") }
    }
    return findings
  }

  static func findings(_ markup: Markup, isWhole: Bool = true) -> [String] {
    findings(markup.string, isWhole: isWhole)
  }

  private static let void: Set = [
    "meta", "link", "input", "br", "hr", "img", "rect", "path", "circle", "line", "polyline", "col", "source",
  ]

  private static func nesting(_ tags: [Tag]) -> [String] {
    var open: [String] = []
    var findings: [String] = []
    for tag in tags where !void.contains(tag.name) && tag.name != "!doctype" {
      if !tag.isEnd {
        open.append(tag.name)
      } else if open.last == tag.name {
        open.removeLast()
      } else {
        findings.append("</\(tag.name)> closes \(open.last.map { "<\($0)>" } ?? "nothing")")
        return findings
      }
    }
    return open.isEmpty ? findings : findings + ["never closed: \(open.joined(separator: ", "))"]
  }

  private static func duplicateIDs(_ tags: [Tag]) -> [String] {
    var seen: Set<String> = []
    return tags.compactMap { $0["id"] }.filter { !seen.insert($0).inserted }.map { "the id \($0) stands twice" }
  }

  private static func inlineCode(_ tags: [Tag]) -> [String] {
    tags.flatMap { tag -> [String] in
      var findings = tag.attributes.filter { $0.name == "style" || $0.name.hasPrefix("on") }
        .map { "<\(tag.name)> has \($0.name)=" }
      if tag.name == "style" { findings.append("there is a style element") }
      if tag.name == "script", !tag.isEnd, tag["src"] == nil { findings.append("there is an inline script") }
      for attribute in tag.attributes where ["href", "src", "action"].contains(attribute.name) {
        if attribute.value.lowercased().contains("javascript:") { findings.append("a link runs script") }
      }
      return findings
    }
  }

  private static func tables(_ tags: [Tag]) -> [String] {
    var findings: [String] = []
    for (index, tag) in tags.enumerated() where !tag.isEnd {
      if tag.name == "table", tags[(index + 1)...].first?.name != "caption" {
        findings.append("a table has no caption")
      }
      if tag.name == "th", tag["scope"] == nil { findings.append("a th has no scope") }
    }
    return findings
  }

  private static func drawings(_ tags: [Tag]) -> [String] {
    var findings: [String] = []
    for (index, tag) in tags.enumerated() where tag.name == "svg" && !tag.isEnd {
      // A drawing whose parts are links is a group: as an image its links would be hidden from screen readers.
      if tag["role"] == "img" || tag["role"] == "group" {
        if tags[(index + 1)...].first?.name != "title" { findings.append("an svg with role=img has no title") }
      } else if tag["aria-hidden"] != "true" {
        findings.append("an svg is neither role=img nor hidden")
      }
    }
    return findings
  }

  private static func fields(_ tags: [Tag]) -> [String] {
    let labelled = Set(tags.filter { $0.name == "label" }.compactMap { $0["for"] })
    var findings: [String] = []
    var labelDepth = 0
    for tag in tags {
      if tag.name == "label" { labelDepth += tag.isEnd ? -1 : 1 }
      guard ["input", "select", "textarea"].contains(tag.name), !tag.isEnd, tag["type"] != "hidden" else { continue }
      let named = labelDepth > 0 || tag["aria-label"] != nil || tag["aria-labelledby"] != nil
      if !named, !labelled.contains(tag["id"] ?? "") {
        findings.append("the field \(tag["name"] ?? tag["id"] ?? "without a name") has no label")
      }
    }
    return findings
  }

  private static func languages(_ tags: [Tag]) -> [String] {
    tags.compactMap { $0["lang"] }.filter { !["km", "en"].contains($0) }.map { "unknown lang \($0)" }
  }

  private static func links(_ tags: [Tag]) -> [String] {
    let ids = Set(tags.compactMap { $0["id"] })
    return tags.compactMap { $0["href"] }.filter {
      $0.hasPrefix("#") && $0 != "#" && !ids.contains(String($0.dropFirst()))
    }
    .map { "the link \($0) leads nowhere on this page" }
  }

  /// The tags in their order. Good enough for markup that this program writes: quoted or bare attributes, no comments.
  static func tags(_ html: String) -> [Tag] {
    html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1).compactMap { piece in
      guard let end = closing(piece) else { return nil }
      var text = piece[..<end]
      let isEnd = text.hasPrefix("/")
      if isEnd { text = text.dropFirst() }
      let name = text.prefix { !$0.isWhitespace && $0 != "/" }
      return Tag(name: name.lowercased(), attributes: attributes(text.dropFirst(name.count)), isEnd: isEnd)
    }
  }

  private static func closing(_ piece: Substring) -> Substring.Index? {
    var isQuoted = false
    for index in piece.indices {
      if piece[index] == "\"" { isQuoted.toggle() }
      if piece[index] == ">", !isQuoted { return index }
    }
    return nil
  }

  private static func attributes(_ text: Substring) -> [(name: String, value: String)] {
    var rest = text
    var found: [(name: String, value: String)] = []
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      if rest.isEmpty { return found }
      let name = rest.prefix { $0 != "=" && !$0.isWhitespace }
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=") else {
        found.append((name.lowercased(), ""))
        continue
      }
      rest = rest.dropFirst()
      let isQuoted = rest.hasPrefix("\"")
      if isQuoted { rest = rest.dropFirst() }
      let value = rest.prefix { isQuoted ? $0 != "\"" : !$0.isWhitespace }
      found.append((name.lowercased(), String(value)))
      rest = rest.dropFirst(value.count + (isQuoted ? 1 : 0))
    }
  }
}
