import Domain

/// The keys of a `campaign` document.
enum CampaignFields {
  /// Days; a longer campaign is a mistyped year.
  private static let longest = 3_660

  static func read(_ fields: inout FieldReader) -> Campaign? {
    let id: CampaignID? = fields.required("id", .id(), "the id that commands and addresses name")
    let name = fields.required("name", .words(), "what people call the campaign")
    let places = fields.required(
      "places", .list(of: .place, atLeast: 1), "codes of the places it covers, with all inside them")
    let from = fields.required("from", .date, "its first day")
    let to = fields.required("to", .date, "its last day")
    let segment: SegmentID? = fields.required("segment", .reference(to: .segment), "who is meant")
    let days = from.flatMap { from in to.map { (from, $0) } }
    var campaign = Campaign(
      id: id ?? "", name: name ?? LocalizedText(), places: places ?? [],
      dates: days ?? (LocalDate(dayNumber: 0), LocalDate(dayNumber: 0)))
    campaign.segment = segment ?? ""
    readMeans(&fields, &campaign)
    let activities = fields.required("activities", .list(of: ActivityFields.kind, atLeast: 1), "the work it is made of")
    campaign.activities = (activities ?? []).map(\.activity)
    if let days, days.0 > days.1 {
      fields.error("the campaign ends (\(days.1)) before it begins (\(days.0))", at: "to", advice: "swap from and to")
    } else if let days, days.1 - days.0 > longest {
      fields.error("the campaign lasts longer than ten years", at: "to", advice: "check the year")
    } else if let activities, days != nil {
      CampaignCheck(campaign: campaign, drafts: activities).run(&fields.reading)
    }
    return id == nil || days == nil ? nil : campaign
  }

  private static func readMeans(_ fields: inout FieldReader, _ campaign: inout Campaign) {
    campaign.facilitation = fields.optional("facilitation", .word(), "who leads the work in the field") ?? .government
    campaign.partner = fields.optional("partner", .text(limit: 200), "the organisation that helps")
    campaign.budget = fields.optional("budget", budget, "the money it may spend")
    campaign.targets = fields.optional("targets", .list(of: target), "people to reach, counted once each") ?? []
    campaign.quietHours = fields.optional("quietHours", .quietHours, "tighter than the office's")
    campaign.contactCap = fields.optional("contactCap", .contactCap, "tighter than the office's")
  }

  private static var budget: FieldKind<Budget> {
    .object("budget") { fields in
      let total = fields.required("total", .money, "the whole")
      let lines = fields.optional("lines", .list(of: line.located), "its parts") ?? []
      guard let total else { return nil }
      var seen: Set<String> = []
      for line in lines where !seen.insert(line.value.id).inserted {
        fields.reading.error(
          "two budget lines have the id \"\(line.value.id)\"", at: line.position, advice: "give every line its own")
      }
      checkSum(lines, of: total, &fields)
      return Budget(total: total, lines: lines.map(\.value))
    }
  }

  private static func checkSum(_ lines: [Located<Budget.Line>], of total: Money, _ fields: inout FieldReader) {
    let amounts = lines.map(\.value.amount).filter { $0.currency == total.currency }
    let (sum, overflow) = amounts.reduce((Int64(0), false)) { result, amount in
      let next = result.0.addingReportingOverflow(amount.minor)
      return (next.partialValue, result.1 || next.overflow)
    }
    if overflow || sum > total.minor {
      let sum = Money(minor: sum, total.currency).text
      fields.warning(
        "the lines add up to \(sum), more than the total of \(total.text)", at: "total", advice: "check the sums")
    }
  }

  private static var line: FieldKind<Budget.Line> {
    .object("budget line") { fields in
      let id = fields.required("id", .text(limit: 64), "the id that costs name")
      let name = fields.optional("name", .words(), "what people call it")
      let amount = fields.required("amount", .money, "what it may cost")
      guard let id, let amount else { return nil }
      return Budget.Line(id: id, name: name, amount: amount)
    }
  }

  private static var target: FieldKind<Target> {
    .object("target") { fields in
      let group: Group? = fields.optional("group", .word(), "everybody unless set")
      let people = fields.required("people", .whole(1...100_000_000), "people to reach")
      guard let people else { return nil }
      return Target(group: group, people: people)
    }
  }
}
