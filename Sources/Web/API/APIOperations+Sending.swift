import Actions
import Domain
import HTTPServer

extension Site {
  /// How far messages are, and the two switches that hold them back.
  var sendingOperations: [APIOperation] {
    let id = APIOperation.Parameter("id", .path, OpenAPI.text, "The campaign's id.")
    let key = APIOperation.Parameter(
      "Idempotency-Key", .header, OpenAPI.text, "The same key and request again get the same answer.")
    return [
      APIOperation(
        .get, "/api/v1/campaigns/{id}/status", .seeCampaigns, ("How far the campaign's messages are", "Status")
      ) { request in try await status(request) }.with([id]),
      APIOperation(
        .post, "/api/v1/campaigns/{id}/pause", .launchCampaigns, ("Holds the campaign's messages back", "Status")
      ) { request in
        try await PauseCampaign.run(CampaignID(request.parameter("id")), in: actions(for: request))
        return try await status(request)
      }.with([id, key]),
      APIOperation(
        .post, "/api/v1/campaigns/{id}/resume", .launchCampaigns, ("Lets the campaign's messages leave again", "Status")
      ) { request in
        try await ResumeCampaign.run(CampaignID(request.parameter("id")), in: actions(for: request))
        return try await status(request)
      }.with([id, key]),
    ]
  }

  private func status(_ request: PageRequest) async throws -> Response {
    let status = try await ReportStatus.run(CampaignID(request.parameter("id")), in: actions(for: request))
    return .json(JSON(status: status))
  }
}

extension JSON {
  /// The counts of a status in the order that people read them.
  static func counts(of status: SendingStatus) -> [(String, Int)] {
    [
      ("recipients", status.recipients), ("planned", status.planned), ("sending", status.sending),
      ("sent", status.sent), ("delivered", status.delivered), ("undelivered", status.undelivered),
      ("failed", status.failed), ("doubt", status.doubt), ("skipped", status.skipped), ("left", status.left),
    ]
  }

  init(status: SendingStatus) {
    func reasons(_ counts: [String: Int]) -> JSON {
      .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
    }
    self = .object(
      [("state", .text(status.state))] + Self.counts(of: status).map { ($0.0, .number($0.1)) } + [
        ("skippedReasons", reasons(status.skippedReasons)), ("leftOut", reasons(status.leftOut)),
      ])
  }
}
