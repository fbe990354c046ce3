/// Questions put to people the same way before, between and after.
public struct Survey: Hashable, Sendable, Codable, Identifiable {
  public enum Wave: String, Sendable, Codable, CaseIterable {
    case baseline, midline, endline
  }

  public struct Question: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var text: LocalizedText
    public var answers: [Answer]

    public init(id: String, text: LocalizedText, answers: [Answer]) {
      self.id = id
      self.text = text
      self.answers = answers
    }
  }

  public struct Answer: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var text: LocalizedText
    /// This answer counts the person as aware.
    public var aware: Bool

    public init(id: String, text: LocalizedText, aware: Bool = false) {
      self.id = id
      self.text = text
      self.aware = aware
    }
  }

  public var id: SurveyID
  public var name: LocalizedText
  public var questions: [Question]

  public init(id: SurveyID, name: LocalizedText, questions: [Question]) {
    self.id = id
    self.name = name
    self.questions = questions
  }

  /// The question that awareness is measured by: the first that has an aware answer.
  public var awarenessQuestion: Question? { questions.first { $0.answers.contains(where: \.aware) } }
}

/// One interview. It names no person.
public struct SurveyResponse: Hashable, Sendable, Codable {
  /// The interviewer's or the export's own id: the same id again is the same interview.
  public var id: String
  public var survey: SurveyID
  public var wave: Survey.Wave
  public var campaign: CampaignID?
  public var place: Place.Code?
  public var date: LocalDate
  public var answers: [String: String]
  public var groups: [Group: Bool]

  public init(id: String, survey: SurveyID, wave: Survey.Wave, date: LocalDate) {
    self.id = id
    self.survey = survey
    self.wave = wave
    self.date = date
    answers = [:]
    groups = [:]
  }
}
