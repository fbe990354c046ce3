import Planning
import Testing

@Suite struct SeededGeneratorTests {
  @Test func `the numbers are those of the published method`() {
    // Reference values of SplitMix64 for the seed 1234567, as the authors' C code prints them.
    var random = SeededGenerator(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }

  @Test func `draws stay in their range and reach all of it`() {
    var random = SeededGenerator(seed: 9)
    let draws = (0..<2000).map { _ in random.below(7) }
    #expect(Set(draws) == Set(0..<7))
    #expect((0..<2000).allSatisfy { _ in (0..<1).contains(random.unit()) })
  }

  @Test func `shuffling loses nothing`() {
    var random = SeededGenerator(seed: 4)
    var items = Array(0..<50)
    random.shuffle(&items)
    #expect(items != Array(0..<50))
    #expect(items.sorted() == Array(0..<50))
  }
}
