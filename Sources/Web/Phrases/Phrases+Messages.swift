import Domain

/// Writing, checking, sending and following messages.
extension Phrase {
  static let channel = Phrase("Channel", "មធ្យោបាយ")
  static let channels = Phrase("Channels", "មធ្យោបាយ")
  static let sender = Phrase("Sender", "អ្នក|ផ្ញើ")
  static let textTitle = Phrase("Text", "អត្ថបទ")
  static let khmerText = Phrase("Khmer text", "អត្ថបទ|ជា|ភាសា|ខ្មែរ")
  static let englishText = Phrase("English text", "អត្ថបទ|ជា|ភាសា|អង់គ្លេស")
  static let write = Phrase("Write", "សរសេរ")
  static let writeMessage = Phrase("Write a message", "សរសេរ|សារ")
  static let onAPhone = Phrase("On a phone", "លើ|ទូរស័ព្ទ")
  static let withLongestValues = Phrase("With the longest values", "ជាមួយ|តម្លៃ|វែង|បំផុត")
  static let placeholders = Phrase("Placeholders", "កន្លែង|បំពេញ")
  static let longestValue = Phrase("Longest value", "តម្លៃ|វែង|បំផុត")
  static let inTheText = Phrase("In the text", "ក្នុង|អត្ថបទ")
  static let together = Phrase("Together", "សរុប|រួម")
  static let partsTitle = Phrase("Parts", "ផ្នែក")
  static let money = Phrase("Money", "ទឹកប្រាក់")
  static let checkBeforeSending = Phrase("Check before sending", "ពិនិត្យ|មុន|ផ្ញើ")
  static let whoGetsIt = Phrase("Who gets it", "អ្នក|ណា|ទទួល")
  static let whatItTakes = Phrase("What it takes", "អ្វី|ដែល|ត្រូវការ")
  static let willGetMessage = Phrase("Will get the message", "នឹង|ទទួល|សារ")
  static let beforeItCanGo = Phrase("Before it can go", "មុន|ពេល|អាច|ផ្ញើ")
  static let numberOfPeople = Phrase("Number of people", "ចំនួន|មនុស្ស")
  static let typeNumberOfPeople = Phrase("Type the number of people to confirm", "វាយ|ចំនួន|មនុស្ស|ដើម្បី|បញ្ជាក់")
  static let finishingTime = Phrase("Finishing time", "ម៉ោង|បញ្ចប់")
  static let testToMe = Phrase("Send a test to me", "ផ្ញើ|សាក|មក|ខ្ញុំ")
  static let pause = Phrase("Pause", "ផ្អាក")
  static let resumeSending = Phrase("Resume sending", "បន្ត|ផ្ញើ")
  static let stopForGood = Phrase("Stop for good", "បញ្ឈប់|ជា|ស្ថាពរ")
  static let stopAll = Phrase("Stop all sending now", "បញ្ឈប់|ការ|ផ្ញើ|ទាំង|អស់|ឥឡូវ")
  static let nothingSentYet = Phrase("Nothing sent yet", "មិន|ទាន់|បាន|ផ្ញើ|អ្វី|ទេ")
  static let whatToDo = Phrase("What to do", "អ្វី|ត្រូវ|ធ្វើ")
  static let cost = Phrase("Cost", "ចំណាយ")
  static let spentSoFar = Phrase("Spent so far", "បាន|ចំណាយ|មក|ដល់|ពេល|នេះ")
  static let stillToSpend = Phrase("Still to spend", "នៅ|ត្រូវ|ចំណាយ")
  static let quietHours = Phrase("Quiet hours", "ម៉ោង|ស្ងប់ស្ងាត់")
  static let logTitle = Phrase("What happened", "អ្វី|បាន|កើត|ឡើង")
  static func mostPerMinute(_ count: Int) -> Phrase {
    Phrase("At most \(count) in a minute.", "ច្រើន|បំផុត \(count) ក្នុង|មួយ|នាទី។")
  }

