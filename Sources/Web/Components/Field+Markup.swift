import Domain

func field(_ field: Field, _ t: Wording) -> Markup {
  let optional = field.isOptional ? " \(t(.optional))" : ""
  let hint: Markup? = field.hint.map { "<p class=\"hint\" id=\"\(field.id)-h\">\($0)</p>" }
  let error: Markup? = field.error.map {
    "<p class=\"msg\" id=\"\(field.id)-e\"><span class=\"vh\">\(t(.errorPrefix))</span>\($0)</p>"
  }
  let box = attribute("class", field.error == nil ? "field" : "field err")
  switch field.control {
  case .radios(let choices), .checks(let choices):
    let described = description(field)
    return """
      <fieldset\(box)\(attribute("id", field.id)) tabindex="-1"\(described)><legend>\(field.label)\(optional)</legend>\
      \(hint)\(error)\(choices.enumerated().map { choice($1, $0, field) })\(field.remark)</fieldset>
      """
  case .checkbox:
    return """
      <div\(box)>\(hint)\(error)<label class="check"><input type="checkbox" id="\(field.id)" name="\(field.name)" \
      value="yes"\(flag("checked", field.value == "yes"))\(description(field))> \(field.label)</label>\(field.remark)</div>
      """
  default:
    return """
      <div\(box)><label for="\(field.id)">\(field.label)\(optional)</label>\(hint)\(error)\
      \(control(field))\(field.remark)</div>
      """
  }
}

/// The control alone, for filters and rule lines where the label stands elsewhere.
func control(_ field: Field) -> Markup {
  let named: Markup = """
    id="\(field.id)" name="\(field.name)"\(attribute("lang", field.language?.rawValue))\
    \(attribute("autocomplete", field.autocomplete))\(description(field))
    """
  switch field.control {
  case .area(let rows):
    return "<textarea \(named) rows=\"\(rows)\">\(field.value)</textarea>"
  case .select(let choices):
    let options: [Markup] = choices.map {
      "<option value=\"\($0.value)\"\(flag("selected", $0.value == field.value))>\($0.name)</option>"
    }
    return "<select \(named)>\(options)</select>"
  case .file(let accept):
    return "<input type=\"file\" accept=\"\(accept)\" \(named)>"
  case .password:
    return "<input type=\"password\" \(named)>"
  case .text(let width):
    return "<input \(named) value=\"\(field.value)\"\(attribute("size", width.map(String.init)))>"
  case .number: return typed(field, named, mode: "numeric", width: 8)
  case .money: return typed(field, named, mode: "decimal", width: 10)
  case .date: return typed(field, named, mode: "numeric", width: 12)
  case .time: return typed(field, named, mode: "numeric", width: 6)
  case .phone: return typed(field, named, mode: "tel", width: 18)
  case .radios, .checks, .checkbox:
    return .empty
  }
}

private func typed(_ field: Field, _ named: Markup, mode: StaticString, width: Int) -> Markup {
  "<input \(named) value=\"\(field.value)\" inputmode=\"\(literal: mode)\" size=\"\(width)\">"
}

private func choice(_ choice: Field.Choice, _ position: Int, _ field: Field) -> Markup {
  let isMany = if case .checks = field.control { true } else { false }
  let isChosen = isMany ? field.values.contains(choice.value) : choice.value == field.value
  return """
    <label class="check"><input type="\(isMany ? "checkbox" : "radio")" name="\(field.name)" \
    value="\(choice.value)"\(flag("checked", isChosen))> \(choice.name)</label>
    """
}

/// Ties hint and message to the control for screen readers.
private func description(_ field: Field) -> Markup? {
  let ids = [field.hint.map { _ in field.id + "-h" }, field.error.map { _ in field.id + "-e" }].compactMap { $0 }
  guard !ids.isEmpty else { return nil }
  let invalid: Markup? = field.error == nil ? nil : " aria-invalid=\"true\""
  return " aria-describedby=\"\(ids.joined(separator: " "))\"\(invalid)"
}

/// One thing wrong in a form: which field, and what to do.
struct FieldError: Sendable, Equatable {
  var field: String
  var message: String

  init(_ field: String, _ message: String) {
    self.field = field
    self.message = message
  }
}

extension [FieldError] {
  /// The message that stands at that field.
  func message(for field: String) -> String? {
    first { $0.field == field }?.message
  }
}

/// Everything that is wrong, each a link to its field; takes the focus when the page opens.
func errorSummary(_ errors: [FieldError], _ t: Wording) -> Markup? {
  guard !errors.isEmpty else { return nil }
  let links: [Markup] = errors.map { "<li><a href=\"#f-\($0.field)\">\($0.message)</a></li>" }
  return """
    <div class="errsum" role="alert" tabindex="-1" autofocus><h2>\(t(.thereIsAProblem))</h2><ul>\(links)</ul></div>
    """
}
