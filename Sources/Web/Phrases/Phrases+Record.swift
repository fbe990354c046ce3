import Domain

/// One activity's occurrence: its page, its record, its move.
extension Phrase {
  static let record = Phrase("Record what happened", "កត់ត្រា|អ្វី|ដែល|បាន|កើត|ឡើង")
  static let changeRecord = Phrase("Change the record", "កែ|កំណត់|ត្រា")
  static let participantsHint = Phrase(
    "Leave empty what nobody counted: empty is not recorded, 0 is none.",
    "ទុក|ទទេ|អ្វី|ដែល|មិន|បាន|រាប់៖ ទទេ|គឺ|មិន|បាន|កត់ត្រា ហើយ ០ គឺ|គ្មាន។")
  static let ofTheseParticipants = Phrase("Of these participants", "ក្នុង|ចំណោម|អ្នក|ចូលរួម")
  static let questionsAndAnswers = Phrase("Questions", "សំណួរ")
  static let whatItCost = Phrase("What it cost", "ចំណាយ")
  static let budgetLine = Phrase("Budget line", "មុខ|ចំណាយ")
  static let costHint = Phrase(
    "Each payment is added to those before. Leave it empty when there is none.",
    "ចំណាយ|ថ្មី|បូក|លើ|ចំណាយ|មុន។ ទុក|ទទេ|បើ|គ្មាន។")
  static let currencyField = Phrase("Currency", "រូបិយប័ណ្ណ")
  static let partOnly = Phrase("More will be added later: partly recorded", "នឹង|បន្ថែម|ពេល|ក្រោយ៖ កត់ត្រា|បាន|ខ្លះ")
  static let noteHint = Phrase("Short, and without names of people.", "ខ្លី និង|គ្មាន|ឈ្មោះ|មនុស្ស។")
  static let moveTitle = Phrase("Choose another day", "ជ្រើសរើស|ថ្ងៃ|ផ្សេង")
  static let moveNow = Phrase("Move it", "ប្ដូរ|ថ្ងៃ")
  static let lookFirst = Phrase("See what it would break", "មើល|ផល|ប៉ះពាល់|សិន")
  static let breaksNothing = Phrase(
    "This day breaks nothing: everybody is free and nothing is taken.",
    "ថ្ងៃ|នេះ|មិន|ប៉ះពាល់|អ្វី|ទេ៖ មនុស្ស និង|សម្ភារៈ|ទំនេរ។")
  static let wouldBreak = Phrase("What it would break", "ផល|ប៉ះពាល់")
  static let teamOf = Phrase("Volunteers of this day", "អ្នក|ស្ម័គ្រចិត្ត|ថ្ងៃ|នេះ")
  static let noTeam = Phrase("Nobody is needed.", "មិន|ត្រូវការ|មនុស្ស។")
  static let answerColumn = Phrase("Answer", "ចម្លើយ")
  static let openShift = Phrase("Open the shift", "បើក|វេន")
  static let openRoute = Phrase("Open the route", "បើក|ផ្លូវ")
  static let costsSoFar = Phrase("Costs recorded", "ចំណាយ|បាន|កត់ត្រា")
  static let notRecordedYet = Phrase("Nothing is recorded yet.", "មិន|ទាន់|កត់ត្រា|អ្វី|ទេ។")
  static let moveIsKept = Phrase(
    "A day chosen by hand is kept when the campaign is planned again.", "ថ្ងៃ|ដែល|ជ្រើស|ដោយ|ដៃ នៅ|ដដែល|ពេល|រៀប|គម្រោង|ម្ដង|ទៀត។")
  static let notYetHeld = Phrase(
    "It has not taken place yet, so there is nothing to record.", "វា|មិន|ទាន់|ប្រព្រឹត្ត|ទៅ ដូច្នេះ|គ្មាន|អ្វី|កត់ត្រា។")
  static let countedParticipants = Phrase("participants first", "ចំនួន|អ្នក|ចូលរួម|ជា|មុន")
  static let emptyRecord = Phrase(
    "Enter the number of participants, or mark the record as partly recorded",
    "សូម|បំពេញ|ចំនួន|អ្នក|ចូលរួម ឬ|គូស|ថា|កត់ត្រា|បាន|ខ្លះ")
  static let recordedMeanwhile = Phrase(
    "Somebody else has recorded this meanwhile. What you typed is kept here; save once more to put it in its place",
    "មាន|អ្នក|ផ្សេង|បាន|កត់ត្រា|រួច|ហើយ។ អ្វី|ដែល|អ្នក|វាយ|នៅ|ទីនេះ។ សូម|រក្សាទុក|ម្ដង|ទៀត បើ|ចង់|ជំនួស")
  static let dayIsPast = Phrase("Choose today or a later day", "សូម|ជ្រើសរើស|ថ្ងៃ|នេះ ឬ|ថ្ងៃ|ក្រោយ")
  static let askedFirst = Phrase("how many questions were asked first", "ចំនួន|សំណួរ|ដែល|បាន|សួរ|ជា|មុន")
  static let anAmount = Phrase("an amount for this line", "ចំនួន|ទឹកប្រាក់|សម្រាប់|មុខ|ចំណាយ|នេះ")
  static let noteTooLong = Phrase("Keep the note under 1,000 characters", "កំណត់|ចំណាំ|មិន|លើស ១,០០០ តួ")

  static func answeredOverAsked(_ answered: Int, _ asked: Int) -> Phrase {
    Phrase(
      "Answered (\(answered)) cannot be more than asked (\(asked))", "ចំនួន|ឆ្លើយ (\(answered)) មិន|អាច|លើស|ចំនួន|សួរ (\(asked))")
  }

  static func notFreeThen(_ name: LocalizedText) -> Phrase {
    Phrase("\(name) is not free then", "\(name) មិន|ទំនេរ|នៅ|ពេល|នោះ")
  }

  static func whenIsIt(_ date: LocalDate, _ from: TimeOfDay, _ to: TimeOfDay) -> Phrase {
    Phrase("\(date), \(from)–\(to)", "\(date) ម៉ោង \(from)–\(to)")
  }

  static func recordSummary(_ groupCount: Int, _ total: Int) -> Phrase {
    Phrase("\(groupCount) of \(total)", "\(groupCount) ក្នុង|ចំណោម \(total)")
  }
}
