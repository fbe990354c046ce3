import Domain

/// Words of status. The word always stands; colour only repeats it.
extension Phrase {
  static let draft = Phrase("Draft", "សេចក្ដី|ព្រាង")
  static let scheduled = Phrase("Scheduled", "បាន|កំណត់|ពេល")
  static let running = Phrase("Running", "កំពុង|ដំណើរការ")
  static let paused = Phrase("Paused", "ផ្អាក")
  static let done = Phrase("Done", "រួច|រាល់")
  static let cancelled = Phrase("Cancelled", "បាន|លុបចោល")
  static let planned = Phrase("Planned", "គ្រោង")
  static let confirmed = Phrase("Confirmed", "បាន|បញ្ជាក់")
  static let held = Phrase("Held", "បាន|ធ្វើ|រួច")
  static let proposed = Phrase("Proposed", "បាន|ស្នើ")
  static let asked = Phrase("Asked", "បាន|សួរ")
  static let declined = Phrase("Declined", "បាន|បដិសេធ")
  static let attended = Phrase("Came", "បាន|មក")
  static let absent = Phrase("Did not come", "មិន|បាន|មក")
  static let noAnswer = Phrase("No answer", "មិន|ទាន់|ឆ្លើយ")
  static let approved = Phrase("Approved", "បាន|អនុម័ត")
  static let accepted = Phrase("Accepted", "បាន|ទទួល|យក")
  static let partlyRecorded = Phrase("Partly recorded", "កត់ត្រា|បាន|ខ្លះ")

  static func state(_ state: Campaign.State) -> Phrase {
    switch state {
    case .draft: .draft
    case .scheduled: .scheduled
    case .running: .running
    case .paused: .paused
    case .done: .done
    case .cancelled: .cancelled
    }
  }

  static func status(_ status: Occurrence.Status) -> Phrase {
    switch status {
    case .planned: .planned
    case .confirmed: .confirmed
    case .held: .held
    case .cancelled: .cancelled
    }
  }

  static func status(_ status: Assignment.Status) -> Phrase {
    switch status {
    case .proposed: .proposed
    case .asked: .noAnswer
    case .confirmed: .confirmed
    case .declined: .declined
    case .attended: .attended
    case .absent: .absent
    }
  }
}

extension Campaign.State {
  /// The colour that repeats the word; nil is grey.
  var kind: Kind? {
    switch self {
    case .draft, .done, .cancelled: nil
    case .scheduled: .info
    case .running: .good
    case .paused: .warn
    }
  }
}

extension Assignment.Status {
  var kind: Kind? {
    switch self {
    case .proposed: .info
    case .asked: .warn
    case .confirmed, .attended: .good
    case .declined, .absent: .bad
    }
  }
}
