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
    let (view, lines) = try await CampaignHistory.run(CampaignID(request.parameter("id")), in: actions)
    let rows: [TableRow] = lines.map { line in
      let action = Phrase.auditAction(line.action).map { t($0) } ?? line.action
      return .row([
        "\(t.shortDate(line.at.date)) \(t.time(line.at.time))", "\(action)", "\(line.whom(t))",
        "<span class=\"small\">\(line.about(t))</span>",
      ])
    }
    var list = Table(
      t(.history), layout: .records,
      columns: [.text(t(.timesColumn)), .text(t(.what)), .text(t(.who)), .text(t(.details))], rows: rows)
    list.hidesCaption = true
    let content: Markup = rows.isEmpty ? "<p>\(t(.historyEmpty))</p>" : "<section class=\"card\">\(table(list))</section>"
    return CampaignFrame(campaign: view.campaign, state: view.state, t: t).page(.history, content).response(request.page)
  }
}

extension CampaignHistory.Line {
  /// An account's name; commands of the machine's own users have no account.
  func whom(_ t: Wording) -> String { who.hasPrefix("cli:") ? t(.commandLine(String(who.dropFirst(4)))) : who }

  /// The detail, with the activity as people call it instead of its id.
  /// The trail itself is kept in English.
  func about(_ t: Wording) -> Markup {
    card.map { "\(t(.occurrence($0)))<span lang=\"en\">\(rest)</span>" } ?? "<span lang=\"en\">\(detail)</span>"
  }
}
