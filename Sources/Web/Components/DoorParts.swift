import Domain

/// Parts of the volunteer's page: what happened at a door, leaflets, questions, the list of houses.

/// Five large choices, none of them chosen beforehand.
func dispositionChoice(_ t: Wording, chosen: Disposition? = nil) -> Markup {
  let choices: [Markup] = Disposition.allCases.map { disposition in
    """
    <label><input type="radio" name="disposition" value="\(disposition.rawValue)" required\
    \(flag("checked", disposition == chosen))>\(t(.disposition(disposition)))</label>
    """
  }
  return """
    <fieldset id="f-disposition" tabindex="-1"><legend class="vh">\(t(.whatHappenedAtDoor))</legend><div class="disp">\(choices)</div></fieldset>
    """
}

/// A number with one less and one more; it can also be typed, and works without script.
func counter(_ label: String, name: String, value: Int, _ t: Wording) -> Markup {
  """
  <div class="step" data-counter><label for="f-\(name)">\(label)</label>\
  <button type="button" class="b" data-step="-1" hidden aria-label="\(t(.oneLess))">−</button>\
  <input id="f-\(name)" name="\(name)" inputmode="numeric" autocomplete="off" size="3" value="\(t.number(value))">\
  <button type="button" class="b" data-step="1" hidden aria-label="\(t(.oneMore))">+</button></div>
  """
}

/// One question with its answers, one tap each; any may be skipped.
func question(_ number: Int, _ text: Markup, name: String, answers: [(value: String, text: Markup)], _ t: Wording)
  -> Markup
{
  let choices: [Markup] = answers.map {
    "<label><input type=\"radio\" name=\"\(name)\" value=\"\($0.value)\">\($0.text)</label>"
  }
  return """
    <fieldset><legend>\(t.number(number)). \(text)</legend><div class="opt">\(choices)</div></fieldset>
    """
}

/// What may be said about the person: only what was said or shown on a card.
func groupChoice(_ t: Wording) -> Markup {
  let choices: [Markup] = Group.allCases.map {
    "<label><input type=\"checkbox\" name=\"group\" value=\"\($0.rawValue)\">\(t(.groupAtDoor($0)))</label>"
  }
  return """
    <fieldset><legend>\(t(.aboutThePerson))</legend><div class="opt">\(choices)</div></fieldset>
    """
}

/// One house in the list: number, what to look for, how it went, where to go from here.
struct DoorLine: Sendable {
  var number: Int
  var label: String
  var disposition: Disposition?
  /// From ``mapAddress(_:)``.
  var map: String?
  /// The door's own page.
  var address: String?

  init(_ number: Int, _ label: String, disposition: Disposition? = nil, map: String? = nil, address: String? = nil) {
    self.number = number
    self.label = label
    self.disposition = disposition
    self.map = map
    self.address = address
  }
}

/// The script reads the list too, to go from door to door without loading a page. Sixty lines have to stay small.
func doorList(_ doors: [DoorLine], _ t: Wording) -> Markup {
  let lines: [Markup] = doors.map { door in
    let label: Markup =
      door.address.map { "<a data-label href=\"\(href: $0)\">\(door.label)</a>" }
      ?? "<span data-label>\(door.label)</span>"
    let state: Markup? = door.disposition.map {
      "<span class=\"row small\" data-state>\(tag(t(.disposition($0)), $0.kind))</span>"
    }
    let map: Markup? = door.map.map { "<a class=\"b s\" href=\"\(href: $0)\">\(t(.map))</a>" }
    return """
      <li data-door="\(door.number)"\(flag("data-done", door.disposition != nil))><b>\(t.number(door.number))</b>\
      <div>\(label)\(state)</div>\(map)</li>
      """
  }
  return "<ol class=\"doors\" role=\"list\">\(lines)</ol>"
}

/// Opens a point in the phone's map app with a pin on it.
func mapAddress(_ point: Coordinate) -> String {
  let places = { (degrees: Double) -> String in
    let units = Int((degrees * 100_000).rounded())
    let rest = String(100_000 + units.magnitude % 100_000).dropFirst()
    return "\(units < 0 ? "-" : "")\(units.magnitude / 100_000).\(rest)"
  }
  return "geo:0,0?q=\(places(point.latitude)),\(places(point.longitude))"
}

/// The door that is open now: what to look for, what happened, leaflets and questions. `questions` is made of
/// ``question(_:_:name:answers:_:)`` and ``groupChoice(_:)``.
struct CurrentDoor: Sendable {
  var door: DoorLine
  /// The door after this one; nil at the last.
  var next: Int?
  /// Where the form goes without script.
  var action: String
  /// What the form carries along unseen: the route, and the answer's own id.
  var hidden: Markup = .empty
  var leaflets = 0
  var questions: Markup = .empty
  var questionCount = 0

  init(_ door: DoorLine, next: Int?, action: String) {
    self.door = door
    self.next = next
    self.action = action
  }
}

func currentDoor(_ current: CurrentDoor, _ t: Wording) -> Markup {
  let map: Markup? = current.door.map.map {
    "<a class=\"b\" data-door-map href=\"\(href: $0)\">\(t(.openInMapApp))</a>"
  }
  let survey: Markup? =
    current.questionCount == 0
    ? nil
    : """
    <details open><summary>\(t(.surveyTitle)) <span class="muted small">\(t(.surveyHint(current.questionCount)))</span>\
    </summary><p class="small muted">\(t(.askBeforeExplaining))</p>\(current.questions)</details>
    """
  let doNotVisit: Markup = """
    <div class="opt"><label><input type="checkbox" name="doNotVisit" value="yes">\(t(.askedNotToBeVisited))</label></div>
    """
  return """
    <div class="door"><div><h2 id="door" data-door-title>\(t(.house(current.door.number)))</h2>\
    <p data-door-label>\(current.door.label)</p></div>\(map)</div>
    <form method="post" action="\(href: current.action)" data-door-form>\
    <input type="hidden" name="door" value="\(current.door.number)">\(current.hidden)
    \(dispositionChoice(t, chosen: current.door.disposition))
    \(counter(t(.leafletsGiven), name: "leaflets", value: current.leaflets, t))
    \(survey)\(doNotVisit)
    <button class="b p w" data-save>\(t(current.next.map { .saveAndGoTo($0) } ?? .saveLastDoor))</button></form>
    """
}

extension Disposition {
  /// The colour that repeats the word.
  var kind: Kind? {
    switch self {
    case .talked: .good
    case .notHome, .comeBack: .warn
    case .refused, .moved: nil
    }
  }
}

/// What the phone holds and what the server has received; the two words are never mixed.
enum ConnectionState: Sendable {
  case received(at: TimeOfDay)
  case nothingYet
  case refused(Phrase)
}

func connectionLine(_ state: ConnectionState, _ t: Wording) -> Markup {
  let (kind, text): (StaticString, String) =
    switch state {
    case .received(let at): ("net good", t(.allReceivedAt(at)))
    case .nothingYet: ("net", t(.answersAreSentByThemselves))
    case .refused(let reason): ("net bad", t(reason))
    }
  return "<div class=\"\(literal: kind)\" role=\"status\" data-net><p><b>\(text)</b></p></div>"
}