  static let perMinute = Phrase("Handed over per minute", "បាន|ប្រគល់|ក្នុង|មួយ|នាទី")
  static let live = Phrase("Live.", "ផ្ទាល់។")
  static let nobodyGetsItTwice = Phrase("Nobody gets the message twice.", "គ្មាន|អ្នក|ណា|ទទួល|សារ|ពីរ|ដង|ទេ។")
  static let secondPerson = Phrase("Second person", "អ្នក|ទី|ពីរ")
  static let progressTitle = Phrase("Progress", "វឌ្ឍនភាព")
  static let pages = Phrase("Pages", "ទំព័រ")
  static let khmerFits = Phrase(
    "Khmer: 70 in one part, 67 in each of several.", "អក្សរ|ខ្មែរ៖ ៧០ ក្នុង|ផ្នែក|មួយ ៦៧ ក្នុង|ផ្នែក|នីមួយៗ|បើ|មាន|ច្រើន។")
  static let latinFits = Phrase(
    "Latin letters: 160 in one part, 153 in each of several.",
    "អក្សរ|ឡាតាំង៖ ១៦០ ក្នុង|ផ្នែក|មួយ ១៥៣ ក្នុង|ផ្នែក|នីមួយៗ|បើ|មាន|ច្រើន។")

  static func sendTo(_ people: Int) -> Phrase {
    Phrase(people == 1 ? "Send to 1 person" : "Send to \(people) people", "ផ្ញើ|ទៅ \(people) នាក់")
  }

  static func sendQuestion(_ name: LocalizedText, _ people: Int) -> Phrase {
    Phrase(
      "Send “\(name)” to \(people) \(people == 1 ? "person" : "people")?", "ផ្ញើ «\(name)» ទៅ \(people) នាក់|មែន|ទេ?")
  }

  static func sentCount(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 message sent" : "\(count) messages sent", "បាន|ផ្ញើ|សារ \(count)")
  }

  static func charactersOf(_ used: Int, _ room: Int) -> Phrase {
    Phrase("\(used) of \(room) characters", "\(used) ក្នុង|ចំណោម \(room) តួ")
  }

  static func charactersLeft(_ count: Int) -> Phrase { Phrase("\(count) left.", "នៅ|សល់ \(count) តួ។") }

  static func leftOutBecause(_ reason: Phrase) -> Phrase { Phrase("Left out: \(reason)", "មិន|រាប់|បញ្ចូល៖ \(reason)") }

  static func seeLeftOut(_ count: Int) -> Phrase {
    Phrase(
      count == 1 ? "See the person left out" : "See the \(count) people left out", "មើល \(count) នាក់|ដែល|មិន|រាប់|បញ្ចូល")
  }

  static func whyFailed(_ count: Int) -> Phrase { Phrase("Why \(count) failed", "ហេតុ|អ្វី \(count) បរាជ័យ") }

  static func lookAtDoubt(_ count: Int) -> Phrase { Phrase("Look at \(count) in doubt", "មើល \(count) មិន|ច្បាស់|លាស់") }

  static func retry(_ count: Int) -> Phrase { Phrase("Retry \(count)", "ព្យាយាម \(count) ម្ដង|ទៀត") }

  static func willNotGet(_ count: Int) -> Phrase {
    Phrase(
      count == 1 ? "1 person will not get this message" : "\(count) people will not get this message",
      "\(count) នាក់|នឹង|មិន|ទទួល|សារ|នេះ")
  }

  static func lastUpdate(_ time: String) -> Phrase { Phrase("Last update \(time)", "ថ្មី|ចុងក្រោយ \(time)") }

  static func connectionLost(_ time: String) -> Phrase {
    Phrase(
      "Connection lost at \(time). Numbers may be old. Sending goes on.",
      "ដាច់|ការ|តភ្ជាប់|ម៉ោង \(time)។ លេខ|អាច|ចាស់។ ការ|ផ្ញើ|នៅ|បន្ត។")
  }

  static func quietHoursFrom(_ from: TimeOfDay, _ to: TimeOfDay) -> Phrase {
    Phrase(
      "No SMS or calls from \(from) to \(to). Waiting messages continue at \(to).",
      "គ្មាន SMS ឬ|ការ|ហៅ ពី|ម៉ោង \(from) ដល់ \(to)។ សារ|កំពុង|រង់ចាំ|បន្ត|នៅ|ម៉ោង \(to)។")
  }

  static func startedBy(_ time: String, _ name: String) -> Phrase {
    Phrase("Started \(time) by \(name)", "ចាប់ផ្ដើម \(time) ដោយ \(name)")
  }

  static func approvedBy(_ name: String) -> Phrase { Phrase("Approved by \(name)", "អនុម័ត|ដោយ \(name)") }
}
