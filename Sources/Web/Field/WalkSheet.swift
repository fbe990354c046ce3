import Actions
import Domain

/// A route on paper: sixteen houses a page, boxes to tick, the code for the phone, and a map at the end.
struct WalkSheet: Sendable {
  static let housesPerPage = 16

  let view: RouteView
  /// Who the sheet is for; the code on it is theirs.
  let person: RouteView.Person?
  /// Where this installation is reached: "http://owso.lan".
  let base: String
  let page: PageContext

  private var t: Wording { VolunteerPage.wording(page) }

  /// "K7QM-4RTX"
  static func spelled(_ code: String) -> String {
    let letters = code.uppercased()
    return letters.count == 8 ? letters.prefix(4) + "-" + letters.dropFirst(4) : letters
  }

  var title: String { t(.routeNumber(view.number, view.place ?? LocalizedText())) }

  var content: Markup {
    let pages = stride(from: 0, to: view.doors.count, by: Self.housesPerPage).map {
      Array(view.doors[$0..<min($0 + Self.housesPerPage, view.doors.count)])
    }
    let sheets: [Markup] = pages.enumerated().map { position, doors in
      """
      <section>\(head(position + 1, of: pages.count))\(table(doors))\(position + 1 == pages.count ? sign : nil)</section>
      """
    }
    return "\(sheets)\(map)"
  }

  private func head(_ number: Int, of pages: Int) -> Markup {
    let place = t(.sheetPage(view.doors.count, page: number, of: pages))
    guard number == 1 else {
      let code: Markup? = person?.codes.map { " · <span class=\"code\">\(Self.spelled($0.paper))</span>" }
      return "<h2>\(title)</h2><p>\(place)\(code)</p>"
    }
    let occurrence = view.occurrence
    let names = view.team.map { t.plain($0.name) }.joined(separator: ", ")
    let lines: [Markup] = [
      "\(t.longDate(occurrence.date)), \(t.times(occurrence.start, occurrence.end)) · \(names) · \(place)",
      "<b>\(t.label(.openingWords))</b> \(t(.shortOpening))",
      "<b>\(t.label(.emergencyPhone))</b> \(phone)",
    ]
    guard let codes = person?.codes else {
      let text: [Markup] = lines.map { "<p>\($0)</p>" }
      return "<header class=\"wh\"><div><h1>\(title)</h1>\(text)</div></header>"
    }
    return sheetHead(
      title, lines: lines, link: base + "/v/" + codes.link, code: Self.spelled(codes.paper), t)
  }

  /// Always in Arabic digits, as phones show them; a line to write on where the office names none.
  private var phone: Markup { view.officePhone.map { "\($0)" } ?? "\(t(.writeNumberHere)) ______________" }

  /// The question that awareness is measured by; its first two answers become boxes.
  private var asked: [Survey.Answer] { Array((view.survey?.awarenessQuestion?.answers ?? []).prefix(2)) }

  private func table(_ doors: [Walk.Door]) -> Markup {
    let results: [Markup] = Disposition.allCases.map { "<th scope=\"col\">\(t(.disposition($0)))</th>" }
    let answers: [Markup] = asked.map { "<th scope=\"col\">\(t.content($0.text))</th>" }
    let boxes = Array(repeating: paperBox, count: Disposition.allCases.count)
    let rows: [Markup] = doors.map { door in
      """
      <tr><th scope="row" class="n">\(t.number(door.number))</th><td>\(DoorView.label(door, t))</td>\(boxes)\
      <td class="bx wide2"></td>\(asked.map { _ in paperBox })<td class="rem"></td></tr>
      """
    }
    return """
      <table><caption class="vh">\(t(.houseList))</caption><thead><tr><th scope="col">\(t(.rowNumber))</th>\
      <th scope="col">\(t(.houseColumn))</th>\(results)<th scope="col">\(t(.leafletsTitle))</th>\(answers)\
      <th scope="col">\(t(.note))</th></tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  private var sign: Markup {
    """
    <p class="sign"><span>\(t(.signature)) ______________________</span><span>\(t(.date)) ______________</span></p>
    """
  }

  private var map: Markup? {
    let placed = view.doors.filter { $0.point != nil }
    guard !placed.isEmpty else { return nil }
    let map = RouteMap(placed.map { RouteMap.Stop($0.point!) })
    return """
      <section><h2>\(t(.map))</h2><figure>\(routeMap(map, id: "rm", t))\
      <figcaption><small>\(t(.mapWithoutStreets))</small></figcaption></figure></section>
      """
  }
}
