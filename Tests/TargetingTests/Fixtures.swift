import Domain
import Targeting

/// A small world: one province, two districts of it with namesakes, and people with holes in their records.
enum World {
  static let places: [Place] = [
    place("02", "Khaet", "Battambang", "បាត់ដំបង"), place("0203", "Krong", "Battambang", "បាត់ដំបង"),
    place("020301", "Sangkat", "Tuol Ta Aek", "ទួលតាឯក"), place("02030101", "Phum", "Ou Ta Kam Muoy", "អូរតាគាំ១"),
    place("02030102", "Phum", "Ou Ta Kam Pir", "អូរតាគាំ២"), place("020304", "Sangkat", "Ou Char", "អូរចារ"),
    place("02030401", "Phum", "Ou Char", "អូរចារ"), place("0204", "Srok", "Bavel", "បវេល"),
    place("020401", "Khum", "Bavel", "បវេល"), place("02040101", "Phum", "Svay Chrum", "ស្វាយជ្រុំ"),
    place("01", "Khaet", "Banteay Meanchey", "បន្ទាយមានជ័យ"),
  ]

  static let vocabulary = SegmentVocabulary(
    places: places,
    attributes: [
      "roof": .text, "floors": .number, "land title": .flag, "age": .text, "ប្រភេទដំបូល": .text, "wéll`s": .number,
    ])

  static func place(_ code: String, _ unit: String, _ en: String, _ km: String) -> Place {
    Place(code: Place.Code(code)!, unit: unit, name: LocalizedText(km: km, en: en))
  }

  static func parse(_ text: String) throws -> SegmentExpression { try SegmentParser(vocabulary).parse(text) }

  static func person(_ id: String, _ fill: (inout Citizen) -> Void = { _ in }) -> Person {
    var citizen = Citizen(id: CitizenID(id))
    fill(&citizen)
    return Person(citizen)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same people and rules on every machine.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func maybe<T>(_ value: T) -> T? { Int.random(in: 0..<4, using: &self) == 0 ? nil : value }
}

/// People and rules made up by chance, with every column at times unknown.
struct Chance {
  var dice: Seeded

  static let codes = ["02", "0203", "020301", "02030101", "02030102", "020304", "02030401", "02040101", "01"]
    .map { Place.Code($0)! }

  mutating func people(_ count: Int) -> [Person] { (0..<count).map { person($0) } }

  mutating func person(_ number: Int) -> Person {
    var citizen = Citizen(id: CitizenID("C\(number)"))
    citizen.household = dice.maybe(HouseholdID("H\(number / 3)"))
    citizen.sex = dice.maybe(Bool.random(using: &dice) ? .female : .male)
    citizen.birthYear = dice.maybe(Int.random(in: 1950...2020, using: &dice))
    citizen.village = dice.maybe(Self.codes.randomElement(using: &dice)!)
    citizen.language = dice.maybe(["km", "en", "tpu"].randomElement(using: &dice)!)
    citizen.phone = dice.maybe(PhoneNumber(e164: "+85500\(1_000_000 + number)")!)
    citizen.telegram = dice.maybe("t\(number)")
    citizen.facts.ownsMotorbike = dice.maybe(Bool.random(using: &dice))
    citizen.facts.ownsHouse = dice.maybe(Bool.random(using: &dice))
    citizen.facts.ownsBusiness = dice.maybe(Bool.random(using: &dice))
    citizen.facts.idPoor = dice.maybe(Bool.random(using: &dice))
    citizen.facts.disability = dice.maybe(Bool.random(using: &dice))
    citizen.facts.ethnicMinority = dice.maybe(Bool.random(using: &dice))
    citizen.attributes["floors"] = dice.maybe(
      [.number(1), .number(2.5), .text("two"), .flag(true)].randomElement(using: &dice)!)
    citizen.attributes["roof"] = dice.maybe([.text("Tin"), .text("tile"), .number(3)].randomElement(using: &dice)!)
    citizen.attributes["land title"] = dice.maybe([.flag(true), .flag(false), .text("?")].randomElement(using: &dice)!)
    return Person(citizen, lastReached: dice.maybe(LocalDate(dayNumber: Int.random(in: 20_000...20_400, using: &dice))))
  }

  mutating func rule(depth: Int = 4) -> SegmentExpression {
    switch depth == 0 ? 3 : Int.random(in: 0...4, using: &dice) {
    case 0: .and((0..<Int.random(in: 2...3, using: &dice)).map { _ in rule(depth: depth - 1) })
    case 1: .or((0..<Int.random(in: 2...3, using: &dice)).map { _ in rule(depth: depth - 1) })
    case 2: .not(rule(depth: depth - 1))
    default: condition()
    }
  }

  private mutating func condition() -> SegmentExpression {
    switch Int.random(in: 0...11, using: &dice) {
    case 0: .everyone
    case 1, 2: .fact(Fact.allCases.randomElement(using: &dice)!)
    case 3: .has(ContactWay.allCases.randomElement(using: &dice)!)
    case 4: .reached(since: LocalDate(dayNumber: Int.random(in: 20_000...20_400, using: &dice)))
    case 5: .sex(Bool.random(using: &dice) ? .female : .male)
    case 6: .age(number(Double(Int.random(in: 5...70, using: &dice))))
    case 7: .language(Array(["km", "tpu", "vi"].shuffled(using: &dice).prefix(Int.random(in: 1...2, using: &dice))))
    case 8: .place(Array(Self.codes.shuffled(using: &dice).prefix(Int.random(in: 1...3, using: &dice))))
    case 9: .unknown(column())
    case 10: .attribute("floors", .number(number([1, 2.5].randomElement(using: &dice)!)))
    default: [.attribute("land title", .flag), .attribute("roof", .text(["tin", "3"]))].randomElement(using: &dice)!
    }
  }

  private mutating func number(_ limit: Double) -> NumberTest {
    Bool.random(using: &dice) ? .oneOf([limit]) : .order(NumberTest.Order.allCases.randomElement(using: &dice)!, limit)
  }

  private mutating func column() -> SegmentColumn {
    let columns = Fact.allCases.map(SegmentColumn.fact) + [.sex, .age, .language, .place, .attribute("roof")]
    return columns.randomElement(using: &dice)!
  }
}
