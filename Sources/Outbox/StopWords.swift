import Domain
import Foundation
public import Storage

/// Reads STOP and START in what people reply, however they spell it; nothing else is guessed at.
///
/// The whole reply must be such a word, apart from courtesy around it: "stop" means stop, "the bus stop" does not.
public enum StopWords {
  public static func meaning(of reply: String) -> ReplyMeaning {
    let words = normalised(reply)
    if isAsking(words, stop) { return .stop }
    return isAsking(words, start) ? .start : .other
  }

  /// What is answered, in the answer to the provider's call and nowhere else; nil when nothing is.
  static func confirmation(_ meaning: ReplyMeaning, in language: Language) -> String? {
    switch (meaning, language) {
    case (.stop, .en): "You will get no more messages from us. Write START to get them again."
    case (.stop, .km): "អ្នកនឹងលែងទទួលសារពីយើងទៀតហើយ។ សរសេរ START ដើម្បីទទួលវិញ។"
    case (.start, .en): "You will get our messages again. Write STOP to end them."
    case (.start, .km): "អ្នកនឹងទទួលសាររបស់យើងវិញ។ សរសេរ STOP ដើម្បីឈប់។"
    case (.other, _): nil
    }
  }

  private static let stop: Set<String> = [
    "stop", "stopall", "stop all", "stopp", "unsubscribe", "unsub", "cancel", "end", "quit", "opt out", "optout",
    "opt-out", "remove", "no more", "dont send", "do not send", "ឈប់", "បញ្ឈប់", "បញ្ឈប", "ឈប", "ឈប់ផ្ញើ",
    "បញ្ឈប់ផ្ញើ", "កុំផ្ញើ", "ឈប់ផ្ញើសារ", "កុំផ្ញើសារ", "បោះបង់", "លុបចោល", "មិនចង់បាន", "មិនយក", "អត់យក",
  ]
  private static let start: Set<String> = [
    "start", "unstop", "subscribe", "opt in", "optin", "opt-in", "ចាប់ផ្ដើម", "ចាប់ផ្តើម", "ផ្ញើវិញ", "ទទួលវិញ",
  ]
  /// Words that change nothing around the one that counts.
  private static let courtesy: Set<String> = [
    "please", "pls", "plz", "sending", "me", "messages", "message", "sms", "texts", "text", "texting", "this", "it",
    "now", "thanks", "thank", "you", "ok", "sir", "bong", "all", "these", "the",
  ]
  private static let khmerCourtesy = ["សូម", "ទៀត", "មក", "ខ្ញុំ", "ណា", "បង", "ហើយ", "អរគុណ", "សារ", "លោក", "បាទ", "ចាស"]

  private static func isAsking(_ text: String, _ keywords: Set<String>) -> Bool {
    if keywords.contains(text) { return true }
    let bare = text.split(separator: " ").map(String.init).filter { !courtesy.contains($0) }.joined(separator: " ")
    if keywords.contains(bare) { return true }
    var khmer = bare.replacing(" ", with: "")
    for word in khmerCourtesy { khmer = khmer.replacing(word, with: "") }
    return keywords.contains(khmer)
  }

  /// Compatibility-composed (full-width letters become plain), lower case, without zero-width characters; everything
  /// that is not a letter, mark or digit is a space.
  private static func normalised(_ reply: String) -> String {
    let composed = reply.prefix(400).description.precomposedStringWithCompatibilityMapping.lowercased()
    var out = String.UnicodeScalarView()
    for scalar in composed.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .format: continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
        out.append(scalar)
      case .nonspacingMark, .spacingMark:
        // Marks that belong to pictures, not to letters.
        if !(0xFE00...0xFE0F).contains(scalar.value), scalar.value != 0x20E3 { out.append(scalar) }
      case .dashPunctuation: out.append("-")
      default: if scalar != "'" && scalar != "’" { out.append(" ") }
      }
    }
    return String(out).split(separator: " ").joined(separator: " ")
  }
}
