import Domain

/// Parts of the pages about messages.

/// A message as it will be read; `language` is the text's own.
func smsPreview(_ text: String, _ language: Language) -> Markup {
  "<blockquote lang=\"\(language.rawValue)\" class=\"sms\">\(text)</blockquote>"
}

/// A frame of a phone's width around a preview.
func phoneFrame(_ label: String, _ content: Markup) -> Markup {
  "<div class=\"phone pad\" role=\"group\" aria-label=\"\(label)\">\(content)</div>"
}

/// How long a text is, in parts and money. Counted on the server; the script only asks again while somebody types.
struct TextLength: Sendable {
  var characters: Int
  /// How many fit into the parts that are used now.
  var room: Int
  var parts: Int
  var cost: Money?
  /// What fits in one part, and in each of several.
  var rule: Phrase
}

func textLength(_ length: TextLength, _ t: Wording) -> Markup {
  let share = Double(length.characters) / Double(max(length.room, 1))
  let cost: Markup? = length.cost.map { "<span><b>\(t.money($0))</b></span>" }
  return """
    \(meter(share))<p class="row between"><span><b>\(t(.charactersOf(length.characters, length.room)))</b></span>\
    <span><b>\(t(.parts(length.parts)))</b></span>\(cost)</p>\
    <p class="small muted">\(t(.charactersLeft(length.room - length.characters))) \(t(length.rule))</p>
    """
}

/// What has to be done before something goes out: a word of status and what it is about.
func checkList(_ items: [(word: String, kind: Kind, text: Markup)]) -> Markup {
  let lines: [Markup] = items.map { "<li>\(tag($0.word, $0.kind))<div>\($0.text)</div></li>" }
  return "<ul class=\"chk\" role=\"list\">\(lines)</ul>"
}

/// One line of a group's rules: the sentence left, the people that are left right.
func ruleLine(_ sentence: Markup, left: Int?, removed: Int?, _ t: Wording) -> Markup {
  let less: Markup? = removed.map { "<br><span class=\"muted small\">\(t.number(-$0))</span>" }
  let count: Markup =
    left.map { "<b>\(t.number($0))</b>\(less)" } ?? "<span class=\"muted small\">\(t(.notCountedUntilCorrected))</span>"
  return "<div class=\"rule\"><div class=\"says\">\(sentence)</div><div class=\"left\">\(count)</div></div>"
}

/// Links to the other pages of a long list, fifty rows each.
func pageLinks(page number: Int, of pages: Int, _ t: Wording, address: (Int) -> String) -> Markup? {
  guard pages > 1 else { return nil }
  let back: Markup? = number > 1 ? link(t(.previousPage), to: address(number - 1)) : nil
  let on: Markup? = number < pages ? link(t(.nextPage), to: address(number + 1)) : nil
  return """
    <nav class="pages" aria-label="\(t(.pages))">\(back)<span>\(t(.pageOf(number, pages)))</span>\(on)</nav>
    """
}
