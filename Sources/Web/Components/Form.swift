/// A form that posts, with the token that proves it came from this program's own page.
func form(
  _ action: String, _ page: PageContext, takesFile: Bool = false, classes: String? = nil,
  content: () -> Markup
) -> Markup {
  """
  <form method="post" action="\(href: action)"\(attribute("enctype", takesFile ? "multipart/form-data" : nil))\
  \(attribute("class", classes))><input type="hidden" name="\(FormToken.field)" value="\(page.formToken)">\
  \(content())</form>
  """
}

/// A form that only asks: filters and searches, kept in the address so that the page can be shared.
func filterForm(_ action: String, _ t: Wording, content: () -> Markup) -> Markup {
  """
  <form action="\(href: action)" class="row filters noprint" aria-label="\(t(.filter))">\(content())\
  <button class="b">\(t(.show))</button></form>
  """
}

/// A value that the form carries along unseen.
func hidden(_ name: String, _ value: String) -> Markup {
  "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
}

/// One button that changes something: a form of its own, so that it works without script.
func postButton(_ text: String, to action: String, _ page: PageContext, style: ButtonStyle = .plain) -> Markup {
  form(action, page) { button(text, style) }
}

/// A control with its label above, in a row of filters; without the room that fields of a form keep below them.
func filterField(_ field: Field) -> Markup {
  "<div><label for=\"\(field.id)\">\(field.label)</label>\(control(field))</div>"
}
