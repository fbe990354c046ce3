import Domain

/// What must fit together between a campaign and its activities, and between the activities.
struct CampaignCheck {
  var campaign: Campaign
  var drafts: [ActivityDraft]

  func run(_ reading: inout Reading) {
    checkIDs(&reading)
    for draft in drafts {
      checkDates(draft, &reading)
      checkPlaces(draft, &reading)
      checkCosts(draft, &reading)
      checkNames(draft, &reading)
    }
    checkCircles(&reading)
    checkOptOut(&reading)
  }

  private func checkIDs(_ reading: inout Reading) {
    var seen: Set<ActivityID> = []
    for draft in drafts where !seen.insert(draft.activity.id).inserted {
      reading.error(
        "two activities have the id \"\(draft.activity.id)\"", at: draft.position(of: "id"), field: "id",
        advice: "give every activity its own")
    }
  }

  // MARK: Dates

  private func checkDates(_ draft: ActivityDraft, _ reading: inout Reading) {
    let activity = draft.activity
    for (key, date) in [("from", activity.from), ("to", activity.to)] {
      guard let date, date < campaign.from || date > campaign.to else { continue }
      outside("\(date)", key, draft, &reading)
    }
    if case .on(let moment) = activity.at, moment.date < campaign.from || moment.date > campaign.to {
      outside("\(moment)", "at", draft, &reading)
    }
    if let notAfter = activity.notAfter, notAfter.date < campaign.from {
      outside("\(notAfter)", "notAfter", draft, &reading)
    }
    checkRhythm(draft, &reading)
  }

  private func outside(_ when: String, _ key: String, _ draft: ActivityDraft, _ reading: inout Reading) {
    reading.error(
      "activity \"\(draft.activity.id)\" stands outside its campaign: \(when)", at: draft.position(of: key), field: key,
      advice: "choose a day from \(campaign.from) to \(campaign.to)")
  }

  private func checkRhythm(_ draft: ActivityDraft, _ reading: inout Reading) {
    guard let repeats = draft.activity.repeats else { return }
    let (from, to) = (draft.activity.from ?? campaign.from, draft.activity.to ?? campaign.to)
    if case .dates(let dates) = repeats {
      for date in dates where date < campaign.from || date > campaign.to {
        outside("\(date)", "repeats", draft, &reading)
      }
    } else if from <= to, repeats.days(from: from, to: to).isEmpty {
      reading.warning(
        "\"\(repeats.text)\" falls on no day from \(from) to \(to)", at: draft.position(of: "repeats"),
        field: "repeats",
        advice: "widen the dates, or choose another rhythm")
    }
  }

  // MARK: Places and money

  private func checkPlaces(_ draft: ActivityDraft, _ reading: inout Reading) {
    for place in draft.activity.places ?? [] where !campaign.places.contains(where: { $0.contains(place) }) {
      reading.error(
        "activity \"\(draft.activity.id)\" stands outside its campaign: place \(place)",
        at: draft.position(of: "places"), field: "places",
        advice: "choose places inside \(campaign.places.map(\.text).joined(separator: ", "))")
    }
  }

  private func checkCosts(_ draft: ActivityDraft, _ reading: inout Reading) {
    guard let lines = campaign.budget?.lines.map(\.id), !lines.isEmpty else { return }
    for cost in draft.activity.costs where !lines.contains(cost.line) {
      reading.error(
        "the budget has no line \"\(cost.line)\"", at: draft.position(of: "costs"), field: "costs",
        advice: adviceForUnknown(cost.line, known: lines, listing: 20))
    }
  }

  // MARK: Activities that name each other

  private func checkNames(_ draft: ActivityDraft, _ reading: inout Reading) {
    if let after = draft.activity.after { checkName(after.activity, "after", draft, &reading) }
    guard case .before(_, let other) = draft.activity.at else { return }
    checkName(other, "at", draft, &reading)
    if let target = campaign.activity(other), target.kind.isMessage {
      reading.error(
        "\"\(other)\" is a \(target.kind.rawValue) and has no day", at: draft.position(of: "at"), field: "at",
        advice: "name an activity that takes place")
    }
  }

  private func checkName(_ name: ActivityID, _ key: String, _ draft: ActivityDraft, _ reading: inout Reading) {
    guard campaign.activity(name) == nil else { return }
    let others = campaign.activities.map(\.id.text).filter { $0 != draft.activity.id.text }
    reading.error(
      "unknown activity \"\(name)\"", at: draft.position(of: key), field: key,
      advice: adviceForUnknown(name.text, known: others, listing: 20))
  }

  private func checkCircles(_ reading: inout Reading) {
    var settled: Set<ActivityID> = []
    for draft in drafts {
      var path: [ActivityID] = []
      var next: ActivityID? = draft.activity.id
      while let id = next, !settled.contains(id), !path.contains(id) {
        path.append(id)
        next = campaign.activity(id)?.after?.activity
      }
      if let id = next, let start = path.firstIndex(of: id) { complain(about: path[start...] + [id], &reading) }
      settled.formUnion(path)
    }
  }

  private func complain(about circle: ArraySlice<ActivityID>, _ reading: inout Reading) {
    guard let first = drafts.first(where: { $0.activity.id == circle.first }) else { return }
    let words = circle.map { "\"\($0)\"" }.joined(separator: " after ")
    reading.error(
      "the activities wait for each other: \(words)", at: first.position(of: "after"), field: "after",
      advice: "take one \"after\" out")
  }

  // MARK: The way out

  /// The first message of a campaign must tell how to get no more; later ones only remind.
  private func checkOptOut(_ reading: inout Reading) {
    guard let first = drafts.first(where: { $0.activity.kind == .message }), let text = first.activity.text else {
      return
    }
    for language in Language.allCases {
      guard let words = text[language], let template = try? TextTemplate(words), !template.offersOptOut else {
        continue
      }
      reading.error(
        "the first message does not tell how to get no more (\(language.rawValue))", at: first.position(of: "text"),
        field: "text", advice: "add {stop}")
    }
  }
}
