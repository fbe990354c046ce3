import Actions
import Domain

/// What is wrong with a plan, in a sentence that names the thing and the day.
extension Phrase {
  /// "Public forum, Tuol Ta Aek"; without a name of its own an activity goes by its kind.
  static func occurrence(_ card: OccurrenceCard) -> Phrase {
    let name = card.plainName
    return card.placeName.map { Phrase("\(name), \($0)", "\(name) \($0)") } ?? name
  }

  static func activityName(_ activity: Activity) -> Phrase {
    activity.name.map { Phrase("\($0)", "\($0)") } ?? .kind(activity.kind)
  }

  /// `card` is the occurrence itself; `other` the second of two, where the page knows it.
  static func conflict(_ conflict: Conflict, _ card: OccurrenceCard?, other: OccurrenceCard? = nil) -> Phrase {
    let what: Phrase = card.map { .occurrence($0) } ?? .plan
    let day = conflict.date ?? LocalDate(dayNumber: 0)
    let second: Phrase = other.map { .occurrence($0) } ?? .anotherCampaign
    switch conflict.cause {
    case .holiday(let name):
      return Phrase(
        "\(what), on \(day): a public holiday (\(name))", "\(what) នៅ \(day)៖ ជា|ថ្ងៃ|ឈប់|សម្រាក (\(name))")
    case .placeTwice:
      return Phrase(
        "\(what), on \(day): the place is taken at that time by \(second)",
        "\(what) នៅ \(day)៖ ទីកន្លែង|ត្រូវ|បាន|ប្រើ|ក្នុង|ពេល|តែ|មួយ|ដោយ \(second)")
    case .volunteerTwice(let name, _), .resourceTwice(let name, _):
      return Phrase(
        "\(what), on \(day): \(name) is needed at the same time for \(second)",
        "\(what) នៅ \(day)៖ \(name) ត្រូវការ|ក្នុង|ពេល|តែ|មួយ|សម្រាប់ \(second)")
    case .volunteerOverHours(let name, let minutes, let limit):
      return Phrase(
        "\(name) works \(minutes / 60) hours in the week of \(day); \(limit / 60) were offered",
        "\(name) ធ្វើ|ការ \(minutes / 60) ម៉ោង|ក្នុង|សប្ដាហ៍|នៃ \(day) តែ|បាន|ស្នើ|តែ \(limit / 60) ម៉ោង")
    case .outsideCampaign:
      return Phrase(
        "\(what), on \(day): outside the dates of its campaign", "\(what) នៅ \(day)៖ ក្រៅ|រយៈពេល|យុទ្ធនាការ")
    case .tooFewVolunteers(let have, let need):
      return Phrase(
        "\(what), on \(day): \(have) of \(need) volunteers", "\(what) នៅ \(day)៖ អ្នក|ស្ម័គ្រចិត្ត \(have) ក្នុង|ចំណោម \(need)")
    case .lineOverBudget(let line, let over):
      return Phrase("The budget line \(line) is \(over) over", "មុខ|ចំណាយ \(line) លើស \(over)")
    case .totalOverBudget(let over):
      return Phrase("The plan costs \(over) more than the budget", "គម្រោង|ចំណាយ|លើស|ថវិកា \(over)")
    case .heavyRain(let occurrences):
      return Phrase(
        "\(card?.plainName ?? what): \(occurrences) times outdoors in the months of heavy rain, first on \(day)",
        "\(card?.plainName ?? what)៖ \(occurrences) ដង|នៅ|ក្រៅ|អគារ|ក្នុង|ខែ|ភ្លៀង|ខ្លាំង ដំបូង|នៅ \(day)")
    case .quietHours(let end):
      return Phrase(
        "\(what), on \(day): due in quiet hours, so it waits until \(end)",
        "\(what) នៅ \(day)៖ ចំ|ម៉ោង|ស្ងាត់ ដូច្នេះ|រង់ចាំ|ដល់|ម៉ោង \(end)")
    case .contactCap(let messages, let allowed, let days):
      return Phrase(
        "\(what), on \(day): \(messages) messages to the same people in \(days) days, and \(allowed) are allowed",
        "\(what) នៅ \(day)៖ សារ \(messages) ទៅ|មនុស្ស|ដដែល|ក្នុង \(days) ថ្ងៃ តែ|អនុញ្ញាត|ត្រឹម \(allowed)")
    }
  }

  /// The word at the mark of a calendar or timeline: "Clash: holiday".
  static func clash(_ conflict: Conflict) -> Phrase {
    switch conflict.cause {
    case .holiday: Phrase("Clash: holiday", "ជាន់៖ ថ្ងៃ|សម្រាក")
    case .placeTwice: Phrase("Clash: place", "ជាន់៖ ទី|កន្លែង")
    case .volunteerTwice: Phrase("Clash: volunteer", "ជាន់៖ អ្នក|ស្ម័គ្រចិត្ត")
    case .resourceTwice: Phrase("Clash: equipment", "ជាន់៖ សម្ភារៈ")
    case .outsideCampaign: Phrase("Outside dates", "ក្រៅ|រយៈពេល")
    case .tooFewVolunteers: Phrase("Too few volunteers", "អ្នក|ស្ម័គ្រចិត្ត|មិន|គ្រប់")
    case .quietHours: Phrase("Quiet hours", "ម៉ោង|ស្ងាត់")
    case .contactCap: Phrase("Too often", "ញឹក|ពេក")
    case .volunteerOverHours, .lineOverBudget, .totalOverBudget, .heavyRain: .warning
    }
  }

  static let anotherCampaign = Phrase("another campaign", "យុទ្ធនាការ|ផ្សេង")
  static let noConflicts = Phrase("No conflicts.", "គ្មាន|ការ|ជាន់|គ្នា។")

  static func conflictCount(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 conflict" : "\(count) conflicts", "ជាន់|គ្នា \(count)")
  }

  static func moreConflicts(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "See 1 more" : "See \(count) more", "មើល \(count) ទៀត")
  }
}

extension OccurrenceCard {
  /// The activity's own name, or else its kind, without the place.
  var plainName: Phrase { activityName.map { Phrase("\($0)", "\($0)") } ?? .kind(kind) }
}
