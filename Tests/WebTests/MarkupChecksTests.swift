import Testing

@testable import Web

@Suite struct MarkupChecksTests {
  @Test(arguments: [
    ("<table><tr></tr></table>", "a table has no caption"),
    ("<svg role=\"img\"><rect/></svg>", "an svg with role=img has no title"),
    ("<svg><rect/></svg>", "an svg is neither role=img nor hidden"),
    ("<input name=\"x\">", "the field x has no label"),
    ("<p id=\"a\"></p><p id=\"a\"></p>", "the id a stands twice"),
    ("<p style=\"color:red\"></p>", "<p> has style="),
    ("<p onclick=\"x()\"></p>", "<p> has onclick="),
    ("<script>x()</script>", "there is an inline script"),
    ("<a href=\"javascript:x()\">x</a>", "a link runs script"),
    ("<div><p></div></p>", "</div> closes <p>"),
    ("<a href=\"#gone\">x</a>", "the link #gone leads nowhere on this page"),
    ("<th>x</th>", "a th has no scope"),
  ])
  func `what is wrong is found`(html: String, finding: String) {
    #expect(MarkupChecks.findings(html, isWhole: false).contains(finding))
  }

  @Test func `a right page has no findings`() {
    let html = """
      <!doctype html><html lang="km"><head><title>x</title></head><body><main><h1>x > y</h1>
      <label for="f">Name</label><input id="f" name="f"><label><input type="checkbox" name="c"> Yes</label>
      <table><caption>T</caption><tr><th scope="row">a</th></tr></table></main></body></html>
      """
    #expect(MarkupChecks.findings(html) == [])
  }
}
