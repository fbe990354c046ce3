import Domain

/// What to do about an answer in a form: names the field and gives an example; no blame.
extension Phrase {
  static let chooseDistrict = Phrase(
    "Choose at least one district", "សូម|ជ្រើសរើស|ស្រុក ឬ|ក្រុង|យ៉ាង|តិច|មួយ")
  static let chooseOne = Phrase("Choose one of these", "សូម|ជ្រើសរើស|មួយ")
  static let dateForm = Phrase("Enter a date like 19/11/2026", "សូម|បំពេញ|ថ្ងៃខែ ឧទាហរណ៍ 19/11/2026")
  static let timeForm = Phrase("Enter a time like 08:30", "សូម|បំពេញ|ម៉ោង ឧទាហរណ៍ 08:30")
  static let wholeNumber = Phrase("Enter a whole number, 0 or more", "សូម|បំពេញ|លេខ|គត់ ចាប់|ពី ០ ឡើង")
  static let moneyForm = Phrase("Enter an amount like 120 or 120.50", "សូម|បំពេញ|ចំនួន|ទឹកប្រាក់ ឧទាហរណ៍ 120.50")
  static let phoneForm = Phrase(
    "Enter a phone number like 012 345 678", "សូម|បំពេញ|លេខ|ទូរស័ព្ទ ឧទាហរណ៍ 012 345 678")
  static let fileForm = Phrase(
    "The file must be CSV or XLSX, up to 20 MB", "ឯកសារ|ត្រូវ|ជា CSV ឬ XLSX មិន|លើស 20 MB")
  static let signInFailed = Phrase(
    "Name and password do not belong together", "ឈ្មោះ និង|ពាក្យ|សម្ងាត់|មិន|ត្រូវ|គ្នា")
  static let dayDoesNotExist = Phrase("This day does not exist", "គ្មាន|ថ្ងៃ|នេះ|ទេ")

  /// `field` as it stands in the middle of a sentence: "a name for this activity".
  static func enter(_ field: Phrase) -> Phrase { Phrase("Enter \(field)", "សូម|បំពេញ|\(field)") }

  static let aNameForActivity = Phrase("a name for this activity", "ឈ្មោះ|សកម្មភាព")
  static let aNameForCampaign = Phrase("a name for this campaign", "ឈ្មោះ|យុទ្ធនាការ")
  static let aNameForGroup = Phrase("a name for this group", "ឈ្មោះ|ក្រុម")
  static let aName = Phrase("a name", "ឈ្មោះ")
  static let aText = Phrase("a text", "អត្ថបទ")
  static let aReason = Phrase("a reason", "មូលហេតុ")
  static let aPassword = Phrase("a password", "ពាក្យ|សម្ងាត់")

  static func endBeforeStart(_ start: LocalDate) -> Phrase {
    Phrase("The end must be on or after the start, \(start)", "ថ្ងៃ|បញ្ចប់|មិន|អាច|មុន|ថ្ងៃ|ចាប់ផ្ដើម \(start)")
  }

  static func outsideCampaign(_ from: LocalDate, _ to: LocalDate) -> Phrase {
    Phrase(
      "The date must be inside the campaign: \(English.wording.period(from, to).replacing(" – ", with: " to "))",
      "ថ្ងៃ|ត្រូវ|ស្ថិត|ក្នុង|រយៈពេល|យុទ្ធនាការ៖ \(from) ដល់ \(to)")
  }

  static func partOverTotal(_ part: Phrase, _ count: Int, _ total: Int) -> Phrase {
    Phrase(
      "\(part) (\(count)) cannot be more than participants (\(total))",
      "\(part) (\(count)) មិន|អាច|លើស|ចំនួន|អ្នក|ចូលរួម (\(total))")
  }

  static func typeCount(_ count: Int) -> Phrase {
    Phrase(
      "Type \(code: count), the number of people who will get this",
      "សូម|វាយ|លេខ \(code: count) គឺ|ចំនួន|មនុស្ស|ដែល|នឹង|ទទួល")
  }

  static func textTooLong(_ over: Int, _ parts: Int) -> Phrase {
    Phrase(
      "The text is \(over) \(over == 1 ? "character" : "characters") too long for \(parts) \(parts == 1 ? "part" : "parts")",
      "អត្ថបទ|វែង|លើស \(over) តួ សម្រាប់ \(parts) ផ្នែក")
  }

  static func insideQuietHours(_ from: TimeOfDay, _ to: TimeOfDay) -> Phrase {
    Phrase(
      "Choose a time between \(from) and \(to)",
      "សូម|ជ្រើសរើស|ម៉ោង|ចន្លោះ \(from.description) និង \(to.description)")
  }

  static func atLeast(_ least: Int) -> Phrase {
    Phrase("Enter \(least) or more, or leave it empty", "សូម|បំពេញ \(least) ឬ|លើស ឬ|ទុក|ទទេ")
  }
}
