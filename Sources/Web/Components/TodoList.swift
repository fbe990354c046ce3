/// One decision that waits: how urgent, one sentence, one detail line, one action.
struct TodoItem: Sendable {
  enum Urgency: Sendable { case urgent, attention, toDo }

  var urgency: Urgency
  var title: String
  var detail: String
  var action: Markup

  init(_ urgency: Urgency, _ title: String, detail: String, action: Markup) {
    self.urgency = urgency
    self.title = title
    self.detail = detail
    self.action = action
  }
}

func todoList(_ items: [TodoItem], _ t: Wording) -> Markup {
  let lines: [Markup] = items.map {
    """
    <li>\(urgencyIcon($0.urgency, t))<div><h3>\($0.title)</h3><p>\($0.detail)</p></div>\($0.action)</li>
    """
  }
  return "<ul class=\"todo\" role=\"list\">\(lines)</ul>"
}

/// Triangle, square, circle: told apart without colour.
private func urgencyIcon(_ urgency: TodoItem.Urgency, _ t: Wording) -> Markup {
  switch urgency {
  case .urgent:
    icon(t(.urgent), shape: "<path class=\"f-bad\" d=\"M12 2 23 21H1z\"/>", sign: "M12 9v6M12 17v1.6")
  case .attention:
    icon(
      t(.attention), shape: "<rect class=\"f-warn\" x=\"3\" y=\"3\" width=\"18\" height=\"18\" rx=\"3\"/>",
      sign: "M12 7v6M12 15.5v1.8")
  case .toDo:
    icon(t(.toDo), shape: "<circle class=\"f-info\" cx=\"12\" cy=\"12\" r=\"10\"/>", sign: "M12 11v6M12 6.7v1.8")
  }
}

private func icon(_ name: String, shape: Markup, sign: StaticString) -> Markup {
  """
  <svg viewBox="0 0 24 24" role="img"><title>\(name)</title>\(shape)\
  <path class="k-surf" d="\(literal: sign)" stroke-width="2.2"/></svg>
  """
}

/// Days with what happens on them; one list, day heads inside it.
struct AgendaDay: Sendable {
  struct Entry: Sendable {
    var time: String
    var content: Markup

    init(_ time: String, _ content: Markup) {
      self.time = time
      self.content = content
    }
  }

  var title: String
  var entries: [Entry]
  /// Shaded, with the holiday's name in the title.
  var isHoliday = false

  init(_ title: String, _ entries: [Entry]) {
    self.title = title
    self.entries = entries
  }
}

func agenda(_ days: [AgendaDay]) -> Markup {
  let lines: [Markup] = days.map { day in
    let head: Markup? =
      day.title.isEmpty ? nil : "<li\(attribute("class", day.isHoliday ? "hol" : nil))><h3>\(day.title)</h3></li>"
    let entries: [Markup] = day.entries.map { "<li><time>\($0.time)</time><div>\($0.content)</div></li>" }
    return "\(head)\(entries)"
  }
  return "<ol class=\"agenda\" role=\"list\">\(lines)</ol>"
}
