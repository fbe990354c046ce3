import Actions
import Domain
import HTTPServer

extension Site {
  /// The cookie that carries a session; over HTTPS its name lets the browser guard it.
  var sessionCookie: String { settings.isSecure ? "__Host-session" : "session" }

  var door: Router.Door {
    Router.Door(visitor: { await visitor(of: $0) }, context: { await pageContext($0, $1) })
  }

  private func visitor(of request: Request) async -> Visitor? {
    if let header = request.header("Authorization") {
      guard header.lowercased().hasPrefix("bearer ") else { return nil }
      let token = String(header.dropFirst("bearer ".count))
      guard let owner = try? await SignIn.owner(ofToken: token, at: workplace), let role = owner.role else { return nil }
      return Visitor(account: owner.name, name: owner.name, role: role, proof: .bearerToken)
    }
    guard let token = request.cookie(sessionCookie),
      let owner = try? await SignIn.owner(ofSession: token, at: workplace), let role = owner.principal.role
    else { return nil }
    return Visitor(
      account: owner.principal.name, name: owner.principal.name, role: role,
      areas: owner.principal.area.map { [$0.text] } ?? [], proof: .session(formToken: owner.formToken))
  }

  private func pageContext(_ request: Request, _ visitor: Visitor?) async -> PageContext {
    let context = workplace.context(for: Principal(name: "page", role: nil))
    let now = try? await DescribeOffice.run(in: context)
    let office = now?.office ?? Office(id: "office", name: LocalizedText(en: "Outreach"))
    let local = now?.local ?? workplace.now.local(at: .phnomPenh)
    let query = request.query.filter { $0.name != "lang" && $0.name != "done" }
    let address = Address.path(request.rawPath, query.map { ($0.name, $0.value) })
    var page = PageContext(
      wording: Wording(language(of: request, office)), office: office.name, path: address, today: local.date,
      now: local.time)
    page.clock = office
    page.section = request.path.first.flatMap { Section(rawValue: $0) }
    if let visitor {
      page.user = PageUser(name: visitor.name, role: visitor.role)
      if case .session(let token) = visitor.proof { page.formToken = token }
    }
    if let done = request.query("done").flatMap({ Done(rawValue: $0) }) {
      page.flash.append(Flash(.good, page.wording(done.phrase)))
    }
    return page
  }

  /// The address, then the cookie, then the browser, then the office decides.
  private func language(of request: Request, _ office: Office) -> Language {
    let chosen = request.query("lang") ?? request.cookie("lang")
    if let language = chosen.flatMap({ Language(rawValue: $0) }) { return language }
    let wanted = (request.header("Accept-Language") ?? "").split(separator: ",").map { $0.prefix(2).lowercased() }
    return wanted.lazy.compactMap { Language(rawValue: $0) }.first ?? office.languages.first ?? .km
  }
}

/// What the change before a page did; its word travels in the address, its sentence is ours.
enum Done: String, Sendable, CaseIterable {
  case saved, accepted, launched, paused, resumed, cancelled, stopped, approved, assigned, recorded, imported
  case sentAgain

  /// Goes behind the address that a POST answers with.
  func after(_ address: String) -> String { address + (address.contains("?") ? "&" : "?") + "done=\(rawValue)" }

  var phrase: Phrase {
    switch self {
    case .saved: Phrase("Saved.", "បាន|រក្សាទុក។")
    case .accepted: Phrase("The plan is accepted.", "ផែនការ|ត្រូវ|បាន|យល់ព្រម។")
    case .launched: Phrase("The campaign is launched.", "យុទ្ធនាការ|បាន|ចាប់ផ្ដើម។")
    case .paused: Phrase("Paused. Nothing leaves until you resume.", "បាន|ផ្អាក។")
    case .resumed: Phrase("Resumed.", "បាន|បន្ត។")
    case .cancelled: Phrase("Cancelled.", "បាន|បោះបង់។")
    case .stopped: Phrase("All sending is stopped.", "បាន|បញ្ឈប់|ការផ្ញើ|ទាំងអស់។")
    case .approved: Phrase("Approved.", "បាន|អនុម័ត។")
    case .assigned: Phrase("Assigned.", "បាន|ចាត់តាំង។")
    case .recorded: Phrase("Recorded.", "បាន|កត់ត្រា។")
    case .imported: Phrase("Imported.", "បាន|នាំចូល។")
    case .sentAgain: Phrase("Ordered. They leave once more.", "បាន|បញ្ជា។ សារ|នឹង|ចេញ|ម្ដង|ទៀត។")
    }
  }
}
