import Actions
import Domain

/// People, groups, consent and import.
extension Phrase {
  static let group = Phrase("Group", "ក្រុម")
  static let peopleTitle = Phrase("People", "មនុស្ស")
  static let householdsTitle = Phrase("Households", "គ្រួសារ")
  static let whoIsInGroup = Phrase("Who is in this group", "អ្នក|ណា|ខ្លះ|ក្នុង|ក្រុម|នេះ")
  static let peopleLeftAfterStep = Phrase("People left after each step", "ចំនួន|នៅ|សល់|ក្រោយ|ជំហាន|នីមួយៗ")
  static let everyoneOnRecord = Phrase("Everyone on record", "មនុស្ស|ទាំង|អស់|ក្នុង|បញ្ជី")
  static let owns = Phrase("Owns", "មាន")
  static let livesIn = Phrase("Lives in", "រស់|នៅ")
  static let ageFrom = Phrase("Age from", "អាយុ|ចាប់|ពី")
  static let ageTo = Phrase("to", "ដល់")
  static let or = Phrase("or", "ឬ")
  static let and = Phrase("and", "និង")
  static let not = Phrase("not", "មិន")
  static let motorbike = Phrase("a motorbike", "ម៉ូតូ")
  static let houseOwned = Phrase("a house", "ផ្ទះ")
  static let business = Phrase("a business", "អាជីវកម្ម")
  static let land = Phrase("land", "ដី")
  static let sex = Phrase("Sex", "ភេទ")
  static let male = Phrase("Male", "បុរស")
  static let age = Phrase("Age", "អាយុ")
  static let hasPhone = Phrase("has a phone", "មាន|ទូរស័ព្ទ")
  static let leaveOutStopped = Phrase(
    "Leave out people who asked to stop, or never agreed", "មិន|រាប់|អ្នក|ដែល|សុំ|ឈប់ ឬ|មិន|ដែល|យល់ព្រម")
  static let addRule = Phrase("Add a rule", "បន្ថែម|លក្ខខណ្ឌ")
  static let updateCounts = Phrase("Update counts", "រាប់|ម្ដង|ទៀត")
  static let countsUpdate = Phrase("Counts update as you type.", "ចំនួន|ប្ដូរ|តាម|ការ|វាយ|របស់|អ្នក។")
  static let notCountedUntilCorrected = Phrase("Not counted until corrected", "មិន|រាប់|ទេ រហូត|ដល់|កែ|រួច")
  static let peopleInGroup = Phrase("People in this group", "មនុស្ស|ក្នុង|ក្រុម|នេះ")
  static let howWeReachThem = Phrase("How we can reach them", "របៀប|ទាក់ទង|ពួក|គាត់")
  static let oneMayHaveMore = Phrase("One person may have more than one way", "ម្នាក់|អាច|មាន|មធ្យោបាយ|ច្រើន")
  static let doorVisitOnly = Phrase("Door visit only", "ចុះ|ដល់|ផ្ទះ|តែ|ប៉ុណ្ណោះ")
  static let whoTheyAre = Phrase("Who they are", "ពួក|គាត់|ជា|អ្នក|ណា")
  static let notRecordedIsNotNo = Phrase(
    "Grey at the right: not recorded. It is never counted as “no”.",
    "ប្រផេះ|ខាង|ស្ដាំ៖ មិន|បាន|កត់ត្រា។ មិន|ចាត់|ទុក|ថា «ទេ» ឡើយ។")
  static let fiveAtRandom = Phrase("Five people at random", "មនុស្ស|ប្រាំ|នាក់|ដោយ|ចៃដន្យ")
  static let phonesHidden = Phrase(
    "To check the rules. Phone numbers are hidden.", "ដើម្បី|ពិនិត្យ|លក្ខខណ្ឌ។ លេខ|ទូរស័ព្ទ|ត្រូវ|បាន|លាក់។")
  static let person = Phrase("Person", "មនុស្ស")
  static let communeColumn = Phrase("Commune", "ឃុំ ឬ|សង្កាត់")
  static let ownsColumn = Phrase("Owns", "មាន")

  static func owns(_ possession: AudienceView.Possession) -> Phrase {
    switch possession {
    case .motorbike: Phrase("motorbike", "ម៉ូតូ")
    case .house: Phrase("house", "ផ្ទះ")
    case .business: Phrase("business", "អាជីវកម្ម")
    }
  }

