import Foundation

/// The files of a small office whose campaign begins today, so that its day can be lived through at any hour.
struct OfficeFiles {
  static let households = 64
  /// So many of them agreed to be texted; more than fifty, so that the number has to be typed.
  static let recipients = 58

  /// The day on the office's calendar, seven hours east of Greenwich, and days after it.
  static func day(_ later: Int = 0, at now: Date = Date()) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 7 * 3600)!
    let parts = calendar.dateComponents([.year, .month, .day], from: now.addingTimeInterval(Double(later) * 86_400))
    return String(format: "%04d-%02d-%02d", parts.year!, parts.month!, parts.day!)
  }

  static func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
  }

  private static var files: [String: String] {
    [
      "office.json5": office, "channel.json5": channel, "segment.json5": segment, "survey.json5": survey,
      "campaign.json5": campaign, "places.csv": places, "households.csv": homes, "citizens.csv": people,
      "volunteers.csv": volunteers,
    ]
  }

  private static let office = """
    { office: { id: "office", name: { km: "ការិយាល័យ​សាកល្បង", en: "Trial office" }, timeZone: "Asia/Phnom_Penh",
      languages: ["km", "en"], rates: { KHR: [{ from: "2026-01-01", perUSD: 4100 }] }, testNumbers: ["+85500"] } }
    """

  private static let channel = """
    { channel: { id: "spool", name: { km: "សារ​សាកល្បង", en: "Trial messages" }, adapter: "spool",
      price: "0.02 USD/part" } }
    """

  private static let segment = """
    { segment: { id: "house-owners", name: { km: "ម្ចាស់​ផ្ទះ", en: "House owners" }, where: "owns_house" } }
    """

  private static let survey = """
    { survey: { id: "knows", name: { km: "អ្នក​ដែល​ស្គាល់​ការិយាល័យ", en: "Who knows the office" }, questions: [
      \(question("heard", km: "តើ​អ្នក​ធ្លាប់​ឮ​អំពី​ការិយាល័យ​ទេ?", en: "Have you heard of the office?", aware: true)),
      \(question("been", km: "តើ​អ្នក​ធ្លាប់​ទៅ​ការិយាល័យ​ទេ?", en: "Have you been to the office?")),
      \(question("helped", km: "តើ​ព័ត៌មាន​នេះ​មាន​ប្រយោជន៍​ទេ?", en: "Is this information of use?")),
    ] } }
    """

  private static func question(_ id: String, km: String, en: String, aware: Bool = false) -> String {
    """
    { id: "\(id)", text: { km: "\(km)", en: "\(en)" }, answers: [
      { id: "yes", text: { km: "បាទ/ចាស", en: "Yes" }\(aware ? ", aware: true" : "") },
      { id: "no", text: { km: "ទេ", en: "No" } } ] }
    """
  }

  private static var campaign: String {
    """
    { campaign: { id: "spring", name: { km: "យុទ្ធនាការ​ផ្ទះ​មួយ​ម្តង", en: "House by house" }, places: ["0203"],
      from: "\(day())", to: "\(day(30))", segment: "house-owners", facilitation: "government",
      budget: { total: "300 USD", lines: [
        { id: "doors", name: { km: "ចុះ​តាម​ផ្ទះ", en: "Door to door" }, amount: "200 USD" },
        { id: "sms", name: { km: "សារ", en: "Messages" }, amount: "20 USD" } ] },
      targets: [{ people: 100 }, { group: "female", people: 50 }],
      activities: [
        { id: "greeting", kind: "message", name: { km: "សារ​ជូន​ដំណឹង", en: "Announcement" }, channel: "spool", at: "now",
          text: { km: "ការិយាល័យ​បើក​ពី​ថ្ងៃ​ចន្ទ​ដល់​ថ្ងៃ​សុក្រ។ {stop}", en: "The office is open Monday to Friday. {stop}" },
          costs: [{ line: "sms", amount: "0.02 USD", per: "person" }] },
        { id: "doors", kind: "doorToDoor", name: { km: "ចុះ​តាម​ផ្ទះ", en: "Door to door" }, each: "commune",
          between: "07:30-17:30", team: 2, shift: "3h", survey: "knows", wave: "endline",
          needs: { experienced: 1, skills: { "door-to-door": 1 } },
          costs: [{ line: "doors", amount: "5 USD", per: "volunteer" }] },
      ] } }
    """
  }

  private static let places = """
    code,parent_code,level,unit,name_en,name_km
    02,,province,Khaet,Battambang,បាត់ដំបង
    0203,02,district,Krong,Battambang,បាត់ដំបង
    020301,0203,commune,Sangkat,Tuol Ta Ek,ទួលតាឯក
    02030101,020301,village,Phum,Dangkao Teab,ដង្កោទាប

    """

  private static var homes: String {
    let head =
      "household_id,village_code,group_no,door_no,lat,lon,head_name_km,head_name_en,members,adults,language,"
      + "owns_motorbike,owns_house,id_poor,has_phone,has_disability,ethnic_minority,do_not_visit,best_time\n"
    return (0..<households).reduce(into: head) { text, one in
      text += "H\(one),02030101,\(one / 16 + 1),\(one + 1),\(point(one)),សុខ ដារ៉ា,Sok Dara,2,2,km,1,1,"
      text += "\(one % 8 == 0 ? 1 : 0),1,0,0,0,morning\n"
    }
  }

  /// Eight by eight houses, some forty metres apart.
  private static func point(_ one: Int) -> String {
    String(format: "%.5f,%.5f", 13.1 + Double(one % 8) * 0.0004, 103.2 + Double(one / 8) * 0.0004)
  }

  private static var people: String {
    let head =
      "id,household_id,name_km,name_en,sex,birth_year,village_code,lat,lon,phone,language,owns_house,id_poor,"
      + "consent_sms,consent_call,opted_out\n"
    return (0..<households).reduce(into: head) { text, one in
      let (poor, agrees) = (one % 8 == 0 ? 1 : 0, one < recipients ? 1 : 0)
      let phone = String(format: "+855001%06d", one)
      let year = 1950 + one
      text += "C\(one)1,H\(one),ចាន់ បុប្ផា,Chan Bopha,F,\(year),02030101,\(point(one)),\(phone),km,1,\(poor),\(agrees),,0\n"
      text += "C\(one)2,H\(one),សុខ ដារ៉ា,Sok Dara,M,\(year),02030101,\(point(one)),,km,1,\(poor),,,0\n"
    }
  }

  private static var volunteers: String {
    let head = "id,name_km,name_en,sex,phone,languages,skills,home,experienced,availability,max_hours_per_week,max_km,away\n"
    let hours = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map { $0 + " 07:00-17:30" }.joined(separator: "|")
    let names = [("អ៊ិន វ៉ាន់ភា", "In Vanphea"), ("លី សុភា", "Ly Sophea"), ("ចាន់ ណារី", "Chan Nary"), ("គឹម រិទ្ធ", "Kim Rith")]
    return names.enumerated().reduce(into: head) { text, one in
      let (index, name) = (one.offset, one.element)
      text += "v0\(index + 1),\(name.0),\(name.1),\(index < 3 ? "F" : "M"),+85500200000\(index),km,"
      text += "door-to-door|survey,02030101,\(index < 2 ? 1 : 0),\(hours),20,15,\n"
    }
  }
}
