import Domain
import HTTPServer

/// Coordinators' side of the field: volunteers, shifts, routes, walk sheets.
extension Site {
  var crewEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/volunteers", .signedIn(.planCampaigns)) { try await volunteersPage($0) },
      Endpoint(.get, "/volunteers/{id}", .signedIn(.planCampaigns)) { try await volunteerPage($0) },
      Endpoint(.post, "/volunteers/{id}/link", .signedIn(.planCampaigns)) { try await changeLink($0) },
      Endpoint(.get, "/shifts", .signedIn(.planCampaigns)) { try await shiftsPage($0) },
      Endpoint(.get, "/shifts/{id}", .signedIn(.planCampaigns)) { try await shiftPage($0) },
      Endpoint(.post, "/shifts/{id}/ask", .signedIn(.planCampaigns)) { try await askForShift($0) },
      Endpoint(.get, "/routes", .signedIn(.planCampaigns)) { try await routesPage($0) },
      Endpoint(.get, "/routes/{id}", .signedIn(.planCampaigns)) { try await routePage($0) },
      Endpoint(.get, "/routes/{id}/print", .signedIn(.planCampaigns)) { try await walkSheetPage($0) },
      Endpoint(.post, "/routes/{id}/links", .signedIn(.planCampaigns)) { try await linkTeam($0) },
      Endpoint(.get, "/routes/{id}/enter", .signedIn(.planCampaigns)) { try await paperPage($0) },
      Endpoint(.post, "/routes/{id}/enter", .signedIn(.planCampaigns)) { try await enterPaper($0) },
    ]
  }
}

/// A person's name with the same in the other language under it.
func personName(_ name: LocalizedText, _ t: Wording) -> Markup {
  let other = t.language.other
  guard let second = name[other], name[t.language] != nil else { return t.content(name) }
  return "\(t.plain(name))<br><span class=\"muted small\" lang=\"\(other.rawValue)\">\(second)</span>"
}

/// The same, leading to the person's page.
func personLink(_ id: VolunteerID, _ name: LocalizedText, _ t: Wording) -> Markup {
  let other = t.language.other
  let link = link(t.plain(name), to: "/volunteers/" + Address.encoded(id.text))
  guard let second = name[other], name[t.language] != nil else { return link }
  return "\(link)<br><span class=\"muted small\" lang=\"\(other.rawValue)\">\(second)</span>"
}

/// Days that a list shows, a step at a time: "/routes?from=2026-11-09".
struct DayWindow: Sendable {
  let from: LocalDate
  let days: Int
  let address: String

  init(_ request: PageRequest, _ address: String, days: Int, otherwise: LocalDate) {
    from = request.request.query("from").flatMap { LocalDate($0) } ?? otherwise
    self.days = days
    self.address = address
  }

  var to: LocalDate { from + (days - 1) }

  func links(_ t: Wording) -> Markup {
    """
    <nav class="pages" aria-label="\(t(.period))">\(link(t(.earlier), to: "\(address)?from=\(from - days)"))\
    <span>\(t.period(from, to))</span>\(link(t(.later), to: "\(address)?from=\(from + days)"))</nav>
    """
  }
}
