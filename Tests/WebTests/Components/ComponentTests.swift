import Domain
import Testing

@testable import Web

@Suite struct ComponentTests {
  private let t = Wording(.en)

  @Test func `a form carries the token of its session`() {
    let markup = form("/x", Sample.page()) { button("Save", .primary) }.string
    #expect(markup.contains("<input type=\"hidden\" name=\"form_token\" value=\"token-of-the-session\">"))
    #expect(markup.hasPrefix("<form method=\"post\" action=\"/x\">"))
  }

  @Test func `a table that flips keeps its roles and names its values`() {
    let records = Table(
      "Why", layout: .records, columns: [.text("Reason"), .number("People"), .whole("To do")],
      rows: [.row(["<b>", "12", "Retry"])])
    let markup = table(records).string
    #expect(markup.contains("role=\"table\"") && markup.contains("role=\"rowheader\""))
    #expect(markup.contains("<td class=\"n\" data-l=\"People\" role=\"cell\">12</td>"))
    #expect(markup.contains("<td class=\"full\" role=\"cell\">Retry</td>"))
  }

  @Test func `a wide table scrolls in a box that has a name and takes the focus`() {
    var wide = Table("All <numbers>", columns: [.text("A")], rows: [.group("x"), .total(["y"])])
    wide.scrolls = true
    let markup = table(wide).string
    #expect(
      markup.hasPrefix("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"All &lt;numbers&gt;\">"))
    #expect(MarkupChecks.findings(markup, isWhole: false) == [])
  }

  @Test func `the error summary links to the field and says the same words`() {
    let errors = [FieldError("date", "Enter a date like 19/11/2026")]
    let box = Field("date", "Date", .date).with { $0.error = errors.message(for: "date") }
    let markup: Markup = "\(errorSummary(errors, t))\(field(box, t))"
    #expect(MarkupChecks.findings(markup, isWhole: false) == [])
    #expect(markup.string.contains("<a href=\"#f-date\">Enter a date like 19/11/2026</a>"))
    #expect(markup.string.contains("</span>Enter a date like 19/11/2026</p><input id=\"f-date\""))
    #expect(errorSummary([], t) == nil)
  }

  @Test func `no result at a door is chosen beforehand`() {
    let choice = dispositionChoice(t).string
    #expect(!choice.contains("checked"))
    #expect(choice.components("type=\"radio\"") == 5)
    #expect(dispositionChoice(t, chosen: .moved).string.contains("value=\"moved\" required checked"))
  }

  @Test func `statuses say a word, problems interrupt`() {
    #expect(tag("Running", .good).string == "<span class=\"tag good\">Running</span>")
    #expect(tag("Draft").string == "<span class=\"tag\">Draft</span>")
    #expect(note(.bad, "x").string.contains("role=\"alert\""))
    #expect(note(.good, "x").string.contains("role=\"status\""))
  }

  @Test func `an unknown share is not drawn as nothing`() {
    let markup = partCell(0.5, notRecorded: 0.25).string
    #expect(markup.contains("class=\"f-mut\" x=\"75\" y=\"2\" width=\"25\""))
  }

  @Test func `a month is a real table of whole weeks`() {
    let day = LocalDate(dayNumber: 20_769)
    let calendar = MonthCalendar(day, today: day, caption: "November 2026", entries: [:]) { "/calendar?day=\($0)" }
    let tags = MarkupChecks.tags(monthCalendar(calendar, t).string)
    #expect(tags.count { $0.name == "td" && !$0.isEnd } == 42)
    #expect(tags.count { $0.name == "th" && !$0.isEnd } == 7)
    #expect(tags.first { $0["aria-current"] == "date" }?["href"] == "/calendar?day=2026-11-12")
    #expect(tags.first { $0.name == "a" }?["aria-label"] == "Monday 26 October")
  }
}

extension String {
  fileprivate func components(_ piece: String) -> Int { ranges(of: piece).count }
}
