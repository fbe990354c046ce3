import Domain

/// An activity as read, with the places of its keys for the checks that look at the whole campaign.
struct ActivityDraft {
  var activity: Activity
  var position: Position
  var positions: [String: Position]

  func position(of key: String) -> Position { positions[key] ?? position }
}

/// The keys of one activity of a campaign.
enum ActivityFields {
  static var kind: FieldKind<ActivityDraft> {
    .object("activity") { fields in read(&fields) }
  }

  private static func read(_ fields: inout FieldReader) -> ActivityDraft? {
    let id: ActivityID? = fields.required("id", .id(), "the id that other activities name")
    let kind: ActivityKind? = fields.required("kind", .word(), "what kind of work it is")
    // The others are checked even where the kind is wrong.
    var activity = Activity(id: id ?? "", kind: kind ?? .meeting)
    activity.name = fields.optional("name", .words(), "what people call it")
    readWho(&fields, &activity)
    readWhen(&fields, &activity)
    readNeeds(&fields, &activity)
    readMessage(&fields, &activity)
    let doors = DoorFields.read(&fields)
    activity.survey = fields.optional("survey", .reference(to: .survey), "the questions that are asked")
    activity.wave = fields.optional("wave", .word(), "before, during or after the campaign")
    guard let id else { return nil }
    if kind != nil {
      activity.doors = kind == .doorToDoor ? doors.work : nil
      ActivityCheck(activity: activity, doorKeys: doors.keys).run(&fields)
    }
    activity.id = id
    return ActivityDraft(activity: activity, position: fields.position, positions: fields.positions)
  }

  private static func readWho(_ fields: inout FieldReader, _ activity: inout Activity) {
    activity.places = fields.optional("places", .list(of: .place, atLeast: 1), "narrower than the campaign's")
    activity.segment = fields.optional("segment", .reference(to: .segment), "narrower than the campaign's")
  }

  private static func readWhen(_ fields: inout FieldReader, _ activity: inout Activity) {
    activity.from = fields.optional("from", .date, "its first day; the campaign's unless set")
    activity.to = fields.optional("to", .date, "its last day; the campaign's unless set")
    activity.each = fields.optional("each", .level, "one in each place of this level; one in all unless set")
    activity.repeats = fields.optional("repeats", .recurrence, "a rhythm such as weekly on monday, or a list of dates")
    activity.after = fields.optional("after", after, "what must be over before")
    activity.minutes = fields.optional("hours", hours, "how long one takes")
    activity.between = fields.optional("between", .window, "the part of the day in which it may take place")
    activity.weekdays = fields.optional(
      "weekdays", .list(of: .weekday, atLeast: 1), "the days on which it may take place")
  }

  private static var hours: FieldKind<Int> {
    FieldKind<Double>.number(0.25...24).map { hours throws(PhraseProblem) in Int((hours * 60).rounded()) }
  }

  private static var after: FieldKind<Dependency> {
    .object("after") { fields in
      let activity: ActivityID? = fields.required("activity", .id(), "the other activity's id")
      let days = fields.optional("days", .whole(0...365), "days in between; 0 unless set")
      return activity.map { Dependency(activity: $0, days: days ?? 0) }
    }
  }

  private static func readNeeds(_ fields: inout FieldReader, _ activity: inout Activity) {
    activity.needs = fields.optional("needs", needs, "who and what one occurrence needs") ?? Needs()
    activity.costs = fields.optional("costs", .list(of: cost), "what it costs") ?? []
    activity.expects = fields.optional("expects", expectation, "how many people one occurrence reaches")
  }

  private static var needs: FieldKind<Needs> {
    .object("needs") { fields in
      var needs = Needs()
      needs.volunteers = fields.optional("volunteers", .whole(0...10_000), "people") ?? 0
      needs.experienced =
        fields.optional("experienced", .whole(0...10_000), "at least so many of them experienced") ?? 0
      needs.skills = counts("skills", "a skill and how many have it", &fields)
      needs.languages = counts("languages", "a language and how many speak it", &fields)
      needs.resources = counts("resources", "a kind of resource and how many", &fields)
      return needs
    }
  }

  private static func counts(_ name: String, _ about: String, _ fields: inout FieldReader) -> [String: Int] {
    let kind = FieldKind.names(to: .whole(1...10_000), key: .text(limit: 64))
    let pairs = fields.optional(name, kind, about) ?? []
    return Dictionary(pairs.map { ($0.name.value, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private static var cost: FieldKind<CostLine> {
    .object("cost") { fields in
      let line = fields.required("line", .text(limit: 64), "the line of the budget")
      let amount = fields.required("amount", .money, "for each")
      let per: CostLine.Unit? = fields.required("per", .word(), "what the amount is for")
      let inKind = fields.optional("inKind", .yesNo, "true for what is given, not paid") ?? false
      guard let line, let amount, let per else { return nil }
      return CostLine(line: line, amount: amount, per: per, inKind: inKind)
    }
  }

  private static var expectation: FieldKind<Expectation> {
    .object("expectation") { fields in
      let people = fields.required("people", .whole(0...100_000_000), "people at one occurrence")
      let source = fields.optional("source", .text(limit: 500), "where the figure comes from")
      return people.map { Expectation(people: $0, source: source) }
    }
  }

  private static func readMessage(_ fields: inout FieldReader, _ activity: inout Activity) {
    activity.channel = fields.optional("channel", .reference(to: .channel), "the way it leaves")
    activity.text = fields.optional(
      "text", .words(limit: 4_000), "what it says; {name}, {place}, {office}, {stop} … are filled")
    activity.at = fields.optional("at", .sendTime, "when it leaves")
    activity.notAfter = fields.optional("notAfter", .dateTime, "later it is worth nothing and is not sent")
  }
}

/// The keys of door-to-door work, which stand beside the others in the activity.
enum DoorFields {
  static let names = ["share", "team", "shift", "visitMinutes", "leaflets"]

  static func read(_ fields: inout FieldReader) -> (work: DoorWork, keys: [String]) {
    var work = DoorWork()
    work.share = fields.optional("share", .number(0...1), "share of the segment's doors") ?? work.share
    work.team = fields.optional("team", .whole(1...20), "people who walk together") ?? work.team
    work.shiftMinutes = fields.optional("shift", .duration, "how long one outing is") ?? work.shiftMinutes
    work.visitMinutes = fields.optional("visitMinutes", .whole(1...120), "minutes at one door") ?? work.visitMinutes
    work.leaflets = fields.optional("leaflets", .whole(0...100), "left at each door") ?? work.leaflets
    let present = fields
    return (work, names.filter { present.has($0) })
  }
}
