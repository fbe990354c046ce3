import Domain
import Targeting
import Testing

struct SegmentSentencesTests {
  private func lines(_ rule: String, _ language: Language) throws -> [String] {
    SegmentSentences(World.vocabulary, in: language).lines(try World.parse(rule))
  }

  @Test func `each line that must hold is one English sentence`() throws {
    #expect(
      try lines("(owns_motorbike or owns_house) and place = 0203 and age >= 18 and not has email", .en) == [
        "Owns a motorbike or owns a house", "Lives in Krong Battambang, Battambang", "Is at least 18 years old",
        "Has no e-mail on record",
      ])
  }

  @Test func `a negation moves to the conditions it means`() throws {
    #expect(
      try lines("not (owns_house or id_poor and sex = F)", .en) == [
        "Owns no house and (is not in an ID-Poor household or is male)"
      ])
    #expect(try lines("not age >= 18", .en) == ["Is under 18 years old"])
    #expect(try lines("not unknown place", .en) == ["The place is on record"])
  }

  @Test func `Khmer lines name the places in Khmer and use Khmer digits`() throws {
    let lines = try lines("place = 0203 and age < 30", .km)
    let seen = lines.map { line in
      var scalars = line.unicodeScalars
      scalars.removeAll { $0 == "\u{200B}" }
      return String(scalars)
    }
    #expect(seen == ["រស់នៅក្នុងបាត់ដំបង, បាត់ដំបង", "អាយុក្រោម៣០ឆ្នាំ"])
    #expect(lines[1] == "អាយុ\u{200B}ក្រោម\u{200B}៣០\u{200B}ឆ្នាំ")
  }

  @Test func `no Khmer line runs on without a word boundary`() {
    var chance = Chance(dice: Seeded(3))
    let plain = SegmentSentences(SegmentVocabulary(), in: .km)
    for _ in 0..<500 {
      for line in plain.lines(chance.rule()) {
        #expect(!line.contains("|"))
        var run = 0
        for scalar in line.unicodeScalars {
          run = (0x1780...0x17FF).contains(scalar.value) ? run + 1 : 0
          #expect(run <= 20, "\(line)")
        }
      }
    }
  }
}
