/// Groups of people, on the pages where they are described.
extension Phrase {
  static let rule = Phrase("Rule", "លក្ខខណ្ឌ")
  static let ruleHint = Phrase(
    "For example: (owns_motorbike or owns_house) and place = 0203 and age >= 18. Also: sex, language, id_poor, has phone, reached since 2026-01-01.",
    "ឧទាហរណ៍៖ (owns_motorbike or owns_house) and place = 0203 and age >= 18។ មាន|ទៀត៖ sex, language, id_poor, has phone, reached since 2026-01-01។")
  static let smsOrCall = Phrase("SMS or voice call", "សារ SMS ឬ|សារ|ជា|សំឡេង")
  static let telegramWord = Phrase("Telegram", "តេឡេក្រាម")
  static let emailWord = Phrase("E-mail", "អ៊ីមែល")
  static let noGroups = Phrase("No groups yet", "មិន|ទាន់|មាន|ក្រុម")
  static let noGroupsDetail = Phrase(
    "A group says in a rule who should be reached.", "ក្រុម|ប្រាប់|ដោយ|លក្ខខណ្ឌ ថា|ត្រូវ|ផ្សាយ|ដល់|អ្នក|ណា។")
  static let stoppedExplained = Phrase(
    "They get no message and no call from any campaign. Their numbers are shown to nobody.",
    "ពួក|គាត់|មិន|ទទួល|សារ ឬ|ការ|ហៅ ពី|យុទ្ធនាការ|ណា|ឡើយ។ លេខ|ទូរស័ព្ទ|របស់|ពួក|គាត់|មិន|បង្ហាញ|ដល់|នរណា|ទេ។")
  static let groupChangedMeanwhile = Phrase(
    "Somebody changed this group meanwhile. Your text is kept; save again to replace theirs.",
    "មាន|អ្នក|ប្ដូរ|ក្រុម|នេះ|ក្នុង|ពេល|នោះ។ អត្ថបទ|របស់|អ្នក|នៅ|ដដែល សូម|រក្សាទុក|ម្ដង|ទៀត|ដើម្បី|ជំនួស។")
  static let ruleCannotBeRead = Phrase("The rule cannot be read", "មិន|អាច|អាន|លក្ខខណ្ឌ|បាន")

  static func lineRemovedLast(_ line: String, _ people: Int) -> Phrase {
    Phrase(
      "No one matches. The line “\(line)” removed the last \(people) people.",
      "គ្មាន|អ្នក|ត្រូវ|លក្ខខណ្ឌ។ បន្ទាត់ «\(line)» បាន|ដក \(people) នាក់|ចុង|ក្រោយ។")
  }
}
