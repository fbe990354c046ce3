/// Pages for when something cannot be shown or was not saved.
extension Phrase {
  static let errorPrefix = Phrase("Error: ", "កំហុស៖ ")
  static let thereIsAProblem = Phrase("There is a problem", "មាន|បញ្ហា")
  static let pageNotFound = Phrase("This page does not exist", "គ្មាន|ទំព័រ|នេះ|ទេ")
  static let pageNotFoundDetail = Phrase(
    "It may have been removed.", "ទំព័រ|នេះ|ប្រហែល|ត្រូវ|បាន|លុប|ហើយ។")
  static let wrongMethod = Phrase("This address cannot be used that way", "មិន|អាច|ប្រើ|អាសយដ្ឋាន|តាម|របៀប|នេះ|បាន|ទេ")
  static let wrongMethodDetail = Phrase(
    "Go back and use the button on the page.", "សូម|ត្រឡប់|ក្រោយ ហើយ|ប្រើ|ប៊ូតុង|លើ|ទំព័រ។")
  static let noRight = Phrase("Your role cannot do this", "តួនាទី|របស់|អ្នក|មិន|អាច|ធ្វើ|ការ|នេះ|បាន|ទេ")
  static let noRightAskAdministrator = Phrase(
    "Ask the administrator of your office.", "សូម|សួរ|អ្នក|គ្រប់គ្រង|ប្រព័ន្ធ|នៃ|ការិយាល័យ|របស់|អ្នក។")
  static let signedOut = Phrase("You were signed out", "អ្នក|បាន|ចាក|ចេញ")
  static let signedOutDetail = Phrase(
    "Your text is kept; sign in to save it.", "អត្ថបទ|នៅ|រក្សាទុក។ សូម|ចូល|ប្រើ|ដើម្បី|រក្សាទុក|វា។")
  static let formTooOld = Phrase("This form is too old", "ទម្រង់|នេះ|ចាស់|ពេក|ហើយ")
  static let formTooOldDetail = Phrase(
    "Go back, load the page again, and save once more.",
    "សូម|ត្រឡប់|ក្រោយ បើក|ទំព័រ|ម្ដង|ទៀត ហើយ|រក្សាទុក|សា|ជា|ថ្មី។")
  static let formUnreadable = Phrase("This form arrived incomplete", "ទម្រង់|នេះ|មក|ដល់|មិន|គ្រប់")
  static let seeBoth = Phrase("See both", "មើល|ទាំង|ពីរ")
  static let serverError = Phrase("Something went wrong on our side", "មាន|បញ្ហា|ខាង|ប្រព័ន្ធ")
  static let yourTextIsKept = Phrase("Your text is kept below.", "អត្ថបទ|របស់|អ្នក|នៅ|រក្សាទុក|ខាង|ក្រោម។")
  static let nothingReachable = Phrase(
    "You are offline. You can read this page; changes need the network.",
    "គ្មាន|អ៊ីនធឺណិត។ អ្នក|អាច|អាន|ទំព័រ|នេះ|បាន ប៉ុន្តែ|ការ|កែ|ត្រូវការ|បណ្ដាញ។")

  static func noRightAsk(_ name: String) -> Phrase {
    Phrase(
      "Your role can read this but not change it. Ask \(name).",
      "តួនាទី|របស់|អ្នក|អាច|អាន|បាន តែ|មិន|អាច|កែ|បាន|ទេ។ សូម|សួរ \(name)។")
  }

  static func changedMeanwhile(_ name: String, _ time: String) -> Phrase {
    Phrase("\(name) changed this at \(time)", "\(name) បាន|កែ|នៅ|ម៉ោង \(time)")
  }

  static func serverErrorDetail(_ number: String) -> Phrase {
    Phrase(
      "Nothing was saved. Number for support: \(number).", "មិន|មាន|អ្វី|ត្រូវ|បាន|រក្សាទុក|ទេ។ លេខ|សម្រាប់|ជំនួយ៖ \(number)។")
  }
}
