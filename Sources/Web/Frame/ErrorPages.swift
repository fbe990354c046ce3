import HTTPServer

/// The pages for when something cannot be shown. They keep the navigation, and say what to do next.
enum ErrorPages {
  static func notFound(_ page: PageContext) -> Response {
    let t = page.wording
    return plain(page, t(.pageNotFound), t(.pageNotFoundDetail), actions: home(page), status: 404)
  }

  static func wrongMethod(_ page: PageContext, allowed: [Endpoint.Method]) -> Response {
    let t = page.wording
    var response = plain(page, t(.wrongMethod), t(.wrongMethodDetail), status: 405)
    let words = allowed.map(\.rawValue) + (allowed.contains(.get) ? ["HEAD"] : [])
    response.headers.append(("Allow", words.joined(separator: ", ")))
    return response
  }

  /// `whom` names somebody who may; without it the office's administrator is meant.
  static func noRight(_ page: PageContext, whom: String? = nil) -> Response {
    let t = page.wording
    let detail: Phrase = whom.map { .noRightAsk($0) } ?? .noRightAskAdministrator
    return plain(page, t(.noRight), t(detail), actions: home(page), status: 403)
  }

  /// A form that came back after the session had ended. The browser's Back keeps what was typed.
  static func signedOut(_ page: PageContext) -> Response {
    let t = page.wording
    return plain(
      page, t(.signedOut), t(.signedOutDetail), actions: [linkButton(t(.signIn), to: "/sign-in", .primary)],
      status: 403)
  }

  static func forged(_ page: PageContext) -> Response {
    let t = page.wording
    return plain(page, t(.formTooOld), t(.formTooOldDetail), status: 403)
  }

  /// A form that was cut on its way, or made by something else than a page of ours.
  static func unreadableForm(_ page: PageContext, status: Int) -> Response {
    plain(page, page.wording(.formUnreadable), page.wording(.formTooOldDetail), status: status)
  }

  /// Somebody saved first. `kept` shows what was typed, so that nothing is lost.
  static func changedMeanwhile(
    _ page: PageContext, by name: String, at time: String, kept: Markup, both address: String
  ) -> Response {
    let t = page.wording
    var content = Page(t(.changedMeanwhile(name, time)), content: kept)
    content.actions = [linkButton(t(.seeBoth), to: address, .primary)]
    return content.response(page, status: 409)
  }

  /// `number` stands in the log beside what happened, so that support can find it.
  static func serverError(_ page: PageContext, number: String) -> Response {
    let t = page.wording
    return plain(page, t(.serverError), t(.serverErrorDetail(number)), status: 500)
  }

  /// A way on: where the role's work begins, or the sign-in.
  private static func home(_ page: PageContext) -> [Markup] {
    let t = page.wording
    guard let home = page.user?.role.home else { return [linkButton(t(.signIn), to: "/sign-in")] }
    return [linkButton(t(home.name), to: home.address)]
  }

  /// An error page with a heading and one sentence.
  static func plain(
    _ page: PageContext, _ title: String, _ detail: String, actions: [Markup] = [], status: Int
  ) -> Response {
    Page(title, content: "<p>\(detail)</p><p class=\"row sec\">\(actions)</p>").response(page, status: status)
  }
}
