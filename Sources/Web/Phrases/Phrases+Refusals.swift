/// What the actions refuse, for readers of Khmer. The English side is the action's own sentence, by which it is found.
extension Phrase {
  static let refusals: [Phrase] = [
    Phrase(
      "Too many attempts. Wait a minute, then try again.",
      "ព្យាយាម|ច្រើន|ដង|ពេក។ សូម|រង់ចាំ|មួយ|នាទី រួច|ព្យាយាម|ម្ដង|ទៀត។"),
    Phrase("The name or the password is not right.", "ឈ្មោះ ឬ|ពាក្យ|សម្ងាត់|មិន|ត្រឹមត្រូវ។"),
    Phrase(
      "Many people are signing in just now. Try again in a moment.",
      "មាន|មនុស្ស|ច្រើន|កំពុង|ចូល|ប្រើ។ សូម|ព្យាយាម|ម្ដង|ទៀត|បន្តិច|ក្រោយ។"),
    Phrase(
      "This link was used before or is too old. Ask an administrator for a new one.",
      "តំណ|នេះ|បាន|ប្រើ|រួច|ហើយ ឬ|ចាស់|ពេក។ សូម|សុំ|តំណ|ថ្មី|ពី|អ្នក|គ្រប់គ្រង។"),
    Phrase("Enter a password of at least 12 characters.", "សូម|បំពេញ|ពាក្យ|សម្ងាត់|យ៉ាង|តិច ១២ តួ។"),
    Phrase("Enter a password that does not hold your name.", "ពាក្យ|សម្ងាត់|មិន|អាច|មាន|ឈ្មោះ|របស់|អ្នក|ទេ។"),
    Phrase(
      "It was held or called off already, so it cannot be moved.",
      "សកម្មភាព|នេះ|បាន|ធ្វើ|រួច ឬ|បាន|លុប|ចោល ដូច្នេះ|ប្ដូរ|ថ្ងៃ|មិន|បាន|ទេ។"),
    Phrase("This was called off; nothing happened.", "សកម្មភាព|នេះ|បាន|លុប|ចោល គ្មាន|អ្វី|កើត|ឡើង|ទេ។"),
    Phrase("Choose at least one person to ask.", "សូម|ជ្រើសរើស|មនុស្ស|យ៉ាង|តិច|ម្នាក់|ដើម្បី|សួរ។"),
    Phrase(
      "One of these people is not free for this shift any more. Look at the list again.",
      "មាន|ម្នាក់|មិន|ទំនេរ|សម្រាប់|វេន|នេះ|ទៀត|ទេ។ សូម|មើល|បញ្ជី|ម្ដង|ទៀត។"),
    Phrase(
      "Every place of this shift is taken by somebody who was asked. Ask fewer people.",
      "កន្លែង|ទាំង|អស់|នៃ|វេន|នេះ|មាន|អ្នក|ត្រូវ|បាន|សួរ|ហើយ។ សូម|សួរ|មនុស្ស|តិច|ជាង|នេះ។"),
    Phrase("Give the group a name in Khmer or English.", "សូម|ដាក់|ឈ្មោះ|ក្រុម|ជា|ភាសា|ខ្មែរ ឬ|អង់គ្លេស។"),
  ]
}

extension Wording {
  /// A refusal for people at a page: in their language where it is known, and without the commands that only help at
  /// a command line.
  func refusal(_ sentence: String) -> String {
    if let known = Phrase.refusals.first(where: { $0.en == sentence }) { return self(known) }
    guard let command = sentence.firstRange(of: ": outreach ") else { return sentence }
    let before = sentence[..<command.lowerBound]
    guard let stop = before.lastIndex(of: ".") else { return sentence }
    return String(before[...stop])
  }
}
