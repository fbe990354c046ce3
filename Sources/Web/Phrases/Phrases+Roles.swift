import Domain

/// Who works with the program.
extension Phrase {
  static func role(_ role: Role) -> Phrase {
    switch role {
    case .administrator: Phrase("Administrator", "អ្នក|គ្រប់គ្រង|ប្រព័ន្ធ")
    case .coordinator: Phrase("Coordinator", "អ្នក|សម្របសម្រួល")
    case .manager: Phrase("Manager", "ប្រធាន")
    case .volunteer: Phrase("Volunteer", "អ្នក|ស្ម័គ្រចិត្ត")
    case .auditor: Phrase("Auditor", "សវនករ")
    }
  }
}
