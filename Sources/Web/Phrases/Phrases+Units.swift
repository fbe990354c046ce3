import Domain

/// Units and counts of things. Khmer has no plural; English has one and other.
extension Phrase {
  static func metres(_ number: String) -> Phrase { Phrase("\(number) m", "\(number) ម៉ែត្រ") }
  static func kilometres(_ number: String) -> Phrase { Phrase("\(number) km", "\(number) គ.ម.") }

  static func people(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 person" : "\(count) people", "\(count) នាក់")
  }

  static func households(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 household" : "\(count) households", "\(count) គ្រួសារ")
  }

  static func houses(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 house" : "\(count) houses", "\(count) ផ្ទះ")
  }

  static func teamCount(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 team" : "\(count) teams", "\(count) ក្រុម")
  }

  static func volunteersConfirmed(_ count: Int, of all: Int) -> Phrase {
    Phrase("\(count) of \(all) volunteers confirmed", "អ្នក|ស្ម័គ្រចិត្ត \(count) ក្នុង|ចំណោម \(all) នាក់|បាន|បញ្ជាក់")
  }

  static func volunteers(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 volunteer" : "\(count) volunteers", "អ្នក|ស្ម័គ្រចិត្ត \(count) នាក់")
  }

  static func activities(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 activity" : "\(count) activities", "\(count) សកម្មភាព")
  }

  static func routes(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 route" : "\(count) routes", "\(count) ផ្លូវ")
  }

  static func items(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 item" : "\(count) items", "\(count) ចំណុច")
  }

  static func parts(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 part" : "\(count) parts", "\(count) ផ្នែក")
  }

  static func characters(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 character" : "\(count) characters", "\(count) តួ|អក្សរ")
  }

  static func rows(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 row" : "\(count) rows", "\(count) ជួរ")
  }

  static func leaflets(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 leaflet" : "\(count) leaflets", "ខិត្តប័ណ្ណ \(count)")
  }

  static func hours(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 hour" : "\(count) hours", "\(count) ម៉ោង")
  }

  static func minutes(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 minute" : "\(count) minutes", "\(count) នាទី")
  }

  static func seconds(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 second" : "\(count) seconds", "\(count) វិនាទី")
  }

  static func days(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 day" : "\(count) days", "\(count) ថ្ងៃ")
  }

  static func weeks(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 week" : "\(count) weeks", "\(count) សប្ដាហ៍")
  }

  static func hoursOf(_ hours: Int, _ limit: Int) -> Phrase {
    Phrase("\(hours) of \(limit) hours", "\(hours) ក្នុង|ចំណោម \(limit) ម៉ោង")
  }
}
