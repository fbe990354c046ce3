/// Somebody who could come, and why.
public struct Replacement: Sendable {
  public enum Fit: Int, Sendable, Comparable {
    case possible, good, veryGood

    public static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
  }

  public enum Reason: Hashable, Sendable {
    case walkedThere(Int)
    case livesThere
    case isExperienced
    case speaks(String)
    case firstTimeThere
    case lacksSkill(String)
    case lacksLanguage(String)
    case needsExperiencedPartner
  }

  /// Why somebody is not offered at all.
  public enum LeftOut: String, Sendable, CaseIterable {
    case declined, onAnotherShift, notFree, tooManyHours, tooFar
  }

  public var volunteer: VolunteerID
  public var fit: Fit
  public var reasons: [Reason]
  /// From home to the meeting point; nil when one of the two is not known.
  public var distance: Metres?
  public var minutesThatWeek: Int

  public init(volunteer: VolunteerID, fit: Fit, reasons: [Reason], distance: Metres?, minutesThatWeek: Int) {
    self.volunteer = volunteer
    self.fit = fit
    self.reasons = reasons
    self.distance = distance
    self.minutesThatWeek = minutesThatWeek
  }
}
