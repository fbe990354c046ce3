import Domain

/// The volunteer's page. Saved is on the phone, received is on the server; the words are never mixed.
extension Phrase {
  static let whatHappenedAtDoor = Phrase("What happened?", "លទ្ធផល")
  static let oneLess = Phrase("One less", "ដក|មួយ")
  static let oneMore = Phrase("One more", "ថែម|មួយ")
  static let leafletsGiven = Phrase("Leaflets given", "ខិត្តប័ណ្ណ|ដែល|បាន|ចែក")
  static let surveyTitle = Phrase("Survey", "សំណួរ|ស្ទង់|មតិ")
  static let aboutThePerson = Phrase("About the person (may be skipped)", "អំពី|អ្នក|ឆ្លើយ (រំលង|បាន)")
  static let notSentYet = Phrase("not sent yet", "មិន|ទាន់|ផ្ញើ")
  static let map = Phrase("Map", "ផែនទី")
  static let openInMapApp = Phrase("Open in map app", "បើក|ផែនទី")
  static let houseList = Phrase("List of houses", "បញ្ជី|ផ្ទះ")
  static let stillToVisit = Phrase("Still to visit", "មិន|ទាន់|រួច")
  static let alreadyDone = Phrase("Done already", "រួច|ហើយ")
  static let nextShift = Phrase("Next shift", "វេន|បន្ទាប់")
  static let canYouCome = Phrase("Can you come?", "តើ|អ្នក|មក|បាន|ទេ?")
  static let iCome = Phrase("I can come", "ខ្ញុំ|មក|បាន")
  static let iCannot = Phrase("I cannot come", "ខ្ញុំ|មក|មិន|បាន")
  static let whyNot = Phrase("If not, why? (may be skipped)", "បើ|មិន|បាន ហេតុ|អ្វី? (រំលង|បាន)")
  static let studyOrExam = Phrase("Class or exam", "រៀន ឬ|ប្រឡង")
  static let ill = Phrase("Ill", "ឈឺ")
  static let tooFar = Phrase("Too far", "ឆ្ងាយ")
  static let otherReason = Phrase("Something else", "ផ្សេង|ទៀត")
  static let newShiftForYou = Phrase("A new shift for you", "វេន|ថ្មី|សម្រាប់|អ្នក")
  static let work = Phrase("Work", "ការងារ")
  static let meetAt = Phrase("Meet at", "ជួប|គ្នា")
  static let with = Phrase("With", "ជាមួយ")
  static let bring = Phrase("Bring", "យក|មក")
  static let addToPhoneCalendar = Phrase("Put the shifts into the phone’s calendar", "ដាក់|វេន|ចូល|ប្រតិទិន|ទូរស័ព្ទ")
  static let paperSheet = Phrase("Paper sheet", "សន្លឹក|ក្រដាស")
  static let typeCode = Phrase("Type the code from your paper", "សូម|វាយ|លេខ|កូដ|លើ|ក្រដាស|របស់|អ្នក")
  static let code = Phrase("Code", "កូដ")
  static let codeUnknown = Phrase(
    "This code does not exist. Check the paper: no letters I, L, O, U.",
    "គ្មាន|កូដ|នេះ|ទេ។ សូម|មើល|ក្រដាស|ម្ដង|ទៀត៖ គ្មាន|អក្សរ I L O U ទេ។")
  static let notYourDay = Phrase(
    "The houses are shown on the day of the shift.", "បញ្ជី|ផ្ទះ|នឹង|បង្ហាញ|នៅ|ថ្ងៃ|ចុះ|វេន។")

