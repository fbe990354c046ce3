public import Domain

/// One interview as far as awareness goes.
public struct SurveyAnswer: Sendable, Hashable {
  public var wave: Survey.Wave
  public var aware: Bool
  public var place: Place.Code?
  public var facilitation: Facilitation?
  public var groups: [Group: Bool]

  public init(_ wave: Survey.Wave, aware: Bool, place: Place.Code? = nil, facilitation: Facilitation? = nil) {
    self.wave = wave
    self.aware = aware
    self.place = place
    self.facilitation = facilitation
    groups = [:]
  }

  /// What a response says about awareness; nil when the question was skipped or the survey has none. An answer that
  /// the survey does not offer counts as asked and not aware.
  public init?(_ response: SurveyResponse, of survey: Survey, facilitation: Facilitation? = nil) {
    guard let question = survey.awarenessQuestion, let answer = response.answers[question.id] else { return nil }
    self.init(
      response.wave, aware: question.answers.contains { $0.id == answer && $0.aware }, place: response.place,
      facilitation: facilitation)
    groups = response.groups
  }
}

/// Who knows the office: by wave, and by district, facilitation or group.
public struct AwarenessTable: Sendable, Hashable {
  public enum Cut: String, Sendable, Hashable, CaseIterable {
    case district, facilitation, group
  }

  public struct Row: Sendable, Hashable {
    /// A district's code, a facilitation, or a group; nil: not recorded, or in the total everybody.
    public var key: String?
    public var waves: [Survey.Wave: Share]

    /// From baseline to endline; nil when one of the two waves is missing.
    public var lift: AwarenessLift? {
      guard let before = waves[.baseline], let after = waves[.endline] else { return nil }
      return AwarenessLift(before: .survey(before), after: after)
    }
  }

  public let cut: Cut
  /// In order of their keys. Groups overlap and do not add up; whoever belongs to none stands in no row.
  public let rows: [Row]
  public let total: Row

  public init(_ answers: [SurveyAnswer], by cut: Cut) {
    self.cut = cut
    total = Self.row(nil, answers)
    switch cut {
    case .district: rows = Self.rows(answers) { $0.place?.ancestor(.district)?.text }
    case .facilitation: rows = Self.rows(answers) { $0.facilitation?.rawValue }
    case .group:
      rows = Group.allCases.map { group in Self.row(group.rawValue, answers.filter { $0.groups[group] == true }) }
    }
  }

  private static func rows(_ answers: [SurveyAnswer], _ key: (SurveyAnswer) -> String?) -> [Row] {
    answers.rows(key).map { row($0.key, $0.elements) }
  }

  private static func row(_ key: String?, _ answers: [SurveyAnswer]) -> Row {
    Row(
      key: key,
      waves: Dictionary(grouping: answers, by: \.wave).mapValues { answers in
        Share(aware: answers.count(where: \.aware), asked: answers.count)
      })
  }
}
