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
    <fieldset><legend class="vh">\(t(.whatHappenedAtDoor))</legend><div class="disp">\(choices)</div></fieldset>
    """
}

/// A number with one less and one more; it can also be typed, and works without script.
func counter(_ label: String, name: String, value: Int, _ t: Wording) -> Markup {
  """
  <div class="step" data-counter><label for="f-\(name)">\(label)</label>\
  <button type="button" class="b" data-step="-1" hidden aria-label="\(t(.oneLess))">−</button>\
  <input id="f-\(name)" name="\(name)" inputmode="numeric" autocomplete="off" size="3" value="\(value)">\
  <button type="button" class="b" data-step="1" hidden aria-label="\(t(.oneMore))">+</button></div>
  """
}

/// One question with its answers, one tap each; any may be skipped.
func question(_ number: Int, _ text: Markup, name: String, answers: [(value: String, text: Markup)], _ t: Wording) -> Markup {
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
  /// Kept on the phone only.
  var isUnsent = false
  /// A page of its own, or a map.
  var action: Markup?

  init(_ number: Int, _ label: String, disposition: Disposition? = nil, action: Markup? = nil) {
    self.number = number
    self.label = label
    self.disposition = disposition
    self.action = action
  }
}

func doorList(_ doors: [DoorLine], _ t: Wording) -> Markup {
  let lines: [Markup] = doors.map { door in
    let state: Markup? = door.disposition.map { disposition in
      let unsent: Markup? = door.isUnsent ? "<span class=\"muted\">\(t(.notSentYet))</span>" : nil
      return """
        <br><span class="row small">\(tag(t(.disposition(disposition)), disposition.kind))\(unsent)</span>
        """
    }
    return """
      <li data-door="\(door.number)"><b>\(t.number(door.number))</b><div>\(door.label)\(state)</div>\(door.action)</li>
      """
  }
  return "<ol class=\"doors\" role=\"list\">\(lines)</ol>"
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
