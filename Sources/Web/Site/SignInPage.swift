import Actions
import Domain
import HTTPServer

/// The door for staff: name and password, or a link that lets in once.
extension Site {
  var signInEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/sign-in", .public) { request in signInPage(request) },
      Endpoint(.post, "/sign-in", .public) { request in try await signIn(request) },
      Endpoint(.get, "/sign-in/{token}", .public) { request in linkPage(request) },
      Endpoint(.post, "/sign-in/{token}", .public) { request in try await signInByLink(request) },
      Endpoint(.get, "/account", .signedIn(.seeStatus)) { request in accountPage(request) },
      Endpoint(.post, "/account", .signedIn(.seeStatus)) { request in try await setPassword(request) },
      Endpoint(.post, "/sign-out", .signedIn(.seeStatus)) { request in try await signOut(request) },
    ]
  }

  private func signInPage(_ request: PageRequest, error: String? = nil) -> Response {
    let t = request.page.wording
    let name = Field("name", t(.userName), value: request.form["name"]).with { $0.autocomplete = "username" }
    let password = Field("password", t(.password), .password).with {
      $0.autocomplete = "current-password"
      $0.error = error
    }
    let next = Self.local(request.request.query("next") ?? request.form["next"])
    let content = form("/sign-in", request.page) {
      "\(hidden("next", next))\(field(name, t))\(field(password, t))\(button(t(.signIn), .primary))"
    }
    return answer(request, t(.signIn), content, error: error)
  }

  /// A small page with one form; what is wrong stands first.
  private func answer(_ request: PageRequest, _ title: String, _ content: Markup, error: String?) -> Response {
    let errors = error.map { [FieldError("password", $0)] } ?? []
    var page = Page(title, content: "\(errorSummary(errors, request.page.wording))\(content)")
    page.hasErrors = error != nil
    return page.response(request.page, status: error == nil ? 200 : 422)
  }

  private func signIn(_ request: PageRequest) async throws -> Response {
    do {
      let signedIn = try await SignIn.withPassword(
        request.form["password"], name: request.form["name"], from: request.request.peer, at: workplace)
      return entered(signedIn, next: Self.local(request.form["next"]))
    } catch ActionError.field(_, let sentence) {
      return signInPage(request, error: request.page.wording.refusal(sentence))
    } catch ActionError.refused(let sentence) {
      return signInPage(request, error: request.page.wording.refusal(sentence))
    }
  }

  /// A link is opened by looking first: mail programs that fetch links ahead must not use it up.
  private func linkPage(_ request: PageRequest) -> Response {
    let t = request.page.wording
    let content = form("/sign-in/\(request.parameter("token"))", request.page) { button(t(.signIn), .primary) }
    return answer(request, t(.signIn), content, error: nil)
  }

  private func signInByLink(_ request: PageRequest) async throws -> Response {
    entered(try await SignIn.withLink(request.parameter("token"), at: workplace), next: "/")
  }

  private func entered(_ signedIn: SignedIn, next: String) -> Response {
    var response = Response.seeOther(next)
    response.setCookie(Cookie(sessionCookie, signedIn.token, secure: settings.isSecure))
    return response
  }

  private func accountPage(_ request: PageRequest, error: String? = nil) -> Response {
    let t = request.page.wording
    let password = Field("password", t(.newPassword), .password).with {
      $0.autocomplete = "new-password"
      $0.error = error
    }
    let content = form("/account", request.page) { "\(field(password, t))\(button(t(.save), .primary))" }
    return answer(request, request.page.user?.name ?? "", content, error: error)
  }

  private func setPassword(_ request: PageRequest) async throws -> Response {
    guard let visitor = request.visitor, visitor.proof != .bearerToken else { throw ActionError.notAllowed(.seeStatus) }
    do {
      try await ManageAccounts.setPassword(request.form["password"], of: visitor.account, at: workplace)
      return .seeOther(Done.saved.after("/account"))
    } catch ActionError.field(_, let sentence) {
      return accountPage(request, error: request.page.wording.refusal(sentence))
    }
  }

  private func signOut(_ request: PageRequest) async throws -> Response {
    if let token = request.request.cookie(sessionCookie) { try await SignIn.out(session: token, at: workplace) }
    var response = Response.seeOther("/sign-in")
    response.setCookie(Cookie(sessionCookie, "", maxAge: 0, secure: settings.isSecure))
    return response
  }

  /// An address of this site, or the role's first page: a sign-in never leads elsewhere.
  private static func local(_ address: String) -> String {
    address.hasPrefix("/") && !address.hasPrefix("//") && !address.hasPrefix("/\\") ? address : "/"
  }
}
