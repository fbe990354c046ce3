/// How a button looks. One filled button a page; the rest is outlined.
enum ButtonStyle: String, Sendable {
  case plain = "b"
  /// The one thing to do on this page.
  case primary = "b p"
  /// Ends something for good; asks on a page of its own.
  case danger = "b d"
  /// Inside rows and lists.
  case small = "b s"
  /// Across the whole width: volunteer pages.
  case wide = "b p w"
}

/// A button that sends its form. `name` and `value` tell the server which of several buttons it was.
func button(_ text: String, _ style: ButtonStyle = .plain, name: String? = nil, value: String? = nil) -> Markup {
  "<button class=\"\(style.rawValue)\"\(attribute("name", name))\(attribute("value", value))>\(text)</button>"
}

/// Prints the page; only a script can, so without one it stays hidden.
func printButton(_ text: String) -> Markup {
  "<button class=\"b\" type=\"button\" data-print hidden>\(text)</button>"
}

/// Looks like a button and goes somewhere; changes nothing.
func linkButton(_ text: String, to address: String, _ style: ButtonStyle = .plain) -> Markup {
  "<a class=\"\(style.rawValue)\" href=\"\(href: address)\">\(text)</a>"
}

func link(_ text: String, to address: String) -> Markup {
  "<a href=\"\(href: address)\">\(text)</a>"
}
