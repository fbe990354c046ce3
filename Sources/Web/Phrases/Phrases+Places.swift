import Domain

/// Administrative words by type, as the gazetteer names them.
extension Phrase {
  static func level(_ level: Place.Level) -> Phrase {
    switch level {
    case .province: Phrase("Province", "ខេត្ត")
    case .district: .district
    case .commune: Phrase("Commune", "ឃុំ ឬ|សង្កាត់")
    case .village: Phrase("Village", "ភូមិ")
    }
  }

  /// The word for a place's own kind; unknown words stay as the file has them.
  static func unit(_ unit: String) -> Phrase? {
    switch unit.lowercased() {
    case "khaet", "province": Phrase("province", "ខេត្ត")
    case "reach theani", "reach thea ni", "capital": Phrase("capital", "រាជធានី")
    case "srok", "district": Phrase("district", "ស្រុក")
    case "krong", "municipality": Phrase("municipality", "ក្រុង")
    case "khan": Phrase("khan", "ខណ្ឌ")
    case "khum", "commune": Phrase("commune", "ឃុំ")
    case "sangkat": Phrase("sangkat", "សង្កាត់")
    case "phum", "village": Phrase("village", "ភូមិ")
    default: nil
    }
  }

  static let pagoda = Phrase("Pagoda", "វត្ត")
  static let school = Phrase("School", "សាលា|រៀន")
  static let market = Phrase("Market", "ផ្សារ")
  static let communeHall = Phrase("Commune hall", "សាលា|ឃុំ")
  static let north = Phrase("N", "ជើង")
  static let mapOfRoute = Phrase("Map of the route", "ផែនទី|ផ្លូវ|ដើរ")
  static let mapWithoutStreets = Phrase("Map without streets", "ផែនទី|គ្មាន|ផ្លូវ|ថ្នល់")
  static let mapLegend = Phrase(
    "Green: talked. Triangle: not home. Square: refused or moved.",
    "បៃតង៖ បាន|ជួប។ ត្រីកោណ៖ មិន|នៅ|ផ្ទះ។ ការ៉េ៖ បដិសេធ ឬ|ប្ដូរ|លំនៅ។")

  static func mapDescription(_ houses: Int, done: Int, next: Int?) -> Phrase {
    guard let next else {
      return Phrase(
        "\(houses) houses in walking order. \(done) are done.", "ផ្ទះ \(houses) តាម|លំដាប់|ដើរ។ រួច|ហើយ \(done)។")
    }
    return Phrase(
      "\(houses) houses in walking order. \(done) are done, house \(next) is next. The list has the same houses.",
      "ផ្ទះ \(houses) តាម|លំដាប់|ដើរ។ រួច|ហើយ \(done)។ បន្ទាប់|គឺ|ផ្ទះ|ទី\(next)។")
  }
}
