import Actions
import Domain

/// What the results say in one sentence. Differences, never causes.
extension Phrase {
  static func finding(_ finding: ResultsFinding, _ view: ResultsView) -> Phrase {
    switch finding {
    case .nothing: return noResultsYet
    case .tooFew: return Phrase("Too few people were asked to compare", "បាន|សួរ|មនុស្ស|តិច|ពេក មិន|អាច|ប្រៀបធៀប|បាន")
    case .noClearDifference:
      return Phrase(
        "No clear difference between NGO-led and government-led districts",
        "មិន|មាន|ភាព|ខុស|គ្នា|ច្បាស់ រវាង|ស្រុក|ដឹកនាំ|ដោយ|អង្គការ និង|ស្រុក|ដឹកនាំ|ដោយ|រដ្ឋបាល")
    case .oneSided(let facilitation): return oneSided(facilitation)
    case .cost(let relative, let ratio): return costFinding(relative, ratio)
    case .awareness(let ngo, let government):
      let (a, b) = (Int((ngo * 100).rounded()), Int((government * 100).rounded()))
      return Phrase(
        "\(a)% know the office in NGO-led districts, \(b)% in government-led districts",
        "\(a)% ស្គាល់|ការិយាល័យ|ក្នុង|ស្រុក|ដឹកនាំ|ដោយ|អង្គការ ហើយ \(b)% ក្នុង|ស្រុក|ដឹកនាំ|ដោយ|រដ្ឋបាល")
    }
  }

  private static func oneSided(_ facilitation: Facilitation) -> Phrase {
    switch facilitation {
    case .ngo:
      Phrase("Only NGO-led districts have results so far", "មាន|លទ្ធផល|តែ|ស្រុក|ដឹកនាំ|ដោយ|អង្គការ|ប៉ុណ្ណោះ")
    case .government:
      Phrase("Only government-led districts have results so far", "មាន|លទ្ធផល|តែ|ស្រុក|ដឹកនាំ|ដោយ|រដ្ឋបាល|ប៉ុណ្ណោះ")
    case .mixed: Phrase("Only jointly led districts have results so far", "មាន|លទ្ធផល|តែ|ស្រុក|ដឹកនាំ|រួម|គ្នា|ប៉ុណ្ណោះ")
    }
  }

  private static func costFinding(_ relative: Double, _ ratio: Double?) -> Phrase {
    let percent = Int((abs(relative) * 100).rounded())
    let cost =
      relative < 0
      ? Phrase(
        "each newly aware citizen costs \(percent)% less in NGO-led districts",
        "ពលរដ្ឋ|ម្នាក់|ដែល|ទើប|ស្គាល់ ចំណាយ|តិច|ជាង \(percent)% ក្នុង|ស្រុក|ដឹកនាំ|ដោយ|អង្គការ")
      : Phrase(
        "each newly aware citizen costs \(percent)% more in NGO-led districts",
        "ពលរដ្ឋ|ម្នាក់|ដែល|ទើប|ស្គាល់ ចំណាយ|ច្រើន|ជាង \(percent)% ក្នុង|ស្រុក|ដឹកនាំ|ដោយ|អង្គការ")
    guard let ratio, ratio.isFinite, ratio > 0 else { return cost }
    if ratio >= 1.05 {
      let times = English.wording.decimal(ratio, places: 1)
      return Phrase(
        "NGO-led districts spend \(times) times as much, and \(cost)",
        "ស្រុក|ដឹកនាំ|ដោយ|អង្គការ|ចំណាយ \(times) ដង ហើយ|\(cost)")
    }
    if ratio <= 0.95 {
      let times = English.wording.decimal(1 / ratio, places: 1)
      return Phrase(
        "Government-led districts spend \(times) times as much, and \(cost)",
        "ស្រុក|ដឹកនាំ|ដោយ|រដ្ឋបាល|ចំណាយ \(times) ដង ហើយ|\(cost)")
    }
    return Phrase("Both spend about the same, and \(cost)", "ទាំង|ពីរ|ចំណាយ|ប្រហែល|គ្នា ហើយ|\(cost)")
  }

  static func noFigure(_ reason: NoFigure) -> Phrase {
    switch reason {
    case .nothingSpent: Phrase("nothing spent", "មិន|ទាន់|ចំណាយ")
    case .nobodyReached: Phrase("nobody reached", "មិន|ទាន់|ដល់|នរណា")
    case .noSurvey: Phrase("no survey", "គ្មាន|ការ|ស្ទង់|មតិ")
    case .noBaseline: Phrase("no survey before", "គ្មាន|ការ|ស្ទង់|មតិ|មុន")
    case .tooFewAsked: .tooFew
    case .noClearChange: .noClearChange
    case .fewerAware: Phrase("fewer know it than before", "ស្គាល់|តិច|ជាង|មុន")
    case .peopleConcernedUnknown: Phrase("people concerned not recorded", "មិន|បាន|កត់ត្រា|មនុស្ស|ពាក់ព័ន្ធ")
    case .notSurveyedEverywhere: Phrase("not surveyed everywhere", "មិន|បាន|ស្ទង់|មតិ|គ្រប់|ទីកន្លែង")
    }
  }

