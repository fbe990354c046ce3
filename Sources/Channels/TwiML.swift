/// Twilio's markup language: what a callback answers with, and what a call says.
enum TwiML {
  static func document(_ content: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>\(content)</Response>"
  }

  /// An answer that does what `content` says; empty: nothing.
  static func answer(_ content: String) -> CallbackAnswer {
    CallbackAnswer(status: 200, contentType: "text/xml; charset=utf-8", body: document(content))
  }

  static func element(_ name: String, _ attributes: [(String, String)] = [], _ content: String = "") -> String {
    let written = attributes.map { " \($0.0)=\"\(escape($0.1))\"" }.joined()
    return "<\(name)\(written)>\(content)</\(name)>"
  }

  /// Text as it stands in XML. Control characters, which XML 1.0 cannot hold, become spaces.
  static func escape(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n", "\r": out.unicodeScalars.append(scalar)
      case "\u{FFFE}", "\u{FFFF}": out += " "
      default: out.unicodeScalars.append(scalar.value < 32 ? " " : scalar)
      }
    }
    return out
  }
}
