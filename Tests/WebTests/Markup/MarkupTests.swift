import Testing

@testable import Web

@Suite struct MarkupTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onmouseover=\"x", "&quot; onmouseover=&quot;x"),
    ("' onfocus='x", "&#39; onfocus=&#39;x"),
    ("a & b &amp; c", "a &amp; b &amp;amp; c"),
    ("</title><img src=x onerror=x>", "&lt;/title&gt;&lt;img src=x onerror=x&gt;"),
    ("\u{0}<", "\u{FFFD}&lt;"),
    ("ភូមិ​ថ្មី", "ភូមិ​ថ្មី"),
  ])
  func `text never becomes markup`(payload: String, shown: String) {
    let markup: Markup = "<p title=\"\(payload)\">\(payload)</p>"
    #expect(markup.string == "<p title=\"\(shown)\">\(shown)</p>")
    #expect(Markup(text: payload).string == shown)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
    "vbscript:x", "//evil.example/x", "/\\evil.example", "blob:x", "\u{1}javascript:x",
  ])
  func `a link that could run script or leave the site leads nowhere`(address: String) {
    let markup: Markup = "<a href=\"\(href: address)\">x</a>"
    #expect(markup.string == "<a href=\"#\">x</a>")
  }

  @Test(arguments: ["/today", "?lang=km", "#main", "geo:13.1,103.2?q=13.1,103.2", "tel:+85512000000", "https://a.b/"])
  func `a harmless link stays as it is`(address: String) {
    let markup: Markup = "\(href: address)"
    #expect(markup.string == address)
  }

  @Test func `markup inside markup is inlined once`() {
    let items: [Markup] = ["a<b", "c"].map { "<li>\($0)</li>" }
    let none: Markup? = nil
    let list: Markup = "<ul>\(items)\(none)</ul>"
    #expect(list.string == "<ul><li>a&lt;b</li><li>c</li></ul>")
    #expect(items.joined(by: ", ").string == "<li>a&lt;b</li>, <li>c</li>")
  }

  @Test func `numbers of drawings are short`() {
    let markup: Markup = "\(12.0) \(0.1 + 0.2) \(-3.456) \(1.05) \(-0.001) \(Double.nan) \(1e300) \(42)"
    #expect(markup.string == "12 0.3 -3.46 1.05 0 0 0 42")
  }

  @Test func `attributes are left out without a value`() {
    let markup: Markup = "<input\(attribute("lang", nil))\(attribute("value", "\"x\""))\(flag("checked", true))>"
    #expect(markup.string == "<input value=\"&quot;x&quot;\" checked>")
  }

  @Test func `addresses carry any text in their queries`() {
    let path = Address.path("/audience", [("q", "ភូមិ & x"), ("page", nil), ("n", "2")])
    #expect(path == "/audience?q=%E1%9E%97%E1%9E%BC%E1%9E%98%E1%9E%B7%20%26%20x&n=2")
  }
}