  static let allReceived = Phrase("All answers received.", "ប្រព័ន្ធ|បាន|ទទួល|ចម្លើយ|ទាំង|អស់។")
  static let answersAreSentByThemselves = Phrase(
    "Answers are sent by themselves.", "ចម្លើយ|នឹង|ផ្ញើ|ដោយ|ស្វ័យប្រវត្តិ។")
  static let answersSending = Phrase(
    "# answers on this phone, sending…", "ចម្លើយ # នៅ|ក្នុង|ទូរស័ព្ទ|នេះ កំពុង|ផ្ញើ…")
  static let answersSavedHere = Phrase(
    "No internet. # answers are saved on this phone.", "គ្មាន|អ៊ីនធឺណិត។ ចម្លើយ # រក្សាទុក|ក្នុង|ទូរស័ព្ទ|នេះ។")
  static let oneAnswerSending = Phrase("1 answer on this phone, sending…", "ចម្លើយ ១ នៅ|ក្នុង|ទូរស័ព្ទ|នេះ កំពុង|ផ្ញើ…")
  static let oneAnswerSavedHere = Phrase(
    "No internet. 1 answer is saved on this phone.", "គ្មាន|អ៊ីនធឺណិត។ ចម្លើយ ១ រក្សាទុក|ក្នុង|ទូរស័ព្ទ|នេះ។")
  static let keepPageOpen = Phrase(
    "Keep this page open until you are back.", "សូម|កុំ|បិទ|ទំព័រ|នេះ|រហូត|ដល់|អ្នក|ត្រឡប់|មក|វិញ។")
  static let answersNotAccepted = Phrase(
    "Not accepted. Show this page to your coordinator.", "មិន|បាន|ទទួល។ សូម|បង្ហាញ|ទំព័រ|នេះ|ដល់|អ្នក|សម្របសម្រួល។")
  static let browserCannotSave = Phrase(
    "This browser cannot save. Open the link in Chrome, or use the paper sheet.",
    "កម្មវិធី|រុករក|នេះ|រក្សាទុក|មិន|បាន។ សូម|បើក|តំណ|ក្នុង Chrome ឬ|ប្រើ|សន្លឹក|ក្រដាស។")
  static let undoLastAnswer = Phrase("Undo last answer", "កែ|ចម្លើយ|ចុងក្រោយ")
  /// For the script, which puts the number where `#` stands.
  static let houseTemplate = Phrase("House #", "ផ្ទះ|ទី#")
  static let saveAndGoToTemplate = Phrase("Save and go to house #", "រក្សាទុក រួច|ទៅ|ផ្ទះ|ទី#")
  static let saveLastDoor = Phrase("Save the last house", "រក្សាទុក|ផ្ទះ|ចុងក្រោយ")
  static let tryNow = Phrase("Try now", "សាក|ផ្ញើ")
  static let answersSentWhenOnline = Phrase(
    "Answers are sent by themselves when the internet is back. Do not clear the browser’s data.",
    "ចម្លើយ|នឹង|ផ្ញើ|ដោយ|ស្វ័យប្រវត្តិ ពេល|មាន|អ៊ីនធឺណិត|វិញ។ សូម|កុំ|លុប|ទិន្នន័យ|កម្មវិធី|រុករក។")
  static let askBeforeExplaining = Phrase(
    "Ask the first question before you explain anything.", "សូម|សួរ|សំណួរ|ទី១ មុន|ពេល|ពន្យល់|អ្វី|ទាំង|អស់។")
  static let askedNotToBeVisited = Phrase("Asked not to be visited again", "សុំ|កុំ|ឱ្យ|មក|ទៀត")
  static let doNotVisit = Phrase("Do not visit", "កុំ|ទៅ|ផ្ទះ|នេះ")
  static let chooseResult = Phrase("Choose what happened at this house", "សូម|ជ្រើសរើស|លទ្ធផល|នៅ|ផ្ទះ|នេះ")
  static let leafletsForm = Phrase(
    "Enter a whole number of leaflets, 0 to 99", "សូម|បំពេញ|ចំនួន|ខិត្តប័ណ្ណ ចាប់|ពី ០ ដល់ ៩៩")
  static let allDoorsDone = Phrase("All houses are done. Thank you.", "ផ្ទះ|ទាំង|អស់|រួច|ហើយ។ សូម|អរគុណ។")
  static let noShiftNow = Phrase("There is no shift for you just now.", "ឥឡូវ|នេះ គ្មាន|វេន|សម្រាប់|អ្នក|ទេ។")
  static let houseUnknown = Phrase("This house is not on your route today.", "ផ្ទះ|នេះ|មិន|មាន|ក្នុង|ផ្លូវ|របស់|អ្នក|ថ្ងៃ|នេះ|ទេ។")
  static let tooManyCodes = Phrase(
    "Too many wrong codes. Wait a minute, then try again.", "វាយ|កូដ|ខុស|ច្រើន|ពេក។ សូម|រង់ចាំ|មួយ|នាទី រួច|សាក|ម្ដង|ទៀត។")
  static let answerTimeOver = Phrase(
    "The time to answer is over. Call your coordinator.", "អស់|ពេល|ឆ្លើយ|ហើយ។ សូម|ហៅ|អ្នក|សម្របសម្រួល។")
  static let youSaidYes = Phrase("You said: I can come.", "អ្នក|បាន|ឆ្លើយ៖ មក|បាន។")
  static let youSaidNo = Phrase("You said: I cannot come.", "អ្នក|បាន|ឆ្លើយ៖ មក|មិន|បាន។")
  static func problemCall(_ phone: String) -> Phrase {
    Phrase("A problem? Call \(phone)", "មាន|បញ្ហា? ហៅ \(phone)")
  }