  static let saveGroup = Phrase("Save group", "រក្សាទុក|ក្រុម")
  static let newGroup = Phrase("New group", "ក្រុម|ថ្មី")
  static let importList = Phrase("Import a list", "នាំ|ចូល|បញ្ជី")
  static let noPeople = Phrase("No people on record yet", "មិន|ទាន់|មាន|មនុស្ស|ក្នុង|បញ្ជី")
  static let noOneMatches = Phrase("No one matches.", "គ្មាន|អ្នក|ត្រូវ|លក្ខខណ្ឌ។")
  static let askedToStop = Phrase("Asked to stop", "បាន|សុំ|ឈប់|ទទួល")
  static let consent = Phrase("Agreement", "ការ|យល់ព្រម")
  static let agreed = Phrase("Agreed", "យល់ព្រម")
  static let neverAgreed = Phrase("Never agreed", "មិន|ដែល|យល់ព្រម")
  static let file = Phrase("File", "ឯកសារ")
  static let matchColumns = Phrase("Match columns", "ផ្គូផ្គង|ជួរ|ឈរ")
  static let checkStep = Phrase("Check", "ពិនិត្យ")
  static let inTheFile = Phrase("In the file", "ក្នុង|ឯកសារ")
  static let becomes = Phrase("Becomes", "ក្លាយ|ជា")
  static let doNotTake = Phrase("Do not take", "មិន|យក")
  static let recognised = Phrase("Recognised", "ស្គាល់")
  static let takenAsTheyAre = Phrase("Taken as they are", "យក|ដូច|ដើម")
  static let takenAfterRepair = Phrase("Taken after repair", "យក|ក្រោយ|ពេល|កែ")
  static let toReview = Phrase("To review", "ត្រូវ|ពិនិត្យ")
  static let rejected = Phrase("Rejected", "មិន|យក")
  static let lineInFile = Phrase("Line", "បន្ទាត់")
  static let column = Phrase("Column", "ជួរ|ឈរ")
  static let value = Phrase("Value", "តម្លៃ")
  static let before = Phrase("Before", "មុន")
  static let after = Phrase("After", "ក្រោយ")
  static let nothingWrittenYet = Phrase("Nothing is written yet.", "មិន|ទាន់|មាន|អ្វី|ត្រូវ|បាន|កត់ត្រា|ទេ។")
  static let samePerson = Phrase("Same person", "មនុស្ស|ដដែល")
  static let newPerson = Phrase("New person", "មនុស្ស|ថ្មី")

  static func group(_ group: Group) -> Phrase {
    switch group {
    case .female: Phrase("Female", "ស្ត្រី")
    case .youth: Phrase("Youth, 15–30", "យុវជន ១៥–៣០ ឆ្នាំ")
    case .idPoor: Phrase("ID-Poor household", "គ្រួសារ|ក្រីក្រ (ប័ណ្ណ|សមធម៌)")
    case .ethnicMinority: Phrase("Ethnic minority", "ជនជាតិ|ភាគតិច")
    case .disability: Phrase("Disability", "ជន|មាន|ពិការភាព")
    }
  }

  static func consent(_ purpose: ConsentPurpose) -> Phrase {
    switch purpose {
    case .sms: Phrase("SMS", "សារ SMS")
    case .call: Phrase("Voice call", "សារ|ជា|សំឡេង")
    case .telegram: Phrase("Telegram", "តេឡេក្រាម")
    case .email: Phrase("E-mail", "អ៊ីមែល")
    case .visit: Phrase("Visit at the door", "ចុះ|ដល់|ផ្ទះ")
    }
  }

  static func leaveOutContacted(_ days: Int) -> Phrase {
    Phrase(
      "Leave out people contacted in the last \(days) days", "មិន|រាប់|អ្នក|ដែល|បាន|ទាក់ទង|ក្នុង \(days) ថ្ងៃ|មុន")
  }

  static func peopleInHouseholds(_ people: Int, _ households: Int) -> Phrase {
    Phrase("people in \(households) households", "នាក់ ក្នុង \(households) គ្រួសារ")
  }

  static func counting(_ people: Int) -> Phrase {
    Phrase("Counting \(people) people…", "កំពុង|រាប់ \(people) នាក់…")
  }

  static func takeRows(_ count: Int) -> Phrase { Phrase("Take \(count) rows", "យក \(count) ជួរ") }

  static func rowsCanBeTaken(_ taken: Int, _ all: Int) -> Phrase {
    Phrase("\(taken) of \(all) rows can be taken", "អាច|ទទួល|បាន \(taken) ជួរ ក្នុង|ចំណោម \(all) ជួរ")
  }

  static func noPhoneOnRecord(_ people: Int) -> Phrase {
    Phrase(
      "\(people) people have no phone on record. Plan door visits, or they will be missed.",
      "\(people) នាក់|គ្មាន|ទូរស័ព្ទ|ក្នុង|បញ្ជី។ សូម|រៀប|ចុះ|តាម|ផ្ទះ បើ|មិន|ដូច្នេះ|ទេ គាត់|នឹង|មិន|បាន|ដឹង។")
  }
}
