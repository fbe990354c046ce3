import Domain

/// Launching and following messages.
extension Phrase {
  static let haltedAll = Phrase("All sending is stopped", "ការ|ផ្ញើ|ទាំង|អស់|ត្រូវ|បាន|បញ្ឈប់")
  static let haltedDetail = Phrase(
    "Nothing leaves, whatever the campaign, until somebody resumes.", "គ្មាន|អ្វី|ចេញ|ទេ រហូត|ដល់|មាន|អ្នក|បន្ត។")
  static let resumeAll = Phrase("Resume all sending", "បន្ត|ការ|ផ្ញើ|ទាំង|អស់")
  static let notLaunched = Phrase("Not launched", "មិន|ទាន់|ចាប់ផ្ដើម")
  static let allHandedOver = Phrase("All handed over", "បាន|ប្រគល់|ទាំង|អស់")
  static let heldBackTitle = Phrase("The channel is paused by the system", "មធ្យោបាយ|ត្រូវ|បាន|ប្រព័ន្ធ|ផ្អាក")
  static let heldBackDetail = Phrase(
    "Mend the cause, then resume. Nobody gets the message twice.", "ដោះស្រាយ|មូលហេតុ រួច|បន្ត។ គ្មាន|អ្នក|ទទួល|ពីរ|ដង|ទេ។")
  static let messageTitle = Phrase("Message", "សារ")
  static let recipients = Phrase("Recipients", "អ្នក|ទទួល")
  static let whyFailedColumn = Phrase("Reason", "មូលហេតុ")
  static let providersWords = Phrase("In the provider’s own words", "តាម|ពាក្យ|របស់|ក្រុមហ៊ុន")
  static let noWords = Phrase("The provider gave no reason", "ក្រុមហ៊ុន|មិន|បាន|ប្រាប់|មូលហេតុ")
  static let noMessagesYet = Phrase("No campaign sends messages yet", "មិន|ទាន់|មាន|យុទ្ធនាការ|ដែល|ផ្ញើ|សារ")
  static let noMessagesDetail = Phrase(
    "A message is an activity of a campaign: its channel, its text, and when it leaves.",
    "សារ|ជា|សកម្មភាព|នៃ|យុទ្ធនាការ៖ មធ្យោបាយ អត្ថបទ និង|ពេល|ផ្ញើ។")
  static let toWhom = Phrase("To", "ជូន")
  static let leavesAt = Phrase("Leaves at", "ផ្ញើ|នៅ")
  static let endsNear = Phrase("Ends near", "ចប់|ប្រហែល")
  static let costAtMost = Phrase("Cost at most", "ចំណាយ|យ៉ាង|ច្រើន")
  static let blockedLaunch = Phrase(
    "The launch is blocked. Mend these first; nothing is launched in part.",
    "មិន|អាច|ចាប់ផ្ដើម។ សូម|ដោះស្រាយ|ទាំង|នេះ|មុន។ គ្មាន|អ្វី|ចាប់ផ្ដើម|តែ|មួយ|ផ្នែក|ទេ។")
  static let cannotLaunch = Phrase("This cannot be launched as it stands", "មិន|អាច|ចាប់ផ្ដើម|ដូច|នេះ|បាន|ទេ")
  static let sendingFor = Phrase("Sending of the campaign", "ការ|ផ្ញើ|របស់|យុទ្ធនាការ")
  static func doubtsStand(_ count: Int) -> Phrase {
    Phrase(
      count == 1 ? "1 message is in doubt." : "\(count) messages are in doubt.", "សារ \(count) មិន|ច្បាស់|លាស់។")
  }

