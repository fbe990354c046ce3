/// Help in a few sentences, and the health of the service.
extension Phrase {
  static let storeAnswers = Phrase("The store answers", "ឃ្លាំង|ទិន្នន័យ|ឆ្លើយ|តប")
  static let officeTime = Phrase("Time of the office", "ម៉ោង|ការិយាល័យ")
  static let sendsToPeople = Phrase("Messages leave for everybody", "សារ|ចេញ|ទៅ|មនុស្ស|ទាំង|អស់")
  static let onlyToTests = Phrase(
    "Only to test recipients, until the office is set live", "តែ|ទៅ|អ្នក|ទទួល|សាកល្បង រហូត|ដល់|ការិយាល័យ|បើក|ដំណើរការ")
  static let pagesOverHTTPS = Phrase("Pages come over HTTPS", "ទំព័រ|តាម HTTPS")
  static let noPlainHTTP = Phrase(
    "No: the volunteer’s page must stay open while there is no network",
    "ទេ៖ ទំព័រ|អ្នក|ស្ម័គ្រចិត្ត|ត្រូវ|នៅ|បើក|ពេល|គ្មាន|បណ្ដាញ")

  /// What a person asks first, and the answer.
  static let helpTopics: [(Phrase, Phrase)] = [
    (
      Phrase("Where do I begin?", "ចាប់|ផ្ដើម|ពី|ណា?"),
      Phrase(
        "Today lists what needs a decision, most urgent first. Each item has one button that leads to where it is decided.",
        "ទំព័រ|ថ្ងៃ|នេះ|បង្ហាញ|អ្វី|ដែល|ត្រូវ|សម្រេច បន្ទាន់|មុន។ ចំណុច|នីមួយៗ|មាន|ប៊ូតុង|មួយ។")
    ),
    (
      Phrase("How do I plan a campaign?", "រៀប|យុទ្ធនាការ|ដូចម្ដេច?"),
      Phrase(
        "Open the campaign and press Make the plan. The proposal changes nothing until you accept it. Planning again keeps what people have confirmed.",
        "បើក|យុទ្ធនាការ ហើយ|ចុច|រៀប|គម្រោង។ គម្រោង|ស្នើ|មិន|កែ|អ្វី|ទេ|មុន|ទទួល|យក។ រៀប|ម្ដង|ទៀត|ទុក|អ្វី|ដែល|បាន|បញ្ជាក់។")
    ),
    (
      Phrase("What happens at a launch?", "ពេល|ចាប់ផ្ដើម|មាន|អ្វី|កើត|ឡើង?"),
      Phrase(
        "First a page shows how many people get which text, who is left out and why, and what it costs. Above 50 you type the number of messages. Nobody gets a message twice.",
        "ទំព័រ|មួយ|បង្ហាញ|ចំនួន|អ្នក|ទទួល អត្ថបទ អ្នក|ដែល|មិន|រាប់|បញ្ចូល និង|ចំណាយ។ លើស ៥០ ត្រូវ|វាយ|ចំនួន|សារ។ គ្មាន|អ្នក|ទទួល|ពីរ|ដង|ទេ។")
    ),
    (
      Phrase("What is the difference between sent and delivered?", "បាន|ផ្ញើ និង|ទទួល|បាន ខុស|គ្នា|ដូចម្ដេច?"),
      Phrase(
        "Sent means handed to the provider. Delivered means that the network confirmed it. In doubt means that no usable answer came; it is never sent again without your word.",
        "បាន|ផ្ញើ|គឺ|បាន|ប្រគល់|ទៅ|ក្រុមហ៊ុន។ ទទួល|បាន|គឺ|បណ្ដាញ|បាន|បញ្ជាក់។ មិន|ច្បាស់|គឺ|គ្មាន|ចម្លើយ ហើយ|មិន|ផ្ញើ|ម្ដង|ទៀត|បើ|អ្នក|មិន|បញ្ជា។")
    ),
    (
      Phrase("Why does a number say not recorded?", "ហេតុ|អ្វី|លេខ|ថា|មិន|បាន|កត់ត្រា?"),
      Phrase(
        "Because nobody counted it. An empty answer is never taken for zero or for no.",
        "ព្រោះ|គ្មាន|អ្នក|រាប់។ ចម្លើយ|ទទេ|មិន|ត្រូវ|ចាត់|ទុក|ជា|សូន្យ ឬ|ជា|ទេ|ឡើយ។")
    ),
  ]
}
