import Domain

/// Settings, accounts and the health of the service.
extension Phrase {
  static let office = Phrase("Office", "ការិយាល័យ")
  static let users = Phrase("Users", "អ្នក|ប្រើ")
  static let roleTitle = Phrase("Role", "តួនាទី")
  static let area = Phrase("Area", "តំបន់")
  static let channelsAndPrices = Phrase("Channels and prices", "មធ្យោបាយ និង|តម្លៃ")
  static let exchangeRate = Phrase("Exchange rate", "អត្រា|ប្ដូរ|ប្រាក់")
  static let provider = Phrase("Provider", "ក្រុមហ៊ុន|ផ្ដល់|សេវា")
  static let pricePerPart = Phrase("Price per part", "តម្លៃ|ក្នុង|មួយ|ផ្នែក")
  static let speed = Phrase("Speed", "ល្បឿន")
  static let addUser = Phrase("Add user", "បន្ថែម|អ្នក|ប្រើ")
  static let switchOff = Phrase("Switch off", "បិទ")
  static let newPassword = Phrase("New password", "ពាក្យ|សម្ងាត់|ថ្មី")
  static let khmerDigitsEverywhere = Phrase("Khmer digits everywhere", "លេខ|ខ្មែរ|គ្រប់|ទីកន្លែង")
  static let appearance = Phrase("Appearance", "រូបរាង")
  static let light = Phrase("Light", "ភ្លឺ")
  static let dark = Phrase("Dark", "ងងឹត")
  static let asTheDevice = Phrase("As the device", "តាម|ឧបករណ៍")
  static let healthy = Phrase("Working", "ដំណើរការ|ល្អ")
  static let version = Phrase("Version", "កំណែ")
  static let database = Phrase("Store", "ឃ្លាំង|ទិន្នន័យ")
  static let doNotContactMe = Phrase("Do not contact me again", "កុំ|ទាក់ទង|ខ្ញុំ|ទៀត")
  static let stopDone = Phrase(
    "Done. You will get no more messages from us.", "រួច|រាល់។ អ្នក|នឹង|មិន|ទទួល|សារ|ពី|យើង|ទៀត|ទេ។")
  static let noResultsFound = Phrase("Nothing found", "រក|មិន|ឃើញ|អ្វី|ទេ")

  static func searchResults(_ query: String) -> Phrase {
    Phrase("Results for “\(query)”", "លទ្ធផល|ស្វែងរក «\(query)»")
  }
}
