import Actions
import Domain
import HTTPServer

/// What people and the program did to a campaign, as the audit trail has it.
extension Site {
  var historyEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/campaigns/{id}/history", .signedIn(.seeCampaigns)) { request in
        try await historyPage(request)
      }
    ]
  }

  private func historyPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let actions = actions(for: request)
    let (campaign, lines) = try await CampaignHistory.run(CampaignID(request.parameter("id")), in: actions)
    let rows: [TableRow] = lines.map { line in
      let action = Phrase.auditAction(line.action).map { t($0) } ?? line.action
      return .row([
        "\(t.shortDate(line.at.date)) \(t.time(line.at.time))", "\(action)", "\(line.who)",
        "<span class=\"small\">\(line.detail)</span>",
      ])
    }
    var list = Table(
      t(.history), layout: .records,
      columns: [.text(t(.timesColumn)), .text(t(.what)), .text(t(.who)), .text(t(.details))], rows: rows)
    list.hidesCaption = true
    let content: Markup = rows.isEmpty ? "<p>\(t(.historyEmpty))</p>" : table(list)
    return CampaignFrame(campaign: campaign, state: nil, t: t).page(.history, content).response(request.page)
  }
}
