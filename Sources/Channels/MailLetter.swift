import Foundation

/// A letter as mail servers want it: RFC 5322 head, UTF-8 text in base64, nothing in the head that could break it.
struct MailLetter {
  var from: String
  var fromName: String
  var to: String
  var subject: String
  var text: String
  /// Without the angle brackets; the same for every attempt, so that a mailbox can tell a repetition.
  var id: String
  var date: Date
  /// The address that ends everything, for the mail program's own button (RFC 2369, RFC 8058).
  var stop: String?

  var bytes: [UInt8] {
    var head = [
      "From: \(fromName.isEmpty ? "<\(from)>" : "\(Self.words(fromName)) <\(from)>")", "To: <\(to)>",
      "Subject: \(Self.words(subject))", "Date: \(Self.written(date))", "Message-ID: <\(id)>", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: base64",
      // Nobody's holiday notice has to answer us (RFC 3834).
      "Auto-Submitted: auto-generated",
    ]
    if let stop {
      head.append("List-Unsubscribe: <\(stop)>")
      // The promise that one POST is enough holds only where it cannot be read on its way.
      if stop.hasPrefix("https://") { head.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click") }
    }
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n" + Self.body(text)).utf8)
  }

  /// Whatever ends them; to Swift CR LF is one letter and neither CR nor LF.
  static func lines(_ text: String) -> [String] {
    text.replacingOccurrences(of: "\r\n", with: "\n").split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r"
    }
    .map(String.init)
  }

  /// Base64 in lines of 76, with an end of line of its own behind the last.
  private static func body(_ text: String) -> String {
    let wire = Data(lines(text).joined(separator: "\r\n").utf8)
    return wire.base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
      + "\r\n"
  }

  /// Words of a head line: as they are when plain, else RFC 2047 words of at most 75 signs, cut between letters.
  static func words(_ text: String) -> String {
    let line = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
    let isPlain = line.utf8.count <= 60 && line.utf8.allSatisfy { isPlainByte($0) }
    if isPlain { return line }
    // 45 bytes become 60 signs of base64, and "=?UTF-8?B?" with "?=" are 12.
    var chunks: [[UInt8]] = [[]]
    for scalar in line.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if chunks[chunks.count - 1].count + bytes.count > 45 { chunks.append([]) }
      chunks[chunks.count - 1] += bytes
    }
    return chunks.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }

  /// Letters, digits and what may stand in a phrase without quotes.
  private static func isPlainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: " !'*+-/_".utf8.contains(byte)
    }
  }

  /// "Sat, 21 Nov 2026 18:14:11 +0000"
  static func written(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let two = { (number: Int?) in String(format: "%02d", number ?? 0) }
    let day = "\(days[(parts.weekday ?? 1) - 1]), \(two(parts.day)) \(months[(parts.month ?? 1) - 1])"
    return "\(day) \(parts.year ?? 1970) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
  }
}

/// An e-mail address that can stand in an envelope and a head: ASCII, one `@`, a name with a dot behind it.
struct MailAddress {
  let text: String
  let domain: String

  init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64, text.utf8.count <= 254,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && !"<>()[]\\,;:\"".utf8.contains($0) })
    else { return nil }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.allSatisfy { label in
      !label.isEmpty && label.first != "-" && label.last != "-"
        && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
    guard isName, labels.count >= 2 || parts[1] == "localhost" else { return nil }
    self.text = text
    domain = String(parts[1])
  }
}
