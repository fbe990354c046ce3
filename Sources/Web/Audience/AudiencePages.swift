import Actions
import Domain
import HTTPServer

/// Groups of people: the list, and one group with its rule, its counts and its composition.
extension Site {
  var audienceEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/audience", .signedIn(.planCampaigns)) { request in try await audienceList(request) },
      Endpoint(.get, "/audience/new", .signedIn(.planCampaigns)) { request in
        try await groupPage(GroupForm(), request)
      },
      Endpoint(.post, "/audience/new", .signedIn(.planCampaigns)) { request in try await saveGroup(request) },
      Endpoint(.get, "/audience/stopped", .signedIn(.planCampaigns)) { request in try await stoppedPage(request) },
      Endpoint(.post, "/audience/count", .signedIn(.planCampaigns)) { request in try await countFragment(request) },
      Endpoint(.get, "/audience/{id}", .signedIn(.planCampaigns)) { request in
        let view = try await ListSegments.one(SegmentID(request.parameter("id")), in: actions(for: request))
        return try await groupPage(GroupForm(view), request)
      },
      Endpoint(.post, "/audience/{id}", .signedIn(.planCampaigns)) { request in try await saveGroup(request) },
    ]
  }

  // MARK: The list

  private func audienceList(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let context = actions(for: request)
    var rows: [TableRow] = []
    for view in try await ListSegments.run(in: context) {
      let name = "<a href=\"\(href: "/audience/\(view.segment.id)")\">\(t.content(view.segment.name))</a>" as Markup
      // A rule that no longer reads, because a column is gone, says so in its row instead of taking the page down.
      guard let found = try? await ShowAudience.run(view.segment.rule, in: t.language, context) else {
        rows.append(.remark(name, "\(t(.ruleCannotBeRead))"))
        continue
      }
      rows.append(
        .row([name] + [found.people, found.households, found.phone, found.doorOnly].map { "\(t.number($0))" }))
    }
    let columns: [TableColumn] = [
      .text(t(.group)), .number(t(.peopleTitle)), .number(t(.householdsTitle)), .number(t(.smsOrCall)),
      .number(t(.doorVisitOnly)),
    ]
    let list = Table(t(.audience), layout: .records, columns: columns, rows: rows)
    let content: Markup =
      rows.isEmpty
      ? emptyState(t(.noGroups), t(.noGroupsDetail), action: linkButton(t(.newGroup), to: "/audience/new"))
      : "<section class=\"card\">\(table(list))</section>"
    var page = Page(t(.audience), content: content)
    page.actions = [
      linkButton(t(.newGroup), to: "/audience/new", .primary), linkButton(t(.askedToStop), to: "/audience/stopped"),
    ]
    return page.response(request.page)
  }

  private func stoppedPage(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let people = try await ShowAudience.stopped(in: actions(for: request))
    var page = Page(
      t(.askedToStop),
      content: "\(kpis([Kpi(t(.askedToStop), t.number(people), t(.peopleTitle))]))<p>\(t(.stoppedExplained))</p>")
    page.crumbs = [Page.Crumb(t(.audience), "/audience")]
    return page.response(request.page)
  }

  // MARK: One group

  private func groupPage(
    _ group: GroupForm, _ request: PageRequest, errors: [FieldError] = [], status: Int = 200
  ) async throws -> Response {
    let t = request.page.wording
    var found: AudienceView?
    var errors = errors
    switch group.rule.isEmpty ? nil : try await count(group.rule, request) {
    case .success(let view): found = view
    case .failure(let fault) where !errors.contains { $0.field == "where" }: errors.append(fault.error)
    case .failure, nil: break
    }
    let counts = found.map { AudienceParts(view: $0, t: t).live } ?? "<p class=\"muted\">\(t(.ruleHint))</p>"
    let heading = group.id == nil ? t(.newGroup) : t.plain(group.name)
    var page = Page(
      heading,
      content: """
        \(errorSummary(errors, t))<div class="group"><section class="card g-rule">\(editor(group, errors, request.page))</section>
        <div id="counts">\(counts)</div></div>
        """)
    page.crumbs = [Page.Crumb(t(.audience), "/audience")]
    page.hasErrors = !errors.isEmpty
    if group.id != nil, let other = group.name[t.language == .km ? .en : .km], group.name[t.language] != nil {
      page.subtitle = Page.Subtitle(other, t.language == .km ? .en : .km)
    }
    return page.response(request.page, status: status)
  }

  private func editor(_ group: GroupForm, _ errors: [FieldError], _ page: PageContext) -> Markup {
    let t = page.wording
    var fields = [
      Field("name_km", t(.nameKhmer), value: group.name.km ?? "").with { $0.language = .km },
      Field("name_en", t(.nameEnglish), value: group.name.en ?? "").with { $0.language = .en },
      Field("where", t(.rule), .area(rows: 5), value: group.rule).with {
        $0.hint = t(.ruleHint)
        $0.language = .en
      },
    ]
    for index in fields.indices { fields[index].error = errors.first { $0.field == fields[index].name }?.message }
    let revision: Markup? = group.revision.map { hidden("revision", String($0)) }
    return """
      <form method="post" action="\(href: group.address)" data-live="/audience/count" data-target="counts">\
      \(hidden(FormToken.field, page.formToken))\(revision)\
      \(fields.map { field($0, t) })<p class="row">\(button(t(.saveGroup), .primary))\
      <button class="b" formaction="/audience/count">\(t(.updateCounts))</button></p></form>
      """
  }

  private func saveGroup(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    let id = request.parameter("id")
    var group = GroupForm(request.form, id: id.isEmpty ? nil : SegmentID(id))
    let segment = Segment(id: group.id ?? ShowAudience.id(for: group.name), name: group.name, rule: group.rule)
    let expecting: SaveSegment.Expectation =
      group.id == nil ? .new : group.revision.map { .revision($0) } ?? .anything
    do throws(ActionError) {
      try await SaveSegment.run(segment, expecting: expecting, in: actions(for: request))
    } catch {
      switch error {
      case .field(let name, let sentence):
        let field = name == "where" ? "where" : "name_en"
        return try await groupPage(group, request, errors: [FieldError(field, t.refusal(sentence))], status: 422)
      case .conflict:
        // The next save is meant: it replaces what the page has now shown to be there.
        group.revision = try? await ListSegments.one(segment.id, in: actions(for: request)).revision
        let errors = [FieldError("where", t(.groupChangedMeanwhile))]
        return try await groupPage(group, request, errors: errors, status: 412)
      default: throw error
      }
    }
    return .seeOther(Done.saved.after("/audience/\(segment.id)"))
  }

  /// With script the counts alone, without it the whole page with what was typed.
  private func countFragment(_ request: PageRequest) async throws -> Response {
    let t = request.page.wording
    guard request.request.header("X-Fragment") != nil else {
      return try await groupPage(GroupForm(request.form, id: nil), request)
    }
    switch try await count(request.form["where"], request) {
    case .success(let view): return .page(AudienceParts(view: view, t: t).live)
    case .failure(let fault):
      return .page(
        remark(.warn, "\(fault.error.message)") + "<p class=\"muted\">\(t(.notCountedUntilCorrected))</p>")
    }
  }

  /// A rule that cannot be read is an answer; everything else is thrown.
  private func count(_ rule: String, _ request: PageRequest) async throws -> Result<AudienceView, RuleFault> {
    do throws(ActionError) {
      return .success(try await ShowAudience.run(rule, in: request.page.language, actions(for: request)))
    } catch {
      guard case .field(_, let sentence) = error else { throw error }
      return .failure(RuleFault(error: FieldError("where", sentence)))
    }
  }
}

/// What is wrong with a rule, beside its field.
private struct RuleFault: Error {
  var error: FieldError
}

/// What is typed in the form of a group.
private struct GroupForm {
  var id: SegmentID?
  var name = LocalizedText()
  var rule = ""
  var revision: Int?

  init() {}

  init(_ view: SegmentView) {
    (id, name, rule, revision) = (view.segment.id, view.segment.name, view.segment.rule, view.revision)
  }

  init(_ form: FormData, id: SegmentID?) {
    self.id = id
    name = LocalizedText(
      km: form["name_km"].isEmpty ? nil : form["name_km"], en: form["name_en"].isEmpty ? nil : form["name_en"])
    rule = form["where"]
    revision = Int(form["revision"])
  }

  var address: String { id.map { "/audience/\($0)" } ?? "/audience/new" }
}
