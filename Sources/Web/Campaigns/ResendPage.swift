import Actions
import Domain
import HTTPServer

/// Messages of which nobody knows whether they arrived: sent once more only when somebody has read how many they are.
extension Site {
  var resendEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/messages/{id}/again", .signedIn(.launchCampaigns)) { request in
        try await resendPage(request, error: nil)
      },
      Endpoint(.post, "/messages/{id}/again", .signedIn(.launchCampaigns)) { request in try await resend(request) },
    ]
  }

  private func resend(_ request: PageRequest) async throws -> Response {
    let (campaign, activity) = try messageAddress(request)
    let view = try await ResendDoubts.preview(activity, of: campaign, in: actions(for: request))
    guard FormNumber.whole(request.form["count"]) == view.count else {
      return try await resendPage(request, error: request.page.wording(.typeDoubts(view.count)))
    }
    do throws(ActionError) {
      try await ResendDoubts.run(activity, of: campaign, count: view.count, in: actions(for: request))
    } catch {
      guard let refusal = error.refusal else { throw error }
      return try await resendPage(request, error: refusal)
    }
    return .seeOther(Done.sentAgain.after("/messages/\(campaign).\(activity)"))
  }

  private func resendPage(_ request: PageRequest, error: String?) async throws -> Response {
    let t = request.page.wording
    let (campaign, activity) = try messageAddress(request)
    let view = try await ResendDoubts.preview(activity, of: campaign, in: actions(for: request))
    let back = "/messages/\(campaign).\(activity)"
    let cost = view.cost.map { t.money($0) }.joined(separator: " + ")
    let order: Markup = form(back + "/again", request.page) {
      """
      \(field(Field("count", t(.typeDoubts(view.count)), .number).with { $0.error = error }, t))\
      <p class="row">\(button(t(.sendAgain), .danger))\(link(t(.goBack), to: back))</p>
      """
    }
    var page = Page(
      t(.sendAgainQuestion(view.count)),
      content: """
        <section class="card stack"><p><strong>\(t(.someGetItTwice)).</strong> \(t(.sendAgainDetail))</p>\
        <p>\(t(.partsTitle)): \(t.number(view.parts))\(cost.isEmpty ? "" : " · \(t(.cost)): \(cost)")</p>\
        \(view.count > 0 ? order : link(t(.goBack), to: back))</section>
        """)
    page.crumbs = [.init(t(.messages), "/messages"), .init(t(.activityName(view.activity)), back)]
    page.hasErrors = error != nil
    return page.response(request.page, status: error == nil ? 200 : 422)
  }
}
