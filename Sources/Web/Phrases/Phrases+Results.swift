import Domain

/// Costs, reach and awareness. Three costs, never one; never "because".
extension Phrase {
  static let comparison = Phrase("The comparison", "ការ|ប្រៀបធៀប")
  static let measure = Phrase("Measure", "រង្វាស់")
  static let citizensReached = Phrase("Citizens reached", "ពលរដ្ឋ|ដែល|បាន|ទទួល|ព័ត៌មាន")
  static let costPerReached = Phrase("Cost per citizen reached", "ចំណាយ|ក្នុង|ពលរដ្ឋ|ម្នាក់|ដែល|បាន|ទទួល|ព័ត៌មាន")
  static let citizensAware = Phrase("Citizens who know the office", "ពលរដ្ឋ|ដែល|ស្គាល់|ការិយាល័យ")
  static let costPerAware = Phrase("Cost per aware citizen", "ចំណាយ|ក្នុង|ពលរដ្ឋ|ម្នាក់|ដែល|ស្គាល់|ការិយាល័យ")
  static let newlyAware = Phrase("Newly aware citizens", "ពលរដ្ឋ|ដែល|ទើប|ស្គាល់|ការិយាល័យ")
  static let costPerNewlyAware = Phrase("Cost per newly aware citizen", "ចំណាយ|ក្នុង|ពលរដ្ឋ|ម្នាក់|ដែល|ទើប|ស្គាល់|ការិយាល័យ")
  static let spentByReached = Phrase("spent ÷ reached", "ចំណាយ ÷ អ្នក|បាន|ទទួល|ព័ត៌មាន")
  static let spentByAware = Phrase("spent ÷ aware", "ចំណាយ ÷ អ្នក|ស្គាល់")
  static let spentByNewlyAware = Phrase("spent ÷ newly aware", "ចំណាយ ÷ អ្នក|ទើប|ស្គាល់")
  static let shareTimesPeople = Phrase("survey share × people concerned", "ភាគរយ|ស្ទង់|មតិ × មនុស្ស|ពាក់ព័ន្ធ")
  static let whoKnowsOffice = Phrase("Who knows the One Window Office", "អ្នក|ណា|ស្គាល់|ការិយាល័យ|ច្រក|ចេញ|ចូល|តែ|មួយ")
  static let bandIsRange = Phrase(
    "Share of people asked. Band: 95% range. Grey tick: before.",
    "ភាគរយ|នៃ|អ្នក|ដែល|បាន|សួរ។ ឆ្នូត៖ ចន្លោះ ៩៥%។ គំនូស|ប្រផេះ៖ មុន។")
  static let moneyAndReach = Phrase("Money and reach", "ទឹកប្រាក់ និង|ការ|ទៅ|ដល់")
  static let sameCostLines = Phrase(
    "Dashed lines: same cost per citizen reached.", "បន្ទាត់|ដាច់ៗ៖ ចំណាយ|ស្មើ|គ្នា|ក្នុង|ពលរដ្ឋ|ម្នាក់។")
  static let reachedEachMonth = Phrase("Citizens reached each month", "ពលរដ្ឋ|ដែល|បាន|ទទួល|ព័ត៌មាន|ក្នុង|ខែ|នីមួយៗ")
  static let awarenessByGroup = Phrase("Awareness by group", "ការ|ស្គាល់|តាម|ក្រុម")
  static let allNumbersByDistrict = Phrase("All numbers by district", "លេខ|ទាំង|អស់|តាម|ស្រុក")
  static let noClearChange = Phrase("No clear change", "មិន|មាន|ការ|ប្រែប្រួល|ច្បាស់")
  static let notClear = Phrase("not clear", "មិន|ច្បាស់")
  static let counted = Phrase("Counted", "បាន|រាប់")
  static let estimated = Phrase("Estimated", "បាន|ប៉ាន់ស្មាន")
  static let peopleConcerned = Phrase("People concerned", "មនុស្ស|ពាក់ព័ន្ធ")
  static let shorterIsBetter = Phrase("USD. Shorter is better.", "ដុល្លារ។ ខ្លី|ជាង|ល្អ|ជាង។")
  static let notByLot = Phrase(
    "Districts were not chosen by lot, so this shows a difference, not its cause.",
    "ស្រុក|មិន|ត្រូវ|បាន|ជ្រើស|ដោយ|ចៃដន្យ|ទេ ដូច្នេះ|នេះ|បង្ហាញ|ភាព|ខុស|គ្នា មិន|មែន|មូលហេតុ|ទេ។")
  static let baseline = Phrase("Before", "មុន")
  static let midline = Phrase("In between", "ពាក់|កណ្ដាល")
  static let endline = Phrase("After", "ក្រោយ")
  static let inKind = Phrase("In kind", "ជា|សម្ភារៈ ឬ|ពេលវេលា")
  static let printed = Phrase("Printed", "បោះពុម្ព")
  static let recordActivity = Phrase("Record an activity", "កត់ត្រា|សកម្មភាព")
  static let enterSurvey = Phrase("Enter a survey", "បញ្ចូល|ការ|ស្ទង់|មតិ")
  static let people = Phrase("People", "មនុស្ស")
  static let districts = Phrase("Districts", "ស្រុក និង|ក្រុង")

  static func wave(_ wave: Survey.Wave) -> Phrase {
    switch wave {
    case .baseline: .baseline
    case .midline: .midline
    case .endline: .endline
    }
  }

  static func grade(_ grade: ReachGrade) -> Phrase {
    switch grade {
    case .receipt: Phrase("receipt of the network", "បង្កាន់ដៃ|ពី|បណ្ដាញ")
    case .doorVisit: Phrase("visit at the door", "ចុះ|ដល់|ផ្ទះ")
    case .countedHeads: Phrase("heads counted", "រាប់|ចំនួន|មនុស្ស")
    case .estimatedAudience: Phrase("estimated audience", "អ្នក|ស្ដាប់ និង|មើល|ប៉ាន់ស្មាន")
    case .declared: Phrase("as declared", "តាម|ការ|ប្រកាស")
    }
  }

  static func noCostsFor(_ year: Int) -> Phrase {
    Phrase("No costs or surveys for \(code: year) yet", "មិន|ទាន់|មាន|ចំណាយ ឬ|ការ|ស្ទង់|មតិ|ឆ្នាំ \(code: year)")
  }

  static func equalCost(_ amount: Int) -> Phrase { Phrase("USD \(amount) each", "\(code: amount) ដុល្លារ|ម្នាក់") }

  static func inTheYear(_ count: Int) -> Phrase { Phrase("\(count) in the year", "\(count) ក្នុង|មួយ|ឆ្នាំ") }

  static func peopleAsked(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 person asked" : "\(count) people asked", "បាន|សួរ \(count) នាក់")
  }

  static func printedOn(_ date: LocalDate) -> Phrase { Phrase("Printed \(date)", "បោះពុម្ព \(date)") }
}
