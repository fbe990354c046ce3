import Domain

/// The page that says what needs a decision today.
extension Phrase {
  static let urgent = Phrase("Urgent", "បន្ទាន់")
  static let attention = Phrase("Attention", "ត្រូវ|យក|ចិត្ត|ទុកដាក់")
  static let toDo = Phrase("To do", "ត្រូវ|ធ្វើ")
  static let needsYouToday = Phrase("Needs you today", "ត្រូវការ|អ្នក|ថ្ងៃ|នេះ")
  static let nothingElseWaits = Phrase("Nothing else is waiting.", "គ្មាន|អ្វី|ផ្សេង|រង់ចាំ|ទេ។")
  static let nothingNeedsYou = Phrase("Nothing needs you today.", "ថ្ងៃ|នេះ|គ្មាន|អ្វី|ត្រូវការ|អ្នក|ទេ។")
  static let newCampaign = Phrase("New campaign", "យុទ្ធនាការ|ថ្មី")
  static let printToday = Phrase("Print today", "បោះពុម្ព|ថ្ងៃ|នេះ")
  static let openCalendar = Phrase("Open calendar", "បើក|ប្រតិទិន")
  static let openCampaign = Phrase("Open campaign", "បើក|យុទ្ធនាការ")
  static let openSending = Phrase("Open sending", "បើក|ការ|ផ្ញើ")
  static let chooseAnotherDay = Phrase("Choose another day", "ជ្រើសរើស|ថ្ងៃ|ផ្សេង")
  static let assignVolunteer = Phrase("Assign volunteer", "ចាត់|អ្នក|ស្ម័គ្រចិត្ត")
  static let sendReminder = Phrase("Send reminder", "ផ្ញើ|ការ|រំលឹក")
  static let recordAttendance = Phrase("Record attendance", "កត់ត្រា|ចំនួន|អ្នក|ចូលរួម")
  static let questionsAnswered = Phrase("Questions answered", "សំណួរ|ដែល|បាន|ឆ្លើយ")
  static let firstSteps = Phrase("First steps", "ជំហាន|ដំបូង")

  static func itemsMostUrgentFirst(_ count: Int) -> Phrase {
    Phrase(
      count == 1 ? "1 item" : "\(count) items, most urgent first",
      "\(count) ចំណុច បន្ទាន់|បំផុត|នៅ|មុន")
  }

  static func doneThisWeek(_ count: Int) -> Phrase {
    Phrase(
      count == 1 ? "See 1 item done this week" : "See \(count) items done this week",
      "មើល \(count) ចំណុច|ដែល|រួច|ក្នុង|សប្ដាហ៍|នេះ")
  }

  static func soFar(_ campaign: String, _ year: Int) -> Phrase {
    Phrase("\(campaign), \(year: year) so far", "\(campaign) ឆ្នាំ\(year: year) មក|ដល់|ពេល|នេះ")
  }

  static let neededForCost = Phrase(
    "Needed for the cost per citizen reached. Takes about 2 minutes.",
    "ត្រូវការ|សម្រាប់|គណនា|ចំណាយ|ក្នុង|ពលរដ្ឋ|ម្នាក់។ ប្រហែល ២ នាទី។")
  static let eventsRecorded = Phrase("events recorded", "ព្រឹត្តិការណ៍|បាន|កត់ត្រា")
  static let askedAtEvents = Phrase("asked by citizens at events", "សួរ|ដោយ|ពលរដ្ឋ|នៅ|ព្រឹត្តិការណ៍")

  static func lacksVolunteers(_ what: Phrase, _ date: LocalDate, have: Int, need: Int) -> Phrase {
    Phrase(
      "\(what), on \(date): \(have) of \(need) volunteers",
      "\(what) នៅ \(date)៖ អ្នក|ស្ម័គ្រចិត្ត \(have) ក្នុង|ចំណោម \(need)")
  }

  static func notAnswered(_ what: Phrase, _ date: LocalDate, _ count: Int) -> Phrase {
    Phrase(
      "\(count) \(count == 1 ? "volunteer has" : "volunteers have") not answered for \(what), on \(date)",
      "អ្នក|ស្ម័គ្រចិត្ត \(count) នាក់|មិន|ទាន់|ឆ្លើយ|សម្រាប់ \(what) នៅ \(date)")
  }

  static func notAsked(_ what: Phrase, _ date: LocalDate, _ count: Int) -> Phrase {
    Phrase(
      "\(count) \(count == 1 ? "volunteer was" : "volunteers were") not asked yet for \(what), on \(date)",
      "មិន|ទាន់|សួរ|អ្នក|ស្ម័គ្រចិត្ត \(count) នាក់|សម្រាប់ \(what) នៅ \(date)")
  }

  static func launchWaits(_ campaign: LocalizedText) -> Phrase {
    Phrase("The messages of \(campaign) are not launched yet", "សារ|នៃ \(campaign) មិន|ទាន់|ចាប់ផ្ដើម|ផ្ញើ|ទេ")
  }

  static func launchWaitsFrom(_ date: LocalDate) -> Phrase {
    Phrase("They should leave from \(date). First see who gets them.", "គួរ|ផ្ញើ|ចាប់|ពី \(date)។ សូម|ពិនិត្យ|អ្នក|ទទួល|ជា|មុន។")
  }

  static let askVolunteers = Phrase("Ask volunteers", "សួរ|អ្នក|ស្ម័គ្រចិត្ត")

  static func recordMissing(_ what: Phrase, _ date: LocalDate) -> Phrase {
    Phrase("\(what) ended on \(date): attendance is missing", "\(what) បាន|ចប់|នៅ \(date)៖ ខ្វះ|ចំនួន|អ្នក|ចូលរួម")
  }

  static func lineOver(_ line: LocalizedText, _ over: Money) -> Phrase {
    Phrase("\(line): \(over) over plan", "\(line)៖ លើស|គម្រោង \(over)")
  }

  static func planWaits(_ campaign: LocalizedText) -> Phrase {
    Phrase("A new plan for \(campaign) waits to be accepted", "គម្រោង|ថ្មី|នៃ \(campaign) រង់ចាំ|ទទួល|យក")
  }
}