  static let toMyPage = Phrase("To my page", "ទៅ|ទំព័រ|របស់|ខ្ញុំ")
  static let calendarHelp = Phrase(
    "In Google Calendar on a computer: Other calendars, From URL, paste this address.",
    "ក្នុង Google Calendar លើ|កុំព្យូទ័រ៖ Other calendars, From URL រួច|បិទ|ភ្ជាប់|អាសយដ្ឋាន|នេះ។")
  static let thankYou = Phrase("Thank you.", "សូម|អរគុណ។")

  static func disposition(_ disposition: Disposition) -> Phrase {
    switch disposition {
    case .talked: Phrase("Talked", "បាន|ជួប")
    case .notHome: Phrase("Not home", "មិន|នៅ|ផ្ទះ")
    case .refused: Phrase("Refused", "បដិសេធ")
    case .moved: Phrase("Moved away", "ប្ដូរ|លំនៅ")
    case .comeBack: Phrase("Come back later", "ត្រឡប់|មក|វិញ")
    }
  }

  static func groupAtDoor(_ group: Group) -> Phrase {
    switch group {
    case .female: Phrase("Female", "ស្ត្រី")
    case .youth: Phrase("15–30 years", "អាយុ ១៥–៣០ ឆ្នាំ")
    case .idPoor: Phrase("ID-Poor card", "មាន|ប័ណ្ណ|សមធម៌")
    case .ethnicMinority: Phrase("Ethnic minority", "ជនជាតិ|ភាគតិច")
    case .disability: Phrase("Disability", "ជន|មាន|ពិការភាព")
    }
  }

  static func allReceivedAt(_ time: TimeOfDay) -> Phrase {
    Phrase("All answers received, \(time)", "ប្រព័ន្ធ|បាន|ទទួល|ចម្លើយ|ទាំង|អស់ ម៉ោង \(time)")
  }

  static func routeNumber(_ number: Int, _ place: LocalizedText) -> Phrase {
    Phrase("Route \(number), \(place)", "ផ្លូវ|ទី\(number) \(place)")
  }

  static func house(_ number: Int) -> Phrase { Phrase("House \(number)", "ផ្ទះ|ទី\(number)") }

  static func housesDone(_ done: Int, _ all: Int) -> Phrase {
    Phrase("\(done) of \(all) houses", "\(done) ក្នុង|ចំណោម \(all) ផ្ទះ")
  }

