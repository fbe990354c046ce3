import Actions
import Domain
import HTTPServer

extension Site {
  var resultsEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/results", .signedIn(.seeCosts)) { request in
        try await results(request, filter(request), at: "/results")
      },
      Endpoint(.get, "/results.csv", .signedIn(.seeCosts)) { request in try await csv(filter(request), request) },
      Endpoint(.get, "/results.xlsx", .signedIn(.seeCosts)) { request in try await xlsx(filter(request), request) },
      Endpoint(.get, "/results/survey", .signedIn(.seeCosts)) { request in try await survey(request) },
      Endpoint(.get, "/results/districts/{id}", .signedIn(.seeCosts)) { request in
        let filter = try district(request)
        return try await results(request, filter, at: "/results/districts/\(request.parameter("id"))")
      },
      Endpoint(.get, "/results/districts/{id}.csv", .signedIn(.seeCosts)) { request in
        try await csv(district(request), request)
      },
      Endpoint(.get, "/results/districts/{id}.xlsx", .signedIn(.seeCosts)) { request in
        try await xlsx(district(request), request)
      },
      Endpoint(.get, "/campaigns/{id}/results", .signedIn(.seeCosts)) { request in
        try await results(request, campaign(request), at: "/campaigns/\(request.parameter("id"))/results")
      },
      Endpoint(.get, "/campaigns/{id}/results.csv", .signedIn(.seeCosts)) { request in
        try await csv(campaign(request), request)
      },
      Endpoint(.get, "/campaigns/{id}/results.xlsx", .signedIn(.seeCosts)) { request in
        try await xlsx(campaign(request), request)
      },
    ] + importResultsEndpoints
  }

  // MARK: What is asked for

  /// Filters that mean nothing are passed over, so that an old address still shows a page.
  private func filter(_ request: PageRequest) -> ResultsFilter {
    var filter = ResultsFilter()
    func value(_ name: String) -> String? {
      request.request.query(name).flatMap { $0.isEmpty ? nil : $0 }
    }
    filter.year = value("year").flatMap { Int($0) }
    filter.district = value("district").flatMap { Place.Code($0) }
    filter.channel = value("channel")
    return filter
  }

  private func campaign(_ request: PageRequest) -> ResultsFilter {
    var filter = filter(request)
    filter.campaigns = [CampaignID(request.parameter("id"))]
    return filter
  }

  private func district(_ request: PageRequest) throws(ActionError) -> ResultsFilter {
    guard let code = Place.Code(request.parameter("id")), code.level == .district else {
      throw .notFound("district “\(request.parameter("id"))”")
    }
    var filter = filter(request)
    filter.district = code
    return filter
  }

  // MARK: What is answered

  private func results(_ request: PageRequest, _ filter: ResultsFilter, at path: String) async throws -> Response {
    let view = try await CompareResults.run(filter, in: actions(for: request))
    return ResultsPage(view, path: path, request.page.wording).page(request.page).response(request.page)
  }

  private func survey(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let view = try await CompareResults.run(filter(request), in: actions(for: request))
    let tables = ResultsTables(view: view, t: t)
    var page = Page(
      t(.whoKnowsOffice),
      content: view.groupAwareness.isEmpty && !view.places.contains { $0.figures.awareness != nil }
        ? emptyState(t(.noFigure(.noSurvey)), t(.importResultsHint))
        : """
          <section class="card">\(tables.whoKnows)</section>
          \(tables.awarenessByGroup.map { "<section class=\"card\">\($0)</section>" })
          \(remark(.warn, "\(t(.notByLot))"))
          """)
    page.crumbs = [Page.Crumb(t(.results), "/results")]
    return page.response(request.page)
  }

  private func csv(_ filter: ResultsFilter, _ request: PageRequest) async throws -> Response {
    let tables = try await CompareResults.tables(filter, in: actions(for: request))
    let t = request.page.wording
    let bytes = ReportFile.csv(
      tables[0], titles: tables[0].columns.map { ReportHeader.title($0, t) }, forSpreadsheets: true)
    return Response.file(bytes, name: "results.csv", type: "text/csv; charset=utf-8")
  }

  private func xlsx(_ filter: ResultsFilter, _ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let tables = try await CompareResults.tables(filter, in: actions(for: request))
    let words = [
      t.plain(request.page.office), t(.printedOn(request.page.today)), request.page.path, t(.notByLot),
      t(.countedPeopleExplained),
    ]
    let bytes = try ReportFile.xlsx(tables, about: words)
    return Response.file(
      bytes, name: "results.xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  }
}

extension Response {
  /// A file to keep, not a page to read.
  static func file(_ bytes: [UInt8], name: String, type: String) -> Response {
    Response(
      status: 200,
      headers: [("Content-Type", type), ("Content-Disposition", "attachment; filename=\"\(name)\"")],
      body: .bytes(bytes))
  }
}
