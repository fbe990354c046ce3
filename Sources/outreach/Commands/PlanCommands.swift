import Actions
import Domain

extension Command {
  static let plan = Command(
    "plan", arguments: ("CAMPAIGN", 1...1),
    help: (
      "Proposes timetable, roster, routes, and a forecast of reach and cost",
      """
      The proposal changes nothing until it is accepted; what people have confirmed stays where it is. The same seed
      and rounds give the same plan; --seconds only ends the search earlier.
      """
    ),
    options: [
      Option("--seconds", value: "X", "stop improving after so much time"),
      Option("--rounds", value: "N", "attempts to improve (default 2000)"),
      Option("--seed", value: "N", "another number gives another plan (default 1)"),
    ]
  ) { invocation in
    var effort = PlanCampaign.Effort()
    effort.seconds = try invocation.seconds("--seconds")
    effort.rounds = try invocation.number("--rounds", in: 0...10_000_000) ?? effort.rounds
    effort.seed = UInt64(try invocation.number("--seed", in: 0...Int.max) ?? 1)
    let (id, context, limits) = (CampaignID(invocation.words[0]), try await invocation.context(), effort)
    let plan = try await Progress.during("Planning \(id)", seconds: limits.seconds) {
      try await PlanCampaign.run(id, limits, in: context)
    }
    if invocation.wantsJSON {
      try invocation.sayJSON(PlanAnswer(plan, state: "proposed"))
    } else {
      try invocation.say(lines: PlanText(plan).lines)
    }
    return .done
  }.endingAlso(.couldNotBeDone, .conflict)

  static let accept = Command(
    "accept", arguments: ("CAMPAIGN", 1...1),
    help: ("Makes the proposed plan hold", "What people have confirmed, and what is past, stays as it is.")
  ) { invocation in
    let id = CampaignID(invocation.words[0])
    try await PlanCampaign.accept(id, in: try await invocation.context())
    return invocation.conclude("The plan of \(id) holds now.", ["campaign": id.text, "state": "accepted"])
  }.endingAlso(.couldNotBeDone)

  static let show = Command(
    "show", arguments: ("CAMPAIGN", 1...1),
    help: ("Shows a campaign and its plan", "The accepted plan, or the proposal while none is accepted.")
  ) { invocation in
    let (id, context) = (CampaignID(invocation.words[0]), try await invocation.context())
    let view = try await ShowCampaign.run(id, in: context)
    var plan = view.proposal ?? Plan(campaign: view.campaign.id)
    if view.acceptedAt != nil {
      plan.occurrences = view.occurrences
      plan.unserved = view.unserved
      plan.forecast = view.forecast
      plan.routes = try await ShowCampaign.routes(id, in: context)
    }
    if invocation.wantsJSON {
      let state = view.acceptedAt != nil ? "accepted" : view.proposal != nil ? "proposed" : "none"
      try invocation.sayJSON(PlanAnswer(plan, state: state))
      return .done
    }
    let name = view.campaign.name.best(.en).text
    let state = view.acceptedAt != nil ? "plan accepted" : view.proposal != nil ? "plan proposed" : "no plan yet"
    try invocation.say("\(view.campaign.id): \(name), \(view.campaign.from) to \(view.campaign.to), \(state)")
    guard view.acceptedAt != nil || view.proposal != nil else { return .done }
    try invocation.say(lines: PlanText(plan).lines)
    return .done
  }.endingAlso(.couldNotBeDone)
}

/// The contract's JSON of a plan.
struct PlanAnswer: Encodable {
  struct Team: Encodable {
    let occurrence: String
    let volunteer: String
    let status: String
  }

  struct Left: Encodable {
    let activity: String
    let place: String?
    let reason: String
    let missing: String?
    let count: Int
    let nearest: LocalDate?

    /// Every key stands in every answer, without a value where there is none.
    func encode(to encoder: any Encoder) throws {
      var answer = encoder.container(keyedBy: CodingKeys.self)
      try answer.encode(activity, forKey: .activity)
      try answer.encode(place, forKey: .place)
      try answer.encode(reason, forKey: .reason)
      try answer.encode(missing, forKey: .missing)
      try answer.encode(count, forKey: .count)
      try answer.encode(nearest, forKey: .nearest)
    }

    private enum CodingKeys: CodingKey { case activity, place, reason, missing, count, nearest }
  }

  let campaign: String
  /// "proposed", "accepted", or "none" while there is no plan.
  let state: String
  let occurrences: [Occurrence]
  let assignments: [Team]
  let routes: [Route]
  let unserved: [Left]
  let forecast: Forecast
  let rounds: Int

  init(_ plan: Plan, state: String) {
    campaign = plan.campaign.text
    self.state = state
    occurrences = plan.occurrences
    assignments = plan.occurrences.flatMap { one in
      one.assignments.map {
        Team(occurrence: one.id.text, volunteer: $0.volunteer.text, status: $0.status.rawValue)
      }
    }
    routes = plan.routes
    unserved = plan.unserved.map {
      Left(
        activity: $0.activity.text, place: $0.place?.text, reason: $0.reason.rawValue, missing: $0.missing,
        count: $0.count, nearest: $0.nearest)
    }
    forecast = plan.forecast
    rounds = plan.rounds
  }
}

/// A plan as a terminal shows it.
struct PlanText {
  let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  var lines: [String] {
    var lines = plan.occurrences.filter { $0.assignments.isEmpty || !isDoors($0) }.map { one in
      "\(one.date) \(one.start)  \(one.activity)\(one.place.map { " in \($0)" } ?? "")"
        + (one.assignments.isEmpty ? "" : "  \(one.assignments.map(\.volunteer.text).joined(separator: ", "))")
    }
    let doors = plan.routes.map(\.doors.count).reduce(0, +)
    if doors > 0 { lines.append("\(plan.routes.count) door-to-door shifts over \(doors) doors") }
    for left in plan.unserved {
      let nearest = left.nearest.map { "; the nearest day that would do is \($0)" } ?? ""
      let missing = left.missing.map { " (\($0))" } ?? ""
      let place = left.place.map { " in \($0)" } ?? ""
      lines.append("not placed: \(left.count) × \(left.activity)\(place): \(left.reason.words)\(missing)\(nearest)")
    }
    for row in plan.forecast.rows {
      let cost = row.cost.map(\.text).joined(separator: " + ")
      lines.append(
        "forecast \(row.activity)\(row.district.map { " in \($0)" } ?? ""): \(row.occurrences) times, "
          + "\(row.people) people, \(cost.isEmpty ? "no cost" : cost)")
    }
    return lines
  }

  private func isDoors(_ occurrence: Occurrence) -> Bool { plan.routes.contains { $0.occurrence == occurrence.id } }
}

extension Unserved.Reason {
  /// The reason in words, for the command line.
  var words: String {
    switch self {
    case .noDayInWindow: "no allowed day in its dates"
    case .noVolunteers: "not enough volunteers are free"
    case .noExperiencedVolunteer: "nobody experienced is free"
    case .noSkill: "nobody with the skill is free"
    case .noLanguage: "nobody with the language is free"
    case .noResource: "a resource is missing or taken"
    case .venueTooSmall: "no venue is large enough"
    case .predecessorUnplaced: "what must come before has no day"
    case .noDoors: "there are no doors to visit"
    case .noCoordinates: "the doors have no coordinates"
    }
  }
}
