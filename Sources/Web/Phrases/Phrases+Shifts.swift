import Domain

/// Shifts, replacements, routes and paper sheets, as coordinators follow them.
extension Phrase {
  static let numbers = Phrase("Numbers", "តួលេខ")
  static let teams = Phrase("Teams", "ក្រុម|ការងារ")
  static let team = Phrase("Team", "ក្រុម|ការងារ")
  static let teamsShort = Phrase("Teams without enough people", "ក្រុម|ដែល|ខ្វះ|មនុស្ស")
  static let noShifts = Phrase("No shifts in these days", "គ្មាន|វេន|ក្នុង|ថ្ងៃ|ទាំង|នេះ")
  static let noShiftsDetail = Phrase(
    "Shifts come from an accepted plan.", "វេន|មក|ពី|គម្រោង|ដែល|បាន|ទទួល|យក។")
  static let noRoutes = Phrase("No routes in these days", "គ្មាន|ផ្លូវ|ក្នុង|ថ្ងៃ|ទាំង|នេះ")
  static let noRoutesDetail = Phrase(
    "Routes come from an accepted plan with door-to-door work.", "ផ្លូវ|មក|ពី|គម្រោង|ចុះ|តាម|ផ្ទះ|ដែល|បាន|ទទួល|យក។")
  static let noVolunteersDetail = Phrase(
    "Import a list: outreach import volunteers FILE", "សូម|នាំ|ចូល|បញ្ជី៖ outreach import volunteers FILE")
  static let nobodyMatches = Phrase("Nobody matches", "គ្មាន|អ្នក|ណា|ត្រូវ|នឹង|តម្រង")
  static let freeOn = Phrase("Free on", "ទំនេរ|នៅ|ថ្ងៃ")
  static let home = Phrase("Lives in", "រស់|នៅ")
  static let hoursThatWeek = Phrase("Hours that week", "ម៉ោង|ក្នុង|សប្ដាហ៍|នោះ")
  static let freeTimes = Phrase("Free times", "ម៉ោង|ទំនេរ")
  static let awayDays = Phrase("Away", "ថ្ងៃ|មិន|នៅ")
  static let pastShifts = Phrase("Past shifts", "វេន|កន្លង|មក")
  static let comingShifts = Phrase("Coming shifts", "វេន|ខាង|មុខ")
  static let newLink = Phrase("New link, ending the old one", "តំណ|ថ្មី បញ្ចប់|តំណ|ចាស់")
  static let makeLink = Phrase("Make a personal link", "បង្កើត|តំណ|ផ្ទាល់|ខ្លួន")
  static let makeLinks = Phrase("Make the personal links", "បង្កើត|តំណ|ផ្ទាល់|ខ្លួន")
  static let withdrawLink = Phrase("Withdraw the link", "ដក|តំណ|វិញ")
  static let noLinkYet = Phrase("No personal link yet.", "មិន|ទាន់|មាន|តំណ|ផ្ទាល់|ខ្លួន។")
  static let noLinkForSheet = Phrase(
    "Nobody of this team has a personal link yet, so the sheet has no code.",
    "ក្រុម|នេះ|មិន|ទាន់|មាន|តំណ|ផ្ទាល់|ខ្លួន ដូច្នេះ|សន្លឹក|គ្មាន|កូដ។")
  static let linkIsSecret = Phrase(
    "Whoever has the link or the code sees this person’s shifts and doors. Give it to nobody else.",
    "អ្នក|ណា|មាន|តំណ ឬ|កូដ អាច|មើល|វេន និង|ផ្ទះ|របស់|គាត់។ សូម|កុំ|ឱ្យ|អ្នក|ផ្សេង។")
  static let nobodyFree = Phrase("Nobody else is free at that time.", "គ្មាន|អ្នក|ផ្សេង|ទំនេរ|នៅ|ម៉ោង|នោះ|ទេ។")
  static let everybodyThere = Phrase("Every team has enough people.", "ក្រុម|ទាំង|អស់|មាន|មនុស្ស|គ្រប់។")
  static func notAskedCount(_ count: Int) -> Phrase { Phrase("\(count) not asked yet", "មិន|ទាន់|សួរ \(count) នាក់") }
  static func andOthers(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "and 1 other" : "and \(count) others", "និង \(count) នាក់|ទៀត")
  }
  static let ask = Phrase("Ask", "សួរ")
  static let doorsDone = Phrase("Doors done", "ផ្ទះ|រួច")
  static let visitAgain = Phrase("Need another visit", "ត្រូវ|ទៅ|ម្ដង|ទៀត")
  static let peopleOnRoute = Phrase("People", "មនុស្ស")
  static let routeDone = Phrase("of the doors", "នៃ|ផ្ទះ")
  static let noneYet = Phrase("none yet", "មិន|ទាន់|មាន")
  static let checkAbove90 = Phrase("above 90% or under 40 seconds is marked", "លើស 90% ឬ|តិច|ជាង 40 វិនាទី ត្រូវ|សម្គាល់")
  static let metAtDone = Phrase("somebody met, of the doors done", "បាន|ជួប ក្នុង|ផ្ទះ|រួច")
  static let medianOfTeam = Phrase("in the middle of all", "តម្លៃ|កណ្ដាល")
  static let resultColumn = Phrase("Result", "លទ្ធផល")
  static let paperHint = Phrase(
    "Keys 1 to 5 choose the result of a row, Tab goes on. Rows without a result are left as they are.",
    "គ្រាប់|ចុច 1 ដល់ 5 ជ្រើស|លទ្ធផល|នៃ|ជួរ Tab ទៅ|មុខ។ ជួរ|គ្មាន|លទ្ធផល|នៅ|ដដែល។")
  static let saveSheet = Phrase("Save the sheet", "រក្សាទុក|សន្លឹក")
  static let nothingTyped = Phrase("Choose the result of at least one house", "សូម|ជ្រើសរើស|លទ្ធផល|ផ្ទះ|យ៉ាង|តិច|មួយ")
  static let shortOpening = Phrase(
    "“I come from the One Window Service Office. Do you know this office?” If they do not agree, thank them and go on.",
    "«ខ្ញុំ|មក|ពី|ការិយាល័យ|ច្រក|ចេញ|ចូល|តែ|មួយ។ តើ|អ្នក|ស្គាល់|ការិយាល័យ|នេះ|ទេ?» បើ|គាត់|មិន|យល់ព្រម សូម|អរគុណ ហើយ|បន្ត|ទៅ|ផ្ទះ|ក្រោយ។")
  static let writeNumberHere = Phrase("write the number here", "សូម|សរសេរ|លេខ|នៅ|ទីនេះ")
  static let leafletsTitle = Phrase("Leaflets", "ខិត្តប័ណ្ណ")
  static let rowNumber = Phrase("No.", "លេខ")

  static func sheetPage(_ houses: Int, page: Int, of pages: Int) -> Phrase {
    Phrase("\(houses) houses · page \(page) of \(pages)", "ផ្ទះ \(houses) · ទំព័រ \(page) នៃ \(pages)")
  }

  static func askFirst(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "Ask the first" : "Ask the first \(count)", "សួរ|អ្នក|ដំបូង \(count) នាក់")
  }

  static func freeAtThatTime(_ count: Int) -> Phrase {
    Phrase(
      count == 1 ? "1 person is free at that time" : "\(count) people are free at that time",
      "\(count) នាក់|ទំនេរ|នៅ|ម៉ោង|នោះ")
  }

  static func shiftSummary(asked: Int, confirmed: Int, unanswered: Int, declined: Int, needed: Int) -> Phrase {
    Phrase(
      "Of \(asked) asked: \(confirmed) confirmed, \(unanswered) no answer, \(declined) declined. \(needed) are needed.",
      "បាន|សួរ \(asked) នាក់៖ បញ្ជាក់ \(confirmed) មិន|ទាន់|ឆ្លើយ \(unanswered) បដិសេធ \(declined)។ ត្រូវការ \(needed)។")
  }

  static func routesAndHouses(_ routes: Int, _ houses: Int) -> Phrase {
    Phrase(
      "\(routes) \(routes == 1 ? "route" : "routes"), \(houses) \(houses == 1 ? "house" : "houses")",
      "\(routes) ផ្លូវ \(houses) ផ្ទះ")
  }

  static func leftOut(_ reason: Replacement.LeftOut, _ count: Int) -> Phrase {
    switch reason {
    case .declined: Phrase("\(count) declined", "\(count) នាក់|បាន|បដិសេធ")
    case .onAnotherShift: Phrase("\(count) on another shift", "\(count) នាក់|មាន|វេន|ផ្សេង")
    case .notFree: Phrase("\(count) not free then", "\(count) នាក់|មិន|ទំនេរ")
    case .tooManyHours: Phrase("\(count) over their hours", "\(count) នាក់|លើស|ម៉ោង")
    case .tooFar: Phrase("\(count) too far away", "\(count) នាក់|នៅ|ឆ្ងាយ|ពេក")
    }
  }

  static func notListed(_ reasons: String) -> Phrase { Phrase("Not listed: \(reasons).", "មិន|មាន|ក្នុង|បញ្ជី៖ \(reasons)។") }

  static func fit(_ fit: Replacement.Fit) -> Phrase {
    switch fit {
    case .veryGood: .veryGood
    case .good: .good
    case .possible: .possible
    }
  }

  static func reason(_ reason: Replacement.Reason) -> Phrase {
    switch reason {
    case .walkedThere(let times): Phrase("walked there \(times == 1 ? "once" : "\(times) times")", "ធ្លាប់|ដើរ|ទីនោះ \(times) ដង")
    case .livesThere: Phrase("lives there", "រស់|នៅ|ទីនោះ")
    case .isExperienced: Phrase("experienced", "មាន|បទពិសោធន៍")
    case .speaks(let code): Phrase("speaks \(language(code))", "និយាយ \(language(code))")
    case .firstTimeThere: Phrase("first time there", "ទៅ|ទីនោះ|លើក|ដំបូង")
    case .lacksSkill(let skill): Phrase("lacks the skill “\(Phrase.skill(skill).en)”", "ខ្វះ|ជំនាញ «\(Phrase.skill(skill).km)»")
    case .lacksLanguage(let code): Phrase("does not speak \(language(code))", "មិន|និយាយ \(language(code))")
    case .needsExperiencedPartner: Phrase("needs an experienced partner", "ត្រូវ|មាន|គូ|ដែល|មាន|បទពិសោធន៍")
    }
  }

  /// Languages spoken in Cambodia by name, others by their code.
  static func language(_ code: String) -> Phrase {
    switch code {
    case "km": Phrase("Khmer", "ខ្មែរ")
    case "en": Phrase("English", "អង់គ្លេស")
    case "cja": Phrase("Western Cham", "ចាម")
    case "vi": Phrase("Vietnamese", "វៀតណាម")
    case "lo": Phrase("Lao", "ឡាវ")
    case "zh": Phrase("Chinese", "ចិន")
    default: Phrase("\(code)", "\(code)")
    }
  }
}
