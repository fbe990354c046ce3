import Domain
import Targeting
import Testing

struct SegmentParserTests {
  private func failure(_ text: String) -> SegmentSyntaxError? {
    do throws(SegmentSyntaxError) {
      _ = try SegmentParser(World.vocabulary).parse(text)
      return nil
    } catch { return error }
  }

  @Test func `and binds closer than or, and brackets bind closest`() throws {
    #expect(
      try World.parse("owns_house or owns_motorbike and id_poor")
        == .or([.fact(.ownsHouse), .and([.fact(.ownsMotorbike), .fact(.idPoor)])]))
    #expect(
      try World.parse("(owns_house or owns_motorbike) and not id_poor")
        == .and([.or([.fact(.ownsHouse), .fact(.ownsMotorbike)]), .not(.fact(.idPoor))]))
  }

  @Test(arguments: [
    ("OWNS_HOUSE AND Age >= 18", "owns_house and age >= 18"),
    ("sex=female", "sex = F"), ("sex != male", "sex != M"), ("sex in (F, M)", "sex = F or sex = M"),
    ("owns_house = no", "not owns_house"), ("age in (18, 19)", "age in (18, 19)"), ("not age = 18", "age != 18"),
    ("place = \"Krong Battambang\"", "place = 0203"), ("place = 'Ou Char, Battambang, Battambang'", ""),
    ("place in (Bavel, 01)", ""),
    ("place = \"Srok Bavel\" or place = 'ទួល\u{200B}តាឯក'", "place = 0204 or place = 020301"),
    ("place not in (0203, 01)", "not place in (0203, 01)"), ("language != km", "language != km"),
    ("has PHONE and reached since \"2026-01-31\"", "has phone and reached since 2026-01-31"),
    ("Roof = tin", "roof = \"tin\""), ("roof in ('a \\'b\\'', \"c\\\"d\")", "roof in (\"a 'b'\", \"c\\\"d\")"),
    ("floors > 2.50", "floors > 2.5"), ("`land title`", "`land title`"), ("`land title` = no", "not `land title`"),
    ("`age` = old", "`age` = \"old\""), ("ប្រភេទ\u{200B}ដំបូល = ស័ង្កសី", "ប្រភេទដំបូល = \"ស័ង្កសី\""),
    ("`wéll\\`s` >= -1", "`wéll\\`s` >= -1"), ("unknown `age` and unknown age", "unknown `age` and unknown age"),
    ("((everyone))", "everyone"),
  ])
  func `a rule is written back in its canonical spelling`(_ rule: String, _ canonical: String) throws {
    guard !canonical.isEmpty else {
      #expect(failure(rule)?.sentence.contains("places are called") == true)
      return
    }
    let expression = try World.parse(rule)
    #expect(expression.text == canonical)
    #expect(try World.parse(expression.text) == expression)
  }

  @Test func `every rule that can be built reads back as itself`() throws {
    var chance = Chance(dice: Seeded(41))
    for _ in 0..<2000 {
      let rule = chance.rule(depth: 5)
      #expect(try World.parse(rule.text) == rule, "\(rule.text)")
    }
  }

  @Test(arguments: [
    ("", 1, "the end cannot stand here", "write a column"),
    ("owns_motobike", 1, "unknown word 'owns_motobike'", "did you mean owns_motorbike"),
    ("owns_house an id_poor", 12, "'an' cannot stand here", "did you mean and"),
    ("owns_house and", 15, "the end cannot stand here", "write a column"),
    ("(owns_house", 12, "the end cannot stand here", "closing bracket"),
    ("owns_house)", 11, "')' cannot stand here", "the end"),
    ("age", 1, "'age' is no yes/no column", "age >= 18"),
    ("age > old", 7, "'old' is no number", "18"),
    ("age >= 1e999", 8, "'1e999' is no number", "digits"),
    ("sex = X", 7, "'X' is no value of sex", "F or M"),
    ("sex > F", 5, "only numbers and ages have an order", "use ="),
    ("id_poor = maybe", 11, "'maybe' is neither yes nor no", "yes or no"),
    ("language = khmer", 12, "'khmer' is no language code", "km"),
    ("place = Battambng", 9, "no place is called 'Battambng'", "did you mean Battambang"),
    (
      "place = Battambang", 9, "2 places are called 'Battambang'", "02 (Khaet Battambang), 0203 (Krong Battambang, Batt"
    ),
    ("place = 0299", 9, "there is no place with the code 0299", "Khaet Battambang"),
    ("place = 203", 9, "no place is called '203'", "digits"),
    ("has telegrm", 5, "unknown word 'telegrm'", "did you mean telegram"),
    ("reached 2026-01-01", 9, "'2026-01-01' cannot stand here", "reached since 2026-01-01"),
    ("reached since 2026-02-30", 15, "'2026-02-30' is no day", "2026-01-31"),
    ("unknown has phone", 9, "whether somebody has an address is always known", "write not"),
    ("owns_house == yes", 12, "'==' is no sign of a rule", "write ="),
    ("owns_house && id_poor", 12, "'&&' is no sign of a rule", "write and"),
    ("roof = \"tin", 8, "the quotation mark is never closed", "add \""),
    ("roof < tin", 6, "only numbers and ages have an order", "use ="),
    ("roof", 1, "'roof' is no yes/no column", "roof ="),
    ("flors > 1", 1, "unknown word 'flors'", "did you mean floors"),
    ("age in 18, 19", 8, "'18' cannot stand here", "in (0203, 0204)"),
    ("place = or", 9, "'or' is no value", "write a number"),
    ("ផ្ទះ = 1", 1, "unknown word 'ផ្ទះ'", "write a column"),
  ])
  func `an error names the column, what is wrong and what would be right`(
    _ rule: String, _ column: Int, _ sentence: String, _ suggestion: String
  ) throws {
    let error = try #require(failure(rule))
    #expect(error.column == column)
    #expect(error.sentence == sentence)
    #expect(error.suggestion?.contains(suggestion) == true, "\(error)")
  }

  @Test func `hostile depth and length are refused instead of filling the stack`() {
    #expect(failure(String(repeating: "(", count: 5000))?.sentence.contains("deeper") == true)
    #expect(failure(String(repeating: "not ", count: 4000) + "id_poor")?.sentence.contains("deeper") == true)
    #expect(failure(String(repeating: "x", count: 20_001))?.sentence.contains("longer") == true)
    #expect(failure(String(repeating: "(", count: 99) + "id_poor" + String(repeating: ")", count: 99)) == nil)
  }

  @Test func `a rule without a gazetteer takes any well-formed code but no name`() throws {
    #expect(try SegmentParser().parse("place = 9999") == .place([Place.Code("9999")!]))
    #expect(throws: SegmentSyntaxError.self) { try SegmentParser().parse("place = Battambang") }
  }

  @Test func `a column that holds several kinds is text`() {
    let kinds = SegmentVocabulary.kinds(of: [
      ["door": .number(12), "well": .flag(true)], ["door": .text("12A")], ["door": .number(3), "floors": .number(1)],
    ])
    #expect(kinds == ["door": .text, "well": .flag, "floors": .number])
  }
}
