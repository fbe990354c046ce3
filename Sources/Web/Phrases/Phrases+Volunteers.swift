import Domain

/// Volunteers, shifts, routes and walk sheets, as coordinators see them.
extension Phrase {
  static let volunteer = Phrase("Volunteer", "អ្នក|ស្ម័គ្រចិត្ត")
  static let shift = Phrase("Shift", "វេន")
  static let shifts = Phrase("Shifts", "វេន")
  static let route = Phrase("Route", "ផ្លូវ")
  static let addVolunteer = Phrase("Add volunteer", "បន្ថែម|អ្នក|ស្ម័គ្រចិត្ត")
  static let noVolunteers = Phrase("No volunteers yet", "មិន|ទាន់|មាន|អ្នក|ស្ម័គ្រចិត្ត")
  static let importClassList = Phrase("Import a class list", "នាំ|ចូល|បញ្ជី|ថ្នាក់")
  static let phone = Phrase("Phone", "ទូរស័ព្ទ")
  static let languages = Phrase("Languages", "ភាសា")
  static let skills = Phrase("Skills", "ជំនាញ")
  static let freeDays = Phrase("Free days", "ថ្ងៃ|ទំនេរ")
  static let experienced = Phrase("Experienced", "មាន|បទពិសោធន៍")
  static let hoursThisMonth = Phrase("Hours this month", "ម៉ោង|ក្នុង|ខែ|នេះ")
  static let needed = Phrase("Needed", "ត្រូវការ")
  static let replacements = Phrase("Replacements, best first", "អ្នក|ជំនួស ល្អ|បំផុត|មុន")
  static let fit = Phrase("Fit", "ភាព|សមស្រប")
  static let distanceToStart = Phrase("Distance to start", "ចម្ងាយ|ដល់|ចំណុច|ចាប់ផ្ដើម")
  static let veryGood = Phrase("Very good.", "ល្អ|ណាស់។")
  static let good = Phrase("Good.", "ល្អ។")
  static let possible = Phrase("Possible.", "អាច|បាន។")
  static let orderOfReplacements = Phrase(
    "Order: fit for the work, then distance, then fewest hours.",
    "លំដាប់៖ សមស្រប|នឹង|ការងារ បន្ទាប់|មក|ចម្ងាយ រួច|ម៉ោង|តិច|បំផុត។")
  static let personalLink = Phrase("Personal link", "តំណ|ផ្ទាល់|ខ្លួន")
  static let walkSheet = Phrase("Walk sheet", "សន្លឹក|ដើរ")
  static let printWalkSheet = Phrase("Print walk sheet", "បោះពុម្ព|សន្លឹក|ដើរ")
  static let enterPaperSheet = Phrase("Enter a paper sheet", "បញ្ចូល|សន្លឹក|ក្រដាស")
  static let assign = Phrase("Assign", "ចាត់|ឱ្យ|ធ្វើ")
  static let unassigned = Phrase("Nobody yet", "មិន|ទាន់|មាន|អ្នក|ណា")
  static let moveUp = Phrase("Move up", "ឡើង|លើ")
  static let moveDown = Phrase("Move down", "ចុះ|ក្រោម")
  static let contactRate = Phrase("Contact rate", "អត្រា|ជួប")
  static let betweenDoors = Phrase("Between doors", "រវាង|ផ្ទះ")
  static let pleaseCheck = Phrase("please check", "សូម|ពិនិត្យ")
  static let lastAnswer = Phrase("Last answer", "ចម្លើយ|ចុងក្រោយ")
  static let walking = Phrase("Walking", "ចម្ងាយ|ដើរ")
  static let answersTitle = Phrase("Answers", "ចម្លើយ")
  static let signature = Phrase("Signature", "ហត្ថលេខា")
  static let openingWords = Phrase("Opening words", "ពាក្យ|ណែនាំ")
  static let emergencyPhone = Phrase("Urgent help", "ជួយ|ជា|បន្ទាន់")
  static let houseColumn = Phrase("House", "ផ្ទះ")
  static let knows = Phrase("Knows", "ស្គាល់")
  static let doesNotKnow = Phrase("Does not know", "មិន|ស្គាល់")

  static func peopleShort(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 person short" : "\(count) people short", "ខ្វះ \(count) នាក់")
  }

  static func askVolunteers(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "Ask 1 person" : "Ask \(count) people", "សួរ \(count) នាក់")
  }

  static func remindPeople(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "Remind 1 person" : "Remind \(count) people", "រំលឹក \(count) នាក់")
  }

  static func confirmedOf(_ confirmed: Int, _ needed: Int) -> Phrase {
    Phrase("\(confirmed) of \(needed) confirmed", "បាន|បញ្ជាក់ \(confirmed) ក្នុង|ចំណោម \(needed)")
  }

  /// The skills that the samples name; an office's own stand as the office wrote them.
  static func skill(_ id: String) -> Phrase {
    switch id {
    case "door-to-door": Phrase("Door to door", "ចុះ|តាម|ផ្ទះ")
    case "driving": Phrase("Driving", "បើកបរ")
    case "loudspeaker": Phrase("Loudspeaker", "ឧបករណ៍|បំពង|សំឡេង")
    case "moderation": Phrase("Leading discussions", "ដឹកនាំ|ការ|ពិភាក្សា")
    case "survey": Phrase("Survey", "ការ|ស្ទង់|មតិ")
    default: Phrase("\(id)", "\(id)")
    }
  }

  static func walkedBefore(_ place: LocalizedText) -> Phrase {
    Phrase("Walked \(place) before", "ធ្លាប់|ដើរ|នៅ \(place)")
  }
}
