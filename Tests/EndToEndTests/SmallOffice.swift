import ChildProcesses
import Foundation
import Synchronization

/// An office with five people, four of whom may be written to, one volunteer, a campaign of messages and one with
/// forums. It is applied once; every test gets a copy of its own.
enum SmallOffice {
  static let documents: [String: String] = [
    "office.json5": """
    { office: { id: "office", name: { en: "The office", km: "សាលា" }, testNumbers: ["+85500"] } }
    """,
    "channel.json5": #"{ channel: { id: "spool", adapter: "spool", price: "0.02 USD/part" } }"#,
    "segment.json5": #"{ segment: { id: "all", name: { en: "All", km: "ទាំងអស់" }, where: "has phone" } }"#,
    "survey.json5": """
    { survey: { id: "knows", name: { en: "Knows", km: "ស្គាល់" }, questions: [{ id: "heard", text: { en: "Heard of it?",
      km: "ធ្លាប់ឮទេ?" }, answers: [{ id: "yes", text: { en: "Yes", km: "បាទ" }, aware: true },
      { id: "no", text: { en: "No", km: "ទេ" } }] }] } }
    """,
    "spring.json5": """
    { campaign: { id: "spring", name: { en: "Spring", km: "និទាឃរដូវ" }, places: ["02"], from: "2026-01-01",
      to: "2035-12-31", segment: "all", activities: [{ id: "invite", kind: "message", channel: "spool", at: "now",
      text: { en: "Hello {name}. {stop}", km: "សួស្តី {name} {stop}" } }] } }
    """,
    "fair.json5": """
    { campaign: { id: "fair", name: { en: "Fair", km: "ពិព័រណ៍" }, places: ["0203"], from: "2026-01-01",
      to: "2035-12-31", segment: "all", budget: { total: "900 USD" }, targets: [{ people: 50 }], activities: [
      { id: "forum", kind: "forum", each: "commune", hours: 2, between: "08:00-16:00", needs: { volunteers: 1 },
        costs: [{ line: "forum", amount: "300 USD", per: "occurrence" }], expects: { people: 30 } }] } }
    """,
  ]

  static let sheets: [String: String] = [
    "places.csv": """
    code,parent_code,level,unit,name_en,name_km
    02,,province,Khaet,Battambang,បាត់ដំបង
    0203,02,district,Krong,Battambang,បាត់ដំបង
    020301,0203,commune,Sangkat,Tuol Ta Ek,ទួលតាឯក
    02030101,020301,village,Phum,Ou Khcheay,អូរខ្ជាយ

    """,
    "citizens.csv": citizens(0..<5),
    "volunteers.csv": "id,name_km,name_en,home,languages,availability\n"
      + "v1,ដារ៉ា,Dara,02030101,km,"
      + ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map { "\($0) 07:00-17:30" }.joined(separator: "|") + "\n",
  ]

  /// The last digit 4 has not agreed to anything.
  static func citizens(_ numbers: Range<Int>) -> String {
    "id,village_code,name_km,name_en,phone,language,consent_sms\n"
      + numbers.map { number in
        let digits = String(2_000_000 + number)
        return "c\(number),02030101,សុខ \(number),Person \(number),+85500\(digits),en,\(number % 10 == 4 ? 0 : 1)\n"
      }.joined()
  }

  /// A copy of the office, in a folder of its own; the files lie in `content`.
  static func open() throws -> Program {
    let program = try Program()
    for name in try FileManager.default.contentsOfDirectory(atPath: template.get().folder.path) {
      try FileManager.default.copyItem(
        at: template.get().folder.appendingPathComponent(name), to: program.folder.appendingPathComponent(name))
    }
    return program
  }

  private static let template: Result<Program, any Error> = Result {
    let program = try Program()
    made.withLock { $0 = program }
    atexit { SmallOffice.made.withLock { $0?.remove() } }
    for (name, text) in documents.merging(sheets, uniquingKeysWith: { first, _ in first }) {
      try program.write("content/\(name)", text)
    }
    let applied = try program.run(["apply", "content"])
    guard applied.code == 0 else { throw Failure("the small office was refused: \(applied.errors)") }
    // One file alone, which can be copied.
    try Database(program).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return program
  }

  private static let made = Mutex<Program?>(nil)
}

extension Program {
  /// Writes a file into the program's folder, with the folders on the way.
  func write(_ path: String, _ text: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }
}
