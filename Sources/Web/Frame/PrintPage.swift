import Domain

/// A page made for paper, such as the walk sheet: no navigation, black on white, a print button that paper leaves out.
struct PrintPage: Sendable {
  var title: String
  /// Starts with the `h1`.
  var content: Markup

  init(_ title: String, content: Markup) {
    self.title = title
    self.content = content
  }

  func markup(_ page: PageContext) -> Markup {
    let t = page.wording
    return """
      <!doctype html>
      <html lang="\(t.language.rawValue)" data-theme="light">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>\(title)</title>
      <link rel="icon" href="\(Asset.icon.address)">
      <link rel="stylesheet" href="\(Asset.stylesheet.address)">
      <link rel="stylesheet" href="\(Asset.walkSheetStylesheet.address)">
      <script src="\(Asset.staffScript.address)" defer></script>
      </head>
      <body>
      <main class="ws">
      <p class="noprint"><button class="b" type="button" data-print hidden>\(t(.print))</button></p>
      \(content)
      </main>
      </body>
      </html>

      """
  }
}

/// The head of a sheet: what it is and for whom, with the code for the phone and the same in letters.
func sheetHead(_ title: String, lines: [Markup], link address: String, code: String, _ t: Wording) -> Markup {
  let text: [Markup] = lines.map { "<p>\($0)</p>" }
  let drawing = QRCode(address)?.markup(label: t(.personalLink))
  return """
    <header class="wh"><div><h1>\(title)</h1>\(text)</div><div>\(drawing)<p class="code">\(code)</p></div></header>
    """
}

/// An empty box to be ticked by hand.
let paperBox: Markup = "<td class=\"bx\"><i></i></td>"
