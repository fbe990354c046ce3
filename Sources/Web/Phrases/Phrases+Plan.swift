import Domain

/// The coordinator's pages of a campaign.
extension Phrase {
  static let planAgain = Phrase("Plan again", "រៀប|គម្រោង|ម្ដង|ទៀត")
  static let proposalWaits = Phrase(
    "A new plan is proposed. It changes nothing until it is accepted.",
    "មាន|គម្រោង|ថ្មី|ត្រូវ|បាន|ស្នើ។ វា|មិន|កែ|អ្វី|ទេ|មុន|ពេល|ទទួល|យក។")
  static let keepsConfirmed = Phrase(
    "What people have confirmed or done stays as it is.", "អ្វី|ដែល|បាន|បញ្ជាក់ ឬ|ធ្វើ|រួច នៅ|ដដែល។")
  static let noPlanYet = Phrase("No plan yet", "មិន|ទាន់|មាន|គម្រោង")
  static let noPlanYetDetail = Phrase(
    "The plan gives every activity its days, its people and its things.",
    "គម្រោង|កំណត់|ថ្ងៃ មនុស្ស និង|សម្ភារៈ|សម្រាប់|សកម្មភាព|នីមួយៗ។")
  static let messagesNeedNoPlan = Phrase(
    "This campaign has only messages: it needs no plan.", "យុទ្ធនាការ|នេះ|មាន|តែ|សារ៖ មិន|ត្រូវការ|គម្រោង|ទេ។")
  static let approvals = Phrase("Approvals", "ការ|អនុម័ត")
  static let approveLaunch = Phrase("Approve the launch", "អនុម័ត|ការ|ចាប់ផ្ដើម")
  static let reasonColumn = Phrase("Why", "ហេតុ|អ្វី")
  static let nearestDay = Phrase("Nearest day that would work", "ថ្ងៃ|ជិត|បំផុត|ដែល|អាច")
  static let howMany = Phrase("How many", "ចំនួន")
  static let expectedPeople = Phrase("Expected people", "មនុស្ស|រំពឹង|ទុក")
  static let forecastByActivity = Phrase("Forecast by activity", "ការ|ប៉ាន់ស្មាន|តាម|សកម្មភាព")
  static let newPlan = Phrase("New plan", "គម្រោង|ថ្មី")
  static let oldPlan = Phrase("Plan now", "គម្រោង|ឥឡូវ")
  static let occasions = Phrase("Times", "ចំនួន|ដង")
  static let groupColumn = Phrase("Group", "ក្រុម")
  static let everybody = Phrase("Everybody", "មនុស្ស|ទាំង|អស់")
  static let noBudget = Phrase("No budget is set.", "មិន|ទាន់|កំណត់|ថវិកា។")
  static let noTargets = Phrase("No targets are set.", "មិន|ទាន់|កំណត់|គោលដៅ។")
  static let attendancesNote = Phrase(
    "Heads counted at events and people met at doors. Whoever came twice counts twice.",
    "រាប់|មនុស្ស|នៅ|ព្រឹត្តិការណ៍ និង|នៅ|មាត់|ទ្វារ។ អ្នក|ដែល|មក|ពីរ|ដង រាប់|ពីរ។")
  static let planColumn = Phrase("Plan", "គ្រោង")
  static let allActivities = Phrase("All activities", "សកម្មភាព|ទាំង|អស់")
  static let holidaysShaded = Phrase(
    "Grey bars are done. Shaded columns are public holidays.", "របារ|ប្រផេះ|រួច|ហើយ។ ជួរ|ស្រមោល|ជា|ថ្ងៃ|ឈប់|សម្រាក។")
  static let startFromFile = Phrase("A campaign is a file", "យុទ្ធនាការ|ជា|ឯកសារ|មួយ")
  static let startFromFileDetail = Phrase(
    "Copy a campaign that ran before, change its id, places, dates and sums, and bring it here. It is checked whole before anything is kept.",
    "ចម្លង|យុទ្ធនាការ|ចាស់ កែ id ទីកន្លែង ថ្ងៃខែ និង|ទឹកប្រាក់ រួច|យក|មក|ទីនេះ។ ប្រព័ន្ធ|ពិនិត្យ|ទាំង|អស់|មុន|រក្សាទុក។")
  static let campaignFile = Phrase("Campaign file", "ឯកសារ|យុទ្ធនាការ")
  static let campaignText = Phrase("Or its text", "ឬ|អត្ថបទ|របស់|វា")
  static let campaignTextHint = Phrase(
    "JSON5, as in the folder Campaigns. What stands here is taken when no file is chosen.",
    "JSON5 ដូច|ក្នុង|ថត Campaigns។ បើ|មិន|ជ្រើស|ឯកសារ នោះ|យក|អត្ថបទ|នេះ។")
  static let chooseFile = Phrase(
    "Choose a campaign file, or paste its text", "សូម|ជ្រើសរើស|ឯកសារ|យុទ្ធនាការ ឬ|បិទភ្ជាប់|អត្ថបទ")
  static let thisFile = Phrase("campaign.json5", "campaign.json5")
  static let historyEmpty = Phrase("Nothing has happened yet.", "មិន|ទាន់|មាន|អ្វី|កើត|ឡើង។")
  static let who = Phrase("Who", "អ្នក|ណា")
  static let what = Phrase("What", "អ្វី")
  static let details = Phrase("Details", "លម្អិត")
  static let timesColumn = Phrase("When", "ពេល|ណា")
  static let facilitationFilter = Phrase("Who leads", "អ្នក|ដឹកនាំ")
  static let allOfThem = Phrase("All", "ទាំង|អស់")
  static let spentOfPlan = Phrase("Spent of plan", "បាន|ចំណាយ|ធៀប|គ្រោង")
  static let reachOfPlan = Phrase("Reached of plan", "បាន|ទៅ|ដល់|ធៀប|គ្រោង")

