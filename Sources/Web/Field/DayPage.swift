import Actions
import Domain
import HTTPServer

/// A volunteer's own page: today's doors, or the next shifts.
extension Site {
  func dayPage(_ request: PageRequest, _ visitor: FieldVisitor) async throws -> Response {
    let day = try await ShowVolunteerDay.run(visitor.volunteer, in: actions(for: request))
    let view = DayView(day: day, address: visitor.address, page: request.page)
    return (day.walk.map { walkPage(view, $0) } ?? shiftsPage(view)).response(request.page)
  }

  private func walkPage(_ view: DayView, _ walk: Walk) -> VolunteerPage {
    var content = VolunteerPage(
      view.title(walk.shift), lines: view.lines(walk.shift), address: view.address,
      content: "\(view.current(walk))\(view.map(walk))\(view.list(walk))\(view.shifts(besides: walk.shift))\(view.help)"
    )
    content.connection = view.connection(walk, at: walk.lastReceived.map { view.page.local($0).time })
    content.route = walk.route.text
    content.forgetAt = endOfDay(walk.shift.occurrence.date, view.page)
    return content
  }

  private func shiftsPage(_ view: DayView) -> VolunteerPage {
    let t = view.t
    let ended: Markup? = view.day.ended.map {
      "<section><p class=\"big\">\(t(.routeEnded($0.houses)))</p></section>"
    }
    let none: Markup? =
      view.day.shifts.isEmpty && view.day.ended == nil ? "<section><p>\(t(.noShiftNow))</p></section>" : nil
    let title = view.day.ended.map { t(.routeNumber($0.number, $0.place ?? LocalizedText())) } ?? t(.shifts)
    var content = VolunteerPage(
      title, lines: [t.plain(view.day.volunteer)], address: view.address,
      content: "\(ended)\(none)\(view.shifts(besides: nil))\(view.call.map { "<section>\($0)</section>" as Markup })")
    // Answers that waited on the phone are still sent from here.
    if view.day.ended != nil { content.connection = connectionLine(.nothingYet, t) }
    return content
  }


  /// When the phone forgets the doors of that day, in Unix seconds.
  func endOfDay(_ date: LocalDate, _ page: PageContext) -> Int {
    let midnight = LocalDateTime(date: date + 1, time: TimeOfDay(minutes: 0))
    return Int(page.clock.instant(of: midnight).milliseconds / 1000)
  }
}

/// The parts of a volunteer's page.
struct DayView: Sendable {
  let day: VolunteerDay
  let address: String
  let page: PageContext

  var t: Wording { VolunteerPage.wording(page) }

  func title(_ shift: VolunteerShift) -> String {
    let place = shift.place ?? LocalizedText()
    return shift.route.map { t(.routeNumber($0.number, place)) } ?? t(.kind(shift.kind)) + " " + t.plain(place)
  }

  /// Day and time; who walks with whom.
  func lines(_ shift: VolunteerShift) -> [String] {
    let occurrence = shift.occurrence
    let time = t(.dayAndTimes(t.dayAndMonth(occurrence.date), t.times(occurrence.start, occurrence.end)))
    let me = day.volunteer
    let names = shift.partners.map { t.plain($0) }.joined(separator: ", ")
    return [time, names.isEmpty ? t.plain(me) : t(.withPartner(me, LocalizedText(km: names, en: names)))]
  }

  func connection(_ walk: Walk, at time: TimeOfDay?) -> Markup {
    connectionLine(time.map { .received(at: $0) } ?? .nothingYet, t)
  }

  /// Progress, and the door that waits.
  func current(_ walk: Walk) -> Markup {
    let share = walk.doors.isEmpty ? 0 : Double(walk.done) / Double(walk.doors.count)
    let progress: Markup = """
      \(meter(share))<p class="row between small muted">\
      <span data-progress="\(t(.housesDoneTemplate(of: walk.doors.count)))">\
      \(t(.housesDone(walk.done, walk.doors.count)))</span><span>\(t(.leaflets(walk.leaflets)))</span></p>
      """
    guard let door = walk.next else {
      return "<section class=\"now\">\(progress)<p class=\"big\">\(t(.allDoorsDone))</p></section>"
    }
    return """
      <section class="now" data-current data-forgets aria-labelledby="door">\(progress)\(undo(walk, before: door))\
      \(currentDoor(DoorView(walk: walk, door: door, address: address, t: t).current, t))</section>
      """
  }

