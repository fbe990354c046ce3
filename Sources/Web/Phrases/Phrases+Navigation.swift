/// The frame: navigation, the header, the footer.
extension Phrase {
  static let today = Phrase("Today", "ថ្ងៃ|នេះ")
  static let campaigns = Phrase("Campaigns", "យុទ្ធនាការ")
  static let calendar = Phrase("Calendar", "ប្រតិទិន")
  static let audience = Phrase("Audience", "ក្រុម|គោលដៅ")
  static let volunteers = Phrase("Volunteers", "អ្នក|ស្ម័គ្រចិត្ត")
  static let messages = Phrase("Messages", "សារ")
  static let results = Phrase("Results", "លទ្ធផល")

  static let mainNavigation = Phrase("Main", "ម៉ឺនុយ|មេ")
  static let breadcrumb = Phrase("You are here", "អ្នក|នៅ|ទីនេះ")
  static let menu = Phrase("Menu", "ម៉ឺនុយ")
  static let skipToContent = Phrase("Skip to content", "រំលង|ទៅ|ខ្លឹមសារ")
  static let settings = Phrase("Settings", "ការ|កំណត់")
  static let help = Phrase("Help", "ជំនួយ")
  static let status = Phrase("Status", "ស្ថានភាព")
  static let search = Phrase("Search", "ស្វែងរក")
  static let signIn = Phrase("Sign in", "ចូល|ប្រើ")
  static let signOut = Phrase("Sign out", "ចាក|ចេញ")
  static let language = Phrase("Language", "ភាសា")
  static let userName = Phrase("User name", "ឈ្មោះ|អ្នក|ប្រើ")
  static let password = Phrase("Password", "ពាក្យ|សម្ងាត់")

  static func timesIn(_ zone: String) -> Phrase {
    Phrase("Times in \(zone)", "ម៉ោង|តាម \(zone)")
  }
}
