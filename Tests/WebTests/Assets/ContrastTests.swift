import Testing

@testable import Web

/// The colours of the stylesheets, held against WCAG 2.2: text 4.5:1, borders and marks 3:1, in light and dark.
@Suite struct ContrastTests {
  private static let text: [(String, String)] = [
    ("ink", "bg"), ("ink", "surface"), ("ink", "sunk"), ("muted", "bg"), ("muted", "surface"), ("accent", "bg"),
    ("accent", "surface"), ("on-accent", "accent"), ("gov", "surface"), ("ngo", "surface"), ("gov", "bg"),
    ("ngo", "bg"),
    ("good", "good-bg"), ("warn", "warn-bg"), ("bad", "bad-bg"), ("info", "info-bg"), ("bad", "surface"),
    ("ink", "good-bg"), ("ink", "warn-bg"), ("ink", "bad-bg"), ("ink", "info-bg"), ("ink", "accent-bg"),
  ]
  private static let marks: [(String, String)] = [
    ("control", "surface"), ("control", "bg"), ("accent", "surface"), ("good", "surface"), ("warn", "surface"),
    ("bad", "surface"), ("info", "surface"), ("gov", "surface"), ("ngo", "surface"),
  ]

  @Test(arguments: ["outreach.css", "volunteer.css"])
  func `every pair of colours can be read`(sheet: String) throws {
    for (theme, colours) in try themes(sheet) {
      for (pairs, least) in [(Self.text, 4.5), (Self.marks, 3.0)] {
        for (front, back) in pairs {
          guard let front = colours[front], let back = colours[back] else { continue }
          #expect(contrast(front, back) >= least, "\(sheet), \(theme): \(front) on \(back)")
        }
      }
    }
  }

  @Test func `the volunteer's colours are the same as the staff's`() throws {
    let (staff, volunteer) = (try themes("outreach.css"), try themes("volunteer.css"))
    for theme in ["light", "dark"] {
      for (name, colour) in try #require(volunteer[theme]) {
        #expect(staff[theme]?[name] == colour, "\(theme) \(name)")
      }
    }
  }

  @Test func `black on white is 21 to 1`() {
    #expect(abs(contrast("#000000", "#ffffff") - 21) < 0.01)
    #expect(contrast("#777777", "#ffffff") < 4.5)
  }

  /// The tokens of the first light and the first dark block.
  private func themes(_ sheet: String) throws -> [String: [String: String]] {
    let css = String(decoding: try #require(Asset.all[sheet]).bytes, as: UTF8.self)
    let dark = try #require(css.firstRange(of: "prefers-color-scheme:dark"))
    return ["light": tokens(css[..<dark.lowerBound]), "dark": tokens(css[dark.upperBound...].prefix(900))]
  }

  private func tokens(_ css: Substring) -> [String: String] {
    var found: [String: String] = [:]
    for match in css.matches(of: /--([a-z-]+):(#[0-9a-f]{3,6})\b/) where found[String(match.output.1)] == nil {
      let hex = String(match.output.2)
      found[String(match.output.1)] = hex.count == 4 ? "#" + hex.dropFirst().map { "\($0)\($0)" }.joined() : hex
    }
    return found
  }

  /// WCAG 2.2, relative luminance and contrast ratio.
  private func contrast(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  private func luminance(_ hex: String) -> Double {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x to the power of 2.4, as x² · (x²)^(1/5) by Newton's method.
  private func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}
