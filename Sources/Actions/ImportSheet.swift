public import Catalog
public import Domain
import Storage

/// What an import came to, and the rows it would not take.
public struct ImportOutcome: Sendable {
  /// A row that somebody should look at, and why.
  public struct Review: Sendable, Codable {
    public var line: Int
    public var column: String
    public var reason: String
  }

  public var taken = 0
  public var repaired = 0
  public var rejected = 0
  public var review: [Review] = []
  /// What was found in rows that were refused, and in those that were taken, in the order of the file.
  public var findings: [Finding] = []
  /// The refused rows with their reasons, as a CSV file to mend; nil when there are none.
  public var rejects: [UInt8]?
}

/// Takes one spreadsheet: good rows in one transaction, bad ones handed back.
public enum ImportSheet: Sendable {
  case citizens, households, volunteers, attendance, costs, figures
  case survey(SurveyID, Survey.Wave)

  public struct Options: Sendable {
    /// One bad row refuses the whole file.
    public var strict = false
    /// Checks and compares, and keeps nothing.
    public var dryRun = false

    public init() {}
  }

  public func run(
    _ file: String, _ options: Options, in context: ActionContext
  ) async throws(ActionError) -> ImportOutcome {
    try context.require(isPeople ? .planCampaigns : .recordResults)
    let known = try await context.read { (tx) throws(StoreError) in try tx.knownThings() }
    let reading = SheetReading(known: known)
    switch self {
    case .citizens: return try await take(reading.citizens(file), options, context) { tx, row, now throws(StoreError) in
      try tx.put(row, at: now)
    }
    case .households: return try await take(reading.households(file), options, context) { tx, row, _ throws(StoreError) in
      try tx.put(row)
    }
    case .volunteers: return try await take(reading.volunteers(file), options, context) { tx, row, _ throws(StoreError) in
      try tx.put(row)
    }
    case .attendance: return try await take(reading.attendance(file), options, context) { tx, row, now throws(StoreError) in
      try tx.put(row, at: now)
    }
    case .costs: return try await take(reading.costs(file), options, context) { tx, row, _ throws(StoreError) in
      try tx.put(row)
    }
    case .figures: return try await take(reading.figures(file), options, context) { tx, row, now throws(StoreError) in
      try tx.put(row, at: now)
    }
    case .survey(let id, let wave):
      let survey = try await context.read { (tx) throws(StoreError) in try tx.document(Survey.self, id.text) }
      guard let survey else { throw .notFound("survey “\(id)”") }
      let sheet = reading.responses(file, to: survey, wave: wave)
      return try await take(sheet, options, context) { tx, row, _ throws(StoreError) in try tx.put(row) }
    }
  }

  private var isPeople: Bool {
    switch self {
    case .citizens, .households, .volunteers: true
    case .attendance, .costs, .figures, .survey: false
    }
  }

  private func take<Row: Sendable>(
    _ sheet: Sheet<Row>, _ options: Options, _ context: ActionContext,
    _ put: @escaping @Sendable (Transaction, Row, Instant) throws(StoreError) -> Void
  ) async throws(ActionError) -> ImportOutcome {
    guard !sheet.fileFindings.hasErrors, !(options.strict && !sheet.rejected.isEmpty) else {
      throw .findings(sheet.findings)
    }
    let (now, by, values) = (context.now, context.principal.name, sheet.values)
    let changesPeople = isPeople
    try await context.write(rollingBack: options.dryRun) { (tx) throws(StoreError) in
      for value in values { try put(tx, value, now) }
      if changesPeople { try tx.bumpPeopleVersion() }
      try tx.audit("import", "\(Row.self)", by: by, at: now, detail: "\(values.count) rows")
    }
    var outcome = ImportOutcome()
    outcome.taken = sheet.rows.count
    outcome.rejected = sheet.rejected.count
    outcome.repaired = Set(sheet.rowWarnings.map(\.position.line)).count
    outcome.review = sheet.rowWarnings.map {
      .init(line: $0.position.line, column: $0.field ?? "", reason: $0.reason)
    }
    outcome.findings = sheet.findings
    outcome.rejects = sheet.rejected.isEmpty ? nil : sheet.rejectsTable().bytes
    return outcome
  }
}
