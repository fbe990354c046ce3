import Domain

/// Campaigns and their parts.
extension Phrase {
  static let campaign = Phrase("Campaign", "យុទ្ធនាការ")
  static let activity = Phrase("Activity", "សកម្មភាព")
  static let activitiesTitle = Phrase("Activities", "សកម្មភាព")
  static let plan = Phrase("Plan", "គម្រោង")
  static let routesTitle = Phrase("Routes", "ផ្លូវ")
  static let budget = Phrase("Budget", "ថវិកា")
  static let history = Phrase("History", "ប្រវត្តិ")
  static let facilitation = Phrase("Facilitation", "អ្នក|ដឹកនាំ")
  static let period = Phrase("Period", "រយៈពេល")
  static let district = Phrase("District", "ស្រុក ឬ|ក្រុង")
  static let line = Phrase("Line", "មុខ|ចំណាយ")
  static let spent = Phrase("Spent", "បាន|ចំណាយ")
  static let reached = Phrase("Reached", "បាន|ទៅ|ដល់")
  static let target = Phrase("Target", "គោលដៅ")
  static let addActivity = Phrase("Add activity", "បន្ថែម|សកម្មភាព")
  static let printPlan = Phrase("Print plan", "បោះពុម្ព|គម្រោង")
  static let makePlan = Phrase("Make the plan", "រៀប|គម្រោង")
  static let acceptPlan = Phrase("Accept this plan", "ទទួល|យក|គម្រោង|នេះ")
  static let checkAndLaunch = Phrase("Check and launch", "ពិនិត្យ ហើយ|ចាប់ផ្ដើម")
  static let launch = Phrase("Launch", "ចាប់ផ្ដើម")
  static let conflicts = Phrase("Conflicts", "ការ|ជាន់|គ្នា")
  static let conflict = Phrase("Conflict", "ជាន់|គ្នា")
  static let blocksLaunch = Phrase("blocks launch", "ចាប់ផ្ដើម|មិន|បាន")
  static let warning = Phrase("warning", "ព្រមាន")
  static let keepWithReason = Phrase("Keep, with a reason", "ទុក|ដដែល ដោយ|មាន|ហេតុផល")
  static let otherDays = Phrase("Other days", "ថ្ងៃ|ផ្សេង")
  static let timeline = Phrase("Timeline", "កាលវិភាគ")
  static let timelineAsList = Phrase("Show the timeline as a list", "បង្ហាញ|កាលវិភាគ|ជា|បញ្ជី")
  static let budgetByLine = Phrase("Budget by line", "ថវិកា|តាម|មុខ|ចំណាយ")
  static let reachByGroup = Phrase("Reach by group", "ការ|ទៅ|ដល់|តាម|ក្រុម")
  static let barSpentTickPlanned = Phrase("USD. Bar: spent. Tick: planned.", "ដុល្លារ។ របារ៖ បាន|ចំណាយ។ គំនូស៖ គ្រោង។")
  static let barSpentTickPlannedRiel = Phrase("KHR. Bar: spent. Tick: planned.", "រៀល។ របារ៖ បាន|ចំណាយ។ គំនូស៖ គ្រោង។")
  static let nobodyOfKind = Phrase("No campaign is like that.", "គ្មាន|យុទ្ធនាការ|ដូច|នេះ|ទេ។")
  static let barReachedTickPlanned = Phrase("Citizens. Bar: reached. Tick: planned.", "ពលរដ្ឋ។ របារ៖ បាន|ទៅ|ដល់។ គំនូស៖ គ្រោង។")
  static let forecast = Phrase("Forecast", "ការ|ប៉ាន់ស្មាន")
  static let unserved = Phrase("Could not be planned", "មិន|អាច|រៀប|ចូល|គម្រោង")
  static let noCampaigns = Phrase("No campaigns yet", "មិន|ទាន់|មាន|យុទ្ធនាការ")
  static let noCampaignsDetail = Phrase(
    "A campaign holds activities, groups, a budget and volunteers.",
    "យុទ្ធនាការ|មាន|សកម្មភាព ក្រុម|គោលដៅ ថវិកា និង|អ្នក|ស្ម័គ្រចិត្ត។")
  static let planFirstCampaign = Phrase("Plan the first campaign", "រៀប|យុទ្ធនាការ|ដំបូង")
  static let nextEvent = Phrase("Next event", "ព្រឹត្តិការណ៍|បន្ទាប់")
  static let createCampaign = Phrase("Create campaign", "បង្កើត|យុទ្ធនាការ")
  static let nameKhmer = Phrase("Name, Khmer", "ឈ្មោះ|ជា|ភាសា|ខ្មែរ")
  static let nameEnglish = Phrase("Name, English", "ឈ្មោះ|ជា|ភាសា|អង់គ្លេស")
  static let partner = Phrase("Partner organisation", "អង្គការ|ដៃគូ")
  static let starts = Phrase("Starts", "ចាប់ផ្ដើម")
  static let ends = Phrase("Ends", "បញ្ចប់")
  static let participants = Phrase("Participants", "អ្នក|ចូលរួម")
  static let questionsAsked = Phrase("Questions asked", "សំណួរ|ដែល|បាន|សួរ")
  static let actualCost = Phrase("Actual cost", "ចំណាយ|ជាក់ស្ដែង")
  static let receiptNumber = Phrase("Receipt number", "លេខ|បង្កាន់ដៃ")
  static let plannedCost = Phrase("Planned cost", "ចំណាយ|គ្រោង")
  static let saveRecord = Phrase("Save record", "រក្សាទុក|កំណត់|ត្រា")
  static let whatHappened = Phrase("What happened", "អ្វី|បាន|កើត|ឡើង")
  static let equipment = Phrase("Equipment", "សម្ភារៈ")
  static let responsiblePerson = Phrase("Person responsible", "អ្នក|ទទួល|ខុស|ត្រូវ")