  static let noResultsYet = Phrase("No costs or surveys yet", "មិន|ទាន់|មាន|ចំណាយ ឬ|ការ|ស្ទង់|មតិ")
  static let resultsOfChannel = Phrase("Money and reach of one channel", "ទឹកប្រាក់ និង|ការ|ទៅ|ដល់ តាម|មធ្យោបាយ|មួយ")
  static let noAwarenessByChannel = Phrase(
    "A survey does not say which channel somebody learned from, so awareness is not shown for one channel.",
    "ការ|ស្ទង់|មតិ|មិន|ប្រាប់|ថា ពលរដ្ឋ|ដឹង|តាម|មធ្យោបាយ|ណា|ទេ ដូច្នេះ|មិន|បង្ហាញ|ការ|ស្គាល់|តាម|មធ្យោបាយ|មួយ។")
  static let byChannel = Phrase("By channel", "តាម|មធ្យោបាយ")
  static let perReachedShort = Phrase("Per reached", "ម្នាក់|ដែល|បាន|ទទួល")
  static let perAwareShort = Phrase("Per aware", "ម្នាក់|ដែល|ស្គាល់")
  static let perNewlyAwareShort = Phrase("Per newly aware", "ម្នាក់|ដែល|ទើប|ស្គាល់")
  static let awareShort = Phrase("Aware", "ស្គាល់")
  static let range95 = Phrase("95% range", "ចន្លោះ ៩៥%")
  static let share = Phrase("Share", "ភាគរយ")
  static let under10 = Phrase("under 10", "តិច|ជាង ១០")
  static let allYears = Phrase("All years", "គ្រប់|ឆ្នាំ")
  static let allDistricts = Phrase("All districts", "គ្រប់|ស្រុក")
  static let allChannels = Phrase("All channels", "គ្រប់|មធ្យោបាយ")
  static let everyonesNumbersAbove = Phrase("All values are in the tables.", "តម្លៃ|ទាំង|អស់|មាន|ក្នុង|តារាង។")
  static let countedPeopleExplained = Phrase(
    "People met several times count once; where heads were counted, the figure is a range.",
    "មនុស្ស|ដែល|បាន|ជួប|ច្រើន|ដង|រាប់|តែ|ម្ដង។ ពេល|រាប់|ក្បាល តួ|លេខ|ជា|ចន្លោះ។")
  static let importResults = Phrase("Enter results from a file", "បញ្ចូល|លទ្ធផល|ពី|ឯកសារ")
  static let importResultsHint = Phrase(
    "A CSV file with the headers of the events export. Good rows are kept; the others come back with their reasons.",
    "ឯកសារ CSV ដែល|មាន|ឈ្មោះ|ជួរ|ឈរ|ដូច|ឯកសារ|ព្រឹត្តិការណ៍។ ជួរ|ត្រឹមត្រូវ|ត្រូវ|បាន|រក្សាទុក ជួរ|ផ្សេង|ត្រឡប់|មក|វិញ|ជា|មួយ|ហេតុផល។")
  static let attendance = Phrase("Attendance", "អ្នក|ចូល|រួម")
  static let costsOf = Phrase("Costs", "ចំណាយ")
  static let surveyAnswers = Phrase("Survey answers", "ចម្លើយ|ស្ទង់|មតិ")
  static let whatFileHolds = Phrase("What the file holds", "អ្វី|ដែល|មាន|ក្នុង|ឯកសារ")
  static let wave = Phrase("When people were asked", "ពេល|ដែល|បាន|សួរ")
  static let downloadRejects = Phrase("Rows that were not taken", "ជួរ|ដែល|មិន|បាន|យក")
  static let copyRejects = Phrase(
    "Copy these rows into a file, mend them and import it again.", "សូម|ចម្លង|ជួរ|ទាំង|នេះ|ទៅ|ឯកសារ កែ រួច|នាំ|ចូល|ម្ដង|ទៀត។")

  static func ofConcerned(_ percent: String) -> Phrase {
    Phrase("\(percent) of the people concerned", "\(percent) នៃ|មនុស្ស|ពាក់ព័ន្ធ")
  }

  static func plannedAmount(_ amount: String) -> Phrase { Phrase("planned \(amount)", "គម្រោង \(amount)") }

  static func districtsEach(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 district" : "\(count) districts", "\(count) ស្រុក")
  }

  static func rateUsed(_ perUSD: Int, _ from: LocalDate) -> Phrase {
    Phrase("USD 1 = KHR \(perUSD) from \(from).", "១ ដុល្លារ = \(perUSD) រៀល ចាប់|ពី \(from)។")
  }

  static func notConverted(_ count: Int) -> Phrase {
    Phrase(
      "\(count) amounts have no exchange rate for their day and are not counted.",
      "ចំនួន|ទឹកប្រាក់ \(count) គ្មាន|អត្រា|ប្ដូរ|ប្រាក់|សម្រាប់|ថ្ងៃ|នោះ ហើយ|មិន|បាន|រាប់។")
  }

  static func rowsTaken(_ taken: Int, _ rejected: Int) -> Phrase {
    Phrase("\(taken) rows taken, \(rejected) not taken", "បាន|យក \(taken) ជួរ មិន|យក \(rejected) ជួរ")
  }
}