  static let doubtsDetail = Phrase(
    "They left, and no usable answer came: they may have arrived. They stay as they are unless you order them sent again.",
    "សារ|ទាំង|នេះ|បាន|ចេញ តែ|គ្មាន|ចម្លើយ|ច្បាស់៖ ប្រហែល|បាន|ទៅ|ដល់។ សារ|នៅ|ដដែល លើក|លែង|តែ|អ្នក|បញ្ជា|ផ្ញើ|ម្ដង|ទៀត។")
  static let sendAgain = Phrase("Send again", "ផ្ញើ|ម្ដង|ទៀត")
  static func sendAgainQuestion(_ count: Int) -> Phrase {
    Phrase(
      count == 1 ? "Send 1 message in doubt again?" : "Send \(count) messages in doubt again?",
      "ផ្ញើ|សារ|មិន|ច្បាស់|លាស់ \(count) ម្ដង|ទៀត?")
  }

  static let someGetItTwice = Phrase("Some people will get the message twice.", "មនុស្ស|ខ្លះ|នឹង|ទទួល|សារ|ពីរ|ដង។")
  static let sendAgainDetail = Phrase(
    "Ask the provider first, if you can. Nobody who said STOP gets it; your name stands in the log.",
    "សូម|សួរ|អ្នក|ផ្ដល់|សេវា|ជា|មុន បើ|អាច។ អ្នក|ដែល|បាន|ប្រាប់ STOP មិន|ទទួល|ទេ។ ឈ្មោះ|អ្នក|នៅ|ក្នុង|កំណត់|ហេតុ។")
  static func typeDoubts(_ count: Int) -> Phrase {
    Phrase("Type \(count), the number of messages, to order it", "វាយ \(count) ដែល|ជា|ចំនួន|សារ ដើម្បី|បញ្ជា")
  }

  static let stopQuestion = Phrase("Stop for good?", "បញ្ឈប់|ជា|ស្ថាពរ?")
  static let stopDetail = Phrase(
    "What was handed over stays as it is. What waits is never sent.", "អ្វី|ដែល|បាន|ប្រគល់|នៅ|ដដែល។ អ្វី|ដែល|រង់ចាំ|មិន|ផ្ញើ|ឡើយ។")
  static let pauseHoldsCampaign = Phrase(
    "Pause holds all messages of this campaign.", "ការ|ផ្អាក|ឃាត់|សារ|ទាំង|អស់|នៃ|យុទ្ធនាការ|នេះ។")

  static func launchQuestion(_ name: LocalizedText, _ count: Int) -> Phrase {
    Phrase(
      "Launch “\(name)”: \(count) \(count == 1 ? "message" : "messages")?", "ចាប់ផ្ដើម «\(name)»៖ សារ \(count)?")
  }

  static func needsSecond(_ limit: Int) -> Phrase {
    Phrase(
      "Above \(limit) messages another person must approve first.", "លើស \(limit) សារ ត្រូវ|មាន|អ្នក|ទី|ពីរ|អនុម័ត|មុន។")
  }

  static func heldBack(_ campaign: LocalizedText, _ left: Int) -> Phrase {
    Phrase(
      "\(campaign): sending is paused by the system, \(left) \(left == 1 ? "message waits" : "messages wait")",
      "\(campaign)៖ ប្រព័ន្ធ|បាន|ផ្អាក|ការ|ផ្ញើ សារ \(left) កំពុង|រង់ចាំ")
  }

  static func failing(_ campaign: LocalizedText, _ failed: Int, _ total: Int) -> Phrase {
    Phrase("\(campaign): \(failed) of \(total) messages failed", "\(campaign)៖ សារ|បរាជ័យ \(failed) ក្នុង|ចំណោម \(total)")
  }

  static func approvalWaits(_ campaign: LocalizedText) -> Phrase {
    Phrase("The launch of \(campaign) waits for your approval", "ការ|ចាប់ផ្ដើម \(campaign) រង់ចាំ|ការ|អនុម័ត|របស់|អ្នក")
  }

  static func launched(_ date: LocalDate, _ time: TimeOfDay, by name: String) -> Phrase {
    Phrase("Launched \(date), \(time), by \(name)", "ចាប់ផ្ដើម \(date) ម៉ោង \(time) ដោយ \(name)")
  }
}