  static func facilitation(_ facilitation: Facilitation) -> Phrase {
    switch facilitation {
    case .ngo: Phrase("NGO-led", "ដឹកនាំ|ដោយ|អង្គការ")
    case .government: Phrase("Government-led", "ដឹកនាំ|ដោយ|រដ្ឋបាល")
    case .mixed: Phrase("Mixed", "ដឹកនាំ|រួម|គ្នា")
    }
  }

  static func kind(_ kind: ActivityKind) -> Phrase {
    switch kind {
    case .parade: Phrase("Parade", "ក្បួន|ដង្ហែ")
    case .forum: Phrase("Public forum", "វេទិកា|សាធារណៈ")
    case .citizenHour: Phrase("Citizen hour", "ម៉ោង|ជួប|ប្រជាពលរដ្ឋ")
    case .doorToDoor: Phrase("Door to door", "ចុះ|តាម|ផ្ទះ")
    case .message: Phrase("Message", "សារ")
    case .post: Phrase("Post", "ការ|បង្ហោះ")
    case .spot: Phrase("Radio or TV spot", "ស្ពត|វិទ្យុ ឬ|ទូរទស្សន៍")
    case .call: Phrase("Voice call", "សារ|ជា|សំឡេង")
    case .training: Phrase("Training", "វគ្គ|បណ្ដុះ|បណ្ដាល")
    case .survey: Phrase("Survey", "ការ|ស្ទង់|មតិ")
    case .scorecard: Phrase("Scorecard", "ប័ណ្ណ|ដាក់|ពិន្ទុ")
    case .meeting: Phrase("Meeting", "ការ|ប្រជុំ")
    }
  }

  static func unserved(_ reason: Unserved.Reason) -> Phrase {
    switch reason {
    case .noDayInWindow: Phrase("no free day in its window", "គ្មាន|ថ្ងៃ|ទំនេរ|ក្នុង|រយៈពេល")
    case .noVolunteers: Phrase("not enough volunteers", "អ្នក|ស្ម័គ្រចិត្ត|មិន|គ្រប់")
    case .noExperiencedVolunteer: Phrase("no experienced volunteer", "គ្មាន|អ្នក|ស្ម័គ្រចិត្ត|មាន|បទពិសោធន៍")
    case .noSkill: Phrase("nobody with the skill", "គ្មាន|អ្នក|មាន|ជំនាញ")
    case .noLanguage: Phrase("nobody who speaks the language", "គ្មាន|អ្នក|និយាយ|ភាសា|នោះ")
    case .noResource: Phrase("equipment or venue is taken", "សម្ភារៈ ឬ|ទីតាំង|មិន|ទំនេរ")
    case .venueTooSmall: Phrase("every free venue is too small", "ទីតាំង|ទំនេរ|តូច|ពេក")
    case .predecessorUnplaced: Phrase("what must come before has no day", "សកម្មភាព|មុន|មិន|ទាន់|មាន|ថ្ងៃ")
    case .noDoors: Phrase("no doors on record", "មិន|មាន|ផ្ទះ|ក្នុង|បញ្ជី")
    case .noCoordinates: Phrase("the doors have no coordinates", "ផ្ទះ|គ្មាន|ទីតាំង|លើ|ផែនទី")
    }
  }

  static func costUnit(_ unit: CostLine.Unit) -> Phrase {
    switch unit {
    case .activity: Phrase("once", "ម្ដង")
    case .occurrence: Phrase("each time", "ក្នុង|មួយ|ដង")
    case .volunteer: Phrase("each volunteer", "ក្នុង|អ្នក|ស្ម័គ្រចិត្ត|ម្នាក់")
    case .hour: Phrase("each hour", "ក្នុង|មួយ|ម៉ោង")
    case .door: Phrase("each door", "ក្នុង|មួយ|ផ្ទះ")
    case .person: Phrase("each person", "ក្នុង|មនុស្ស|ម្នាក់")
    case .month: Phrase("each month", "ក្នុង|មួយ|ខែ")
    }
  }
}
