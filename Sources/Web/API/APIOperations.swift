import Actions
import Domain
import HTTPServer

extension Site {
  /// Everything the API does.
  var apiOperations: [APIOperation] {
    campaignOperations + sendingOperations + segmentOperations + [counts, reports]
  }

  private static let list = [
    APIOperation.Parameter("limit", .query, OpenAPI.number(1...500), "How many items at most; 50 unless asked."),
    APIOperation.Parameter("after", .query, OpenAPI.text, "The value of next in the page before."),
  ]

  private static let id = APIOperation.Parameter("id", .path, OpenAPI.text, "The id in its document.")

  private var campaignOperations: [APIOperation] {
    [
      APIOperation(.get, "/api/v1/campaigns", .seeCampaigns, ("Every campaign on record", "CampaignList")) { request in
        let all = try await ShowCampaign.list(in: actions(for: request))
        return .json(try request.page(all, key: \.id.text, item: { JSON(campaign: $0) }))
      }.with(Self.list),
      APIOperation(.get, "/api/v1/campaigns/{id}", .seeCampaigns, ("One campaign", "Campaign")) { request in
        let view = try await ShowCampaign.run(CampaignID(request.parameter("id")), in: actions(for: request))
        return .json(JSON(campaign: view.campaign), revision: view.revision)
      }.with([Self.id]),
    ]
  }

  private var segmentOperations: [APIOperation] {
    [
      APIOperation(.get, "/api/v1/segments", .seeCampaigns, ("Every segment on record", "SegmentList")) { request in
        let all = try await ListSegments.run(in: actions(for: request))
        return .json(try request.page(all, key: \.segment.id.text, item: { JSON(segment: $0.segment) }))
      }.with(Self.list),
      APIOperation(.get, "/api/v1/segments/{id}", .seeCampaigns, ("One segment; its ETag is for If-Match", "Segment")) {
        request in
        let view = try await ListSegments.one(SegmentID(request.parameter("id")), in: actions(for: request))
        return .json(JSON(segment: view.segment), revision: view.revision)
      }.with([Self.id]),
      APIOperation(
        .put, "/api/v1/segments/{id}", .planCampaigns, ("Creates or changes a segment", "Segment"), saveSegment
      ).with(
        [
          Self.id,
          .init("If-Match", .header, OpenAPI.text, "The ETag that the segment had when you read it."),
          .init("If-None-Match", .header, OpenAPI.text, "*, to create a segment that must not exist yet."),
        ], takes: "SegmentChange"),
    ]
  }

  private func saveSegment(_ request: PageRequest) async throws -> Response {
    guard let expecting = try request.expectedRevision() else {
      return Problem.response(428, "A change needs If-Match with the ETag of an earlier answer, or If-None-Match: *.")
    }
    struct Change: Decodable {
      struct Name: Decodable {
        var km: String?
        var en: String?
      }
      var name: Name
      var `where`: String
    }
    let change = try request.json(Change.self)
    let segment = Segment(
      id: SegmentID(request.parameter("id")), name: LocalizedText(km: change.name.km, en: change.name.en),
      rule: change.where)
    let revision = try await SaveSegment.run(segment, expecting: expecting, in: actions(for: request))
    return .json(JSON(segment: segment), revision: revision)
  }

  /// For whoever may see people: single people could be found by asking cleverly.
  private var counts: APIOperation {
    APIOperation(.post, "/api/v1/counts", .seePeople, ("How many people an expression selects", "Count")) { request in
      struct Question: Decodable {
        var `where`: String
        var by: String?
      }
      let question = try request.json(Question.self)
      let division = try question.by.map { text throws(ActionError) -> CountDivision in
        if text == "channel" { return .channel }
        guard let level = Place.Level(name: text) else {
          throw .field("by", "by takes province, district, commune, village or channel.")
        }
        return .place(level)
      }
      let count = try await CountPeople.run(question.where, by: division, in: actions(for: request))
      return .json(
        .object([
          ("people", .number(count.people)), ("households", .number(count.households)),
          ("by", .list(count.by.map { .object([("key", .text($0.key)), ("people", .number($0.people))]) })),
        ]))
    }.with(
      [.init("Idempotency-Key", .header, OpenAPI.text, "The same key and request again get the same answer.")],
      takes: "CountQuestion")
  }

  private var reports: APIOperation {
    APIOperation(.get, "/api/v1/reports/{report}", .seeCosts, ("The manager's comparisons", "Report")) { request in
      guard let report = Report(rawValue: request.parameter("report")) else {
        throw ActionError.notFound("report “\(request.parameter("report"))”")
      }
      let division = try request.request.query("by").map { text throws(ActionError) -> ReportDivision in
        guard let division = ReportDivision(rawValue: text) else {
          throw .field("by", "by takes district, channel, activity, facilitation or month.")
        }
        return division
      }
      let campaigns = request.request.query.filter { $0.name == "campaign" }.map { CampaignID($0.value) }
      let table = try await report.run(campaigns, by: division, in: actions(for: request))
      return .text(ReportFile.json(table), type: "application/json")
    }.with([
      .init("report", .path, OpenAPI.choice(Report.allCases.map(\.rawValue)), "Which one."),
      .init("campaign", .query, OpenAPI.texts, "Campaigns to compare; none: all."),
      .init("by", .query, OpenAPI.choice(ReportDivision.allCases.map(\.rawValue)), "By what it is divided."),
    ])
  }
}

extension JSON {
  init(_ text: LocalizedText) { self = .object([("km", JSON(text.km)), ("en", JSON(text.en))]) }

  init(campaign: Campaign) {
    self = .object([
      ("id", .text(campaign.id.text)), ("name", JSON(campaign.name)),
      ("from", .text(campaign.from.description)), ("to", .text(campaign.to.description)),
      ("places", .list(campaign.places.map { .text($0.text) })), ("segment", .text(campaign.segment.text)),
      ("facilitation", .text(campaign.facilitation.rawValue)),
      ("activities", .list(campaign.activities.map { .object([("id", .text($0.id.text)), ("kind", .text($0.kind.rawValue))]) })),
    ])
  }

  init(segment: Segment) {
    self = .object([("id", .text(segment.id.text)), ("name", JSON(segment.name)), ("where", .text(segment.rule))])
  }
}