  /// The answer just given can be given again for as long as the next door is open.
  private func undo(_ walk: Walk, before door: Walk.Door) -> Markup? {
    guard let last = walk.doors.filter({ $0.visit != nil }).max(by: { $0.visit!.at < $1.visit!.at }) else { return nil }
    return """
      <p><a class="b s" data-undo href="\(href: "\(address)/doors/\(last.number)")">\(t(.undoLastAnswer)) \
      (\(t.number(last.number)))</a></p>
      """
  }

  func map(_ walk: Walk) -> Markup? {
    let placed = walk.doors.filter { $0.point != nil }
    guard !placed.isEmpty else { return nil }
    let map = RouteMap(
      placed.map { RouteMap.Stop($0.point!, $0.visit?.disposition) },
      current: placed.firstIndex { $0.number == walk.next?.number })
    return """
      <section data-forgets aria-labelledby="map"><h2 id="map">\(t(.map))</h2>\
      <figure>\(routeMap(map, id: "rm", t))<figcaption><small>\(t(.mapLegend)) \(t.sentence(.mapWithoutStreets))</small>\
      </figcaption></figure></section>
      """
  }

  func list(_ walk: Walk) -> Markup {
    let lines = walk.doors.map { DoorView(walk: walk, door: $0, address: address, t: t).line }
    return """
      <section data-forgets aria-labelledby="list"><h2 id="list">\(t(.houseList))</h2>\(doorList(lines, t))</section>
      """
  }

  var help: Markup { "<section><p class=\"small\">\(t(.answersSentWhenOnline))</p>\(call)</section>" }

  /// Rings the office.
  var call: Markup? {
    day.officePhone.map { phone in
      "<p><a class=\"b\" href=\"\(href: "tel:" + phone.filter { $0 != " " })\">\(t(.problemCall(phone)))</a></p>"
    }
  }
}

/// One door of a walk as the pages show it.
struct DoorView: Sendable {
  let walk: Walk
  let door: Walk.Door
  let address: String
  let t: Wording

  var label: String { Self.label(door, t) }

  /// What helps to find it: number, group, note. Never a name.
  static func label(_ door: Walk.Door, _ t: Wording) -> String {
    var pieces = [door.painted.map { t(.paintedNumber($0)) }, door.group.map { t(.houseGroup($0)) }, door.note]
    if door.doNotVisit { pieces.append(t(.doNotVisit)) } else { pieces.append(door.bestTime.map { t(.bestTime($0)) }) }
    let words = pieces.compactMap { $0 }
    return words.isEmpty ? t(.house(door.number)) : words.joined(separator: ", ")
  }

  var line: DoorLine {
    DoorLine(
      door.number, label, disposition: door.visit?.disposition, map: door.point.map(mapAddress),
      address: "\(address)/doors/\(door.number)")
  }

  var current: CurrentDoor {
    let next = walk.doors.first { $0.number > door.number && $0.visit == nil && !$0.doNotVisit }
    var current = CurrentDoor(line, next: next?.number, action: "\(address)/doors/\(door.number)")
    current.door.disposition = nil
    current.hidden = AnswerID.fields(route: walk.route)
    current.leaflets = door.visit?.leaflets ?? 0
    let asked = walk.survey.map { Array($0.questions.prefix(4)) } ?? []
    current.questionCount = asked.count
    let questions = asked.enumerated().map { position, one in
      question(
        position + 1, t.content(one.text), name: "q-" + one.id,
        answers: one.answers.map { ($0.id, t.content($0.text)) }, t)
    }
    current.questions = "\(questions)\(groupChoice(t))"
    return current
  }
}
