import Domain
import HTTPServer

@testable import Web

/// A page context as a coordinator in Battambang would have it.
enum Sample {
  static func page(_ language: Language = .en, section: Section? = .today) -> PageContext {
    var page = PageContext(
      wording: Wording(language),
      office: LocalizedText(km: "ការិយាល័យច្រកចេញចូលតែមួយ ក្រុងបាត់ដំបង", en: "Battambang One Window Service Office"),
      path: "/today", today: LocalDate(dayNumber: 20_769), now: TimeOfDay(minutes: 861))
    page.user = PageUser(name: "Chan Sophea", role: .coordinator)
    page.section = section
    page.formToken = "token-of-the-session"
    return page
  }

  static func request(
    _ method: String, _ path: String, headers: [(name: String, value: String)] = [], body: String = ""
  ) -> Request {
    let pieces = path.split(separator: "/").map(String.init)
    return Request(method: method, rawPath: path, path: pieces, headers: headers, body: Array(body.utf8))
  }

  static func text(_ response: Response) -> String {
    guard case .bytes(let bytes) = response.body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