  static func allHouses(_ count: Int) -> Phrase { Phrase("All \(count) houses", "ផ្ទះ|ទាំង \(count)") }

  static func saveAndGoTo(_ house: Int) -> Phrase {
    Phrase("Save and go to house \(house)", "រក្សាទុក រួច|ទៅ|ផ្ទះ|ទី\(house)")
  }

  /// For the script, which puts the number done where `#` stands.
  static func housesDoneTemplate(of all: Int) -> Phrase {
    Phrase("# of \(all) houses", "# ក្នុង|ចំណោម \(all) ផ្ទះ")
  }

  static func paintedNumber(_ number: Int) -> Phrase { Phrase("No. \(number)", "លេខ \(number)") }
  static func houseGroup(_ number: Int) -> Phrase { Phrase("group \(number)", "ក្រុម|ទី\(number)") }

  static func bestTime(_ words: String) -> Phrase {
    switch words {
    case "morning": Phrase("at home in the morning", "នៅ|ផ្ទះ|ពេល|ព្រឹក")
    case "evening": Phrase("at home in the evening", "នៅ|ផ្ទះ|ពេល|ល្ងាច")
    case "weekend": Phrase("at home at the weekend", "នៅ|ផ្ទះ|ចុង|សប្ដាហ៍")
    default: Phrase("\(words)", "\(words)")
    }
  }

  static func declineReason(_ reason: Assignment.Reason) -> Phrase {
    switch reason {
    case .classOrExam: .studyOrExam
    case .ill: .ill
    case .tooFar: .tooFar
    case .other: .otherReason
    }
  }

  static func dayAndTimes(_ day: String, _ times: String) -> Phrase {
    Phrase("\(day), \(times)", "\(day) ម៉ោង \(times)")
  }

  static func surveyHint(_ questions: Int) -> Phrase {
    Phrase(
      "\(questions) \(questions == 1 ? "question" : "questions"), only if they agree",
      "\(questions) សំណួរ សួរ|តែ|ពេល|គាត់|យល់ព្រម")
  }

  static func problemCall(_ name: LocalizedText) -> Phrase { Phrase("A problem? Call \(name)", "មាន|បញ្ហា? ហៅ \(name)") }

  static func withPartner(_ volunteer: LocalizedText, _ partner: LocalizedText) -> Phrase {
    Phrase("\(volunteer), with \(partner)", "\(volunteer) ជាមួយ \(partner)")
  }

  static func routeEnded(_ houses: Int) -> Phrase {
    Phrase(
      "This route has ended. Thank you. You visited \(houses) \(houses == 1 ? "house" : "houses").",
      "ផ្លូវ|នេះ|បាន|បញ្ចប់។ សូម|អរគុណ។ អ្នក|បាន|ទៅ|ដល់ \(houses) ផ្ទះ។")
  }

  static func routeClosedAt(_ time: TimeOfDay, _ name: LocalizedText) -> Phrase {
    Phrase(
      "Not accepted: this route was closed at \(time). Show this page to \(name).",
      "មិន|បាន|ទទួល៖ ផ្លូវ|នេះ|បាន|បិទ|ម៉ោង \(time)។ សូម|បង្ហាញ|ទំព័រ|នេះ|ដល់ \(name)។")
  }

  static let answerStays = Phrase(
    "The time to change an answer is over: what you say now stays.", "ផុត|ម៉ោង|ប្ដូរ|ចម្លើយ|ហើយ៖ ចម្លើយ|ឥឡូវ|នេះ|មិន|អាច|ប្ដូរ|ទេ។")

  static func answerBefore(_ date: LocalDate, _ time: TimeOfDay) -> Phrase {
    Phrase(
      "Answer before \(date), \(time). You can change your answer until then.",
      "សូម|ឆ្លើយ|មុន \(date) ម៉ោង \(time)។ អ្នក|អាច|ប្ដូរ|ចម្លើយ|បាន រហូត|ដល់|ម៉ោង|នោះ។")
  }
}
