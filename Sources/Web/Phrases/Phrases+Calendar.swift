import Domain

/// Days, weeks, months and holidays.
extension Phrase {
  static let tomorrow = Phrase("Tomorrow", "ថ្ងៃ|ស្អែក")
  static let yesterday = Phrase("Yesterday", "ម្សិលមិញ")
  static let day = Phrase("Day", "ថ្ងៃ")
  static func activitiesPerDay(_ year: Int) -> Phrase {
    Phrase("Activities per day, \(year: year)", "សកម្មភាព|ក្នុង|មួយ|ថ្ងៃ ឆ្នាំ\(year: year)")
  }

  static func busiestDay(_ day: LocalDate, _ count: Int) -> Phrase {
    Phrase("The fullest day is \(day), with \(count).", "ថ្ងៃ|ដែល|ច្រើន|បំផុត|គឺ \(day) មាន \(count)។")
  }

  static let week = Phrase("Week", "សប្ដាហ៍")
  static let month = Phrase("Month", "ខែ")
  static let year = Phrase("Year", "ឆ្នាំ")
  static let list = Phrase("List", "បញ្ជី")
  static let publicHoliday = Phrase("Public holiday", "ថ្ងៃ|ឈប់|សម្រាក")
  static let holidays = Phrase("Holidays", "ថ្ងៃ|ឈប់|សម្រាក")
  static let toConfirm = Phrase("to be confirmed", "រង់ចាំ|ការ|បញ្ជាក់")
  static let next7Days = Phrase("Next 7 days", "៧ ថ្ងៃ|ខាង|មុខ")
  static let nothingPlanned = Phrase("Nothing planned.", "មិន|មាន|គម្រោង។")
  static let clashesThisMonth = Phrase("Clashes this month", "ការ|ជាន់|គ្នា|ក្នុង|ខែ|នេះ")
  static let addActivityOnDay = Phrase("Add activity on this day", "បន្ថែម|សកម្មភាព|ថ្ងៃ|នេះ")
  static let arrowKeysMoveByDay = Phrase("Arrow keys move by day.", "គ្រាប់|ចុច|ព្រួញ|ផ្លាស់|ទី|ម្ដង|មួយ|ថ្ងៃ។")

  static func weekday(_ day: Weekday) -> Phrase {
    switch day {
    case .monday: Phrase("Monday", "ចន្ទ")
    case .tuesday: Phrase("Tuesday", "អង្គារ")
    case .wednesday: Phrase("Wednesday", "ពុធ")
    case .thursday: Phrase("Thursday", "ព្រហស្បតិ៍")
    case .friday: Phrase("Friday", "សុក្រ")
    case .saturday: Phrase("Saturday", "សៅរ៍")
    case .sunday: Phrase("Sunday", "អាទិត្យ")
    }
  }

  private static let months = [
    Phrase("January", "មករា"), Phrase("February", "កុម្ភៈ"), Phrase("March", "មីនា"), Phrase("April", "មេសា"),
    Phrase("May", "ឧសភា"), Phrase("June", "មិថុនា"), Phrase("July", "កក្កដា"), Phrase("August", "សីហា"),
    Phrase("September", "កញ្ញា"), Phrase("October", "តុលា"), Phrase("November", "វិច្ឆិកា"),
    Phrase("December", "ធ្នូ"),
  ]

  /// `number` is 1…12.
  static func month(_ number: Int) -> Phrase {
    months[(number - 1 + 12) % 12]
  }
}
