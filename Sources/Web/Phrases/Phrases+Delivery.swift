import Domain

/// What became of messages, and why people were left out. Delivered is not sent; sent is not handed over.
extension Phrase {
  static let delivered = Phrase("Delivered", "ទទួល|បាន")
  static let sentNoAnswer = Phrase("Sent, no answer yet", "បាន|ផ្ញើ មិន|ទាន់|មាន|ចម្លើយ")
  static let sent = Phrase("Sent", "បាន|ផ្ញើ")
  static let failed = Phrase("Failed", "បរាជ័យ")
  static let undelivered = Phrase("Not delivered", "មិន|បាន|ទទួល")
  static let waiting = Phrase("Waiting", "កំពុង|រង់ចាំ")
  static let inDoubt = Phrase("In doubt", "មិន|ច្បាស់|លាស់")
  static let leftOut = Phrase("Left out", "មិន|រាប់|បញ្ចូល")
  static let confirmedByNetwork = Phrase("Confirmed by the phone network", "បណ្ដាញ|ទូរស័ព្ទ|បាន|បញ្ជាក់")
  static let handedToProvider = Phrase("Handed to the provider", "បាន|ប្រគល់|ទៅ|ក្រុមហ៊ុន")
  static let seeReasonsBelow = Phrase("See the reasons below", "មើល|មូលហេតុ|ខាង|ក្រោម")
  static let notHandedOver = Phrase("Not handed over yet", "មិន|ទាន់|បាន|ប្រគល់")
  static let doubtExplained = Phrase(
    "No usable answer came. Never sent again without your word.",
    "មិន|មាន|ចម្លើយ|ច្បាស់។ មិន|ផ្ញើ|ម្ដង|ទៀត|ទេ បើ|អ្នក|មិន|បញ្ជា។")

  static func state(_ state: Delivery.State) -> Phrase {
    switch state {
    case .planned: .waiting
    case .sending: Phrase("Sending", "កំពុង|ផ្ញើ")
    case .sent: .sentNoAnswer
    case .delivered: .delivered
    case .undelivered: .undelivered
    case .failed: .failed
    case .doubt: .inDoubt
    case .skipped: .leftOut
    }
  }

  static func reason(_ reason: SkipReason) -> Phrase {
    switch reason {
    case .noConsent: Phrase("never agreed to this channel", "មិន|ដែល|យល់ព្រម|តាម|មធ្យោបាយ|នេះ")
    case .optedOut: Phrase("asked to stop", "បាន|សុំ|ឈប់|ទទួល")
    case .noAddress: Phrase("no address for this channel", "គ្មាន|អាសយដ្ឋាន|សម្រាប់|មធ្យោបាយ|នេះ")
    case .sharedAddress: Phrase("shares a phone with somebody who gets it", "ប្រើ|ទូរស័ព្ទ|រួម|ជាមួយ|អ្នក|ដែល|ទទួល")
    case .contactCap: Phrase("contacted often enough lately", "បាន|ទាក់ទង|គ្រប់|ចំនួន|ហើយ")
    case .notTestRecipient: Phrase("the office is not live yet", "ការិយាល័យ|មិន|ទាន់|ផ្ញើ|ពិត|ប្រាកដ")
    case .doNotContact: Phrase("lives where nobody is contacted", "រស់|នៅ|កន្លែង|ដែល|មិន|ត្រូវ|ទាក់ទង")
    case .noText: Phrase("no text in the person’s language", "គ្មាន|អត្ថបទ|ជា|ភាសា|របស់|គាត់")
    case .noOccurrence: Phrase("nothing is planned where the person lives", "គ្មាន|គម្រោង|នៅ|កន្លែង|ដែល|គាត់|រស់|នៅ")
    case .stopped: Phrase("asked to stop while it was waiting", "បាន|សុំ|ឈប់|ពេល|កំពុង|រង់ចាំ")
    case .expired: Phrase("too late for this message", "ហួស|ពេល|សម្រាប់|សារ|នេះ")
    case .cancelled: Phrase("the sending was stopped", "ការ|ផ្ញើ|ត្រូវ|បាន|បញ្ឈប់")
    case .overBudget: Phrase("the money was used up", "ថវិកា|អស់|ហើយ")
    }
  }

  static func deliveredOf(_ delivered: Int, _ total: Int, _ percent: Int) -> Phrase {
    Phrase(
      "\(delivered) of \(total) delivered (\(percent)%)",
      "ទទួល|បាន \(delivered) ក្នុង|ចំណោម \(total) (\(percent)%)")
  }

  /// Every state with its number, for screen readers.
  static func progress(_ counts: (delivered: Int, sent: Int, failed: Int, waiting: Int), of total: Int) -> Phrase {
    Phrase(
      """
      \(counts.delivered) delivered, \(counts.sent) sent without answer, \(counts.failed) failed, \
      \(counts.waiting) waiting, of \(total)
      """,
      """
      ទទួល|បាន \(counts.delivered) បាន|ផ្ញើ \(counts.sent) បរាជ័យ \(counts.failed) \
      រង់ចាំ \(counts.waiting) ក្នុង|ចំណោម \(total)
      """)
  }
}