  static func ledWith(_ facilitation: Phrase, _ partner: String?) -> Phrase {
    guard let partner else { return facilitation }
    return Phrase("\(facilitation), with \(partner)", "\(facilitation) ជាមួយ \(partner)")
  }

  static func planSummary(_ occurrences: Int, _ unserved: Int) -> Phrase {
    Phrase(
      "\(occurrences) \(occurrences == 1 ? "occurrence" : "occurrences"), \(unserved) could not be placed.",
      "ព្រឹត្តិការណ៍ \(occurrences) មិន|អាច|រៀប \(unserved)។")
  }

  static func spentOf(_ spent: Money, _ limit: Money) -> Phrase {
    Phrase("\(spent) of \(limit)", "\(spent) ក្នុង|ចំណោម \(limit)")
  }

  static func reachedOf(_ reached: Int, _ target: Int, by end: LocalDate) -> Phrase {
    Phrase("of \(target) planned by \(end)", "ក្នុង|ចំណោម \(target) គ្រោង|ដល់ \(end)")
  }

  static func ofMoney(_ limit: Money, _ percent: String) -> Phrase {
    Phrase("of \(limit) (\(percent))", "ក្នុង|ចំណោម \(limit) (\(percent))")
  }

  static func unconverted(_ amounts: String) -> Phrase {
    Phrase(
      "Not counted, because no exchange rate is set for their day: \(amounts)", "មិន|រាប់|បញ្ចូល ព្រោះ|គ្មាន|អត្រា|ប្ដូរ|ប្រាក់៖ \(amounts)")
  }

  static func timesThatDay(_ count: Int) -> Phrase { Phrase("\(count) times", "\(count) ដង") }

  static func weeksFrom(_ from: LocalDate, _ to: LocalDate) -> Phrase {
    Phrase("\(English.wording.period(from, to)).", "\(Khmer.wording.period(from, to))។")
  }

  static func timelineFinding(_ bars: Int, _ clashes: Int) -> Phrase {
    Phrase(
      "\(bars) entries, \(clashes) with a conflict. The list below has the same.",
      "\(bars) ធាតុ ជាន់|គ្នា \(clashes)។ បញ្ជី|ខាង|ក្រោម|មាន|ដូច|គ្នា។")
  }

  /// The audit trail's words for what was done.
  /// "unknown" where the machine does not name its user.
  static func commandLine(_ user: String) -> Phrase {
    user == "unknown" ? Phrase("command line", "បន្ទាត់|ពាក្យ|បញ្ជា") : Phrase("\(user), command line", "\(user) (បន្ទាត់|ពាក្យ|បញ្ជា)")
  }

  static func auditAction(_ action: String) -> Phrase? {
    switch action {
    case "plan": Phrase("Planned", "បាន|រៀប|គម្រោង")
    case "accept plan": Phrase("Accepted the plan", "បាន|ទទួល|យក|គម្រោង")
    case "launch": Phrase("Launched", "បាន|ចាប់ផ្ដើម")
    case "approve": Phrase("Approved", "បាន|អនុម័ត")
    case "pause": Phrase("Paused", "បាន|ផ្អាក")
    case "resume": Phrase("Resumed", "បាន|បន្ត")
    case "cancel": Phrase("Cancelled", "បាន|បោះបង់")
    case "resend": Phrase("Ordered once more", "បាន|បញ្ជា|ផ្ញើ|ម្ដង|ទៀត")
    case "record": Phrase("Recorded", "បាន|កត់ត្រា")
    case "move": Phrase("Moved", "បាន|ប្ដូរ|ថ្ងៃ")
    default: nil
    }
  }
}
