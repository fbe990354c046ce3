import Domain
import Evaluation
import Testing

struct OutcomeTests {
  private func dollars(_ dollars: Int64) -> Money { Money(minor: dollars * 100, .usd) }

  private func outcome(
    _ spent: Int64, reached: PeopleRange = PeopleRange(10_000, 10_000), after: Share?, before: Baseline?
  ) -> Outcome {
    Outcome(spent: dollars(spent), reached: reached, concerned: 25_000, after: after, before: before)
  }

  /// Rounded to cents, as pages show it.
  private func cents(_ cost: Result<UnitCost, UnitCost.Missing>) throws -> Double {
    let value = try #require(try cost.get().value)
    return (Double(value.micro) / 10_000).rounded() / 100
  }

  @Test func `the programme's figures give the three costs side by side`() throws {
    // Government alone: about USD 6,000 a year and 24 % aware. With an NGO: USD 16,000 more and 95 %.
    let before = Baseline.reported(0.04)
    let government = outcome(6_000, after: Share(aware: 240, asked: 1000), before: before)
    let ngo = outcome(22_000, after: Share(aware: 950, asked: 1000), before: before)
    #expect(try cents(government.costPerReached) == 0.60)
    #expect(try cents(ngo.costPerReached) == 2.20)
    #expect(try cents(government.costPerAware) == 1.00)  // 6,000 ÷ (0.24 × 25,000)
    #expect(try cents(ngo.costPerAware) == 0.93)  // 22,000 ÷ (0.95 × 25,000)
    #expect(try cents(government.costPerNewlyAware) == 1.20)  // 6,000 ÷ (0.20 × 25,000)
    #expect(try cents(ngo.costPerNewlyAware) == 0.97)  // 22,000 ÷ (0.91 × 25,000)
    let year2011 = outcome(22_000, after: Share(aware: 700, asked: 1000), before: before)
    #expect(try cents(year2011.costPerAware) == 1.26)
  }

  @Test func `a cost's range is the money over the range of people`() throws {
    let cost = try outcome(6_000, after: Share(aware: 7, asked: 10), before: nil).costPerAware.get()
    // 0.3968…0.8922 × 25,000 = 9,919…22,305 people.
    #expect(cost.low.micro == 268_995)
    #expect(abs(Double(try #require(cost.high).micro) / 1e6 - 0.60487) < 0.00001)
    #expect(cost.fewAsked)
    #expect(cost.low.micro <= cost.value!.micro)
  }

  @Test func `an end at nobody leaves the dear end open`() throws {
    let unheard = try outcome(6_000, after: Share(aware: 0, asked: 100), before: nil).costPerAware.get()
    #expect(unheard.value == nil && unheard.high == nil)
    #expect(unheard.low.micro > 6_000_000_000 / 1_000)  // at most 3.7 % of 25,000 people
    let none = outcome(6_000, reached: PeopleRange(0, 500), after: nil, before: nil)
    #expect(try none.costPerReached.get().high == nil)
    #expect(try none.costPerReached.get().low.text == "12 USD")
  }

  @Test func `people known only as a range give a range of costs without a middle`() throws {
    let cost = try outcome(6_000, reached: PeopleRange(1_000, 3_000), after: nil, before: nil).costPerReached.get()
    #expect(cost.value == nil)
    #expect(cost.low.text == "2 USD")
    #expect(cost.high?.text == "6 USD")
  }

  @Test func `where there is no figure there is a reason`() {
    let surveyed = Share(aware: 50, asked: 100)
    #expect(outcome(0, after: surveyed, before: nil).costPerAware == .failure(.nothingSpent))
    #expect(
      outcome(5, reached: PeopleRange(0, 0), after: nil, before: nil).costPerReached == .failure(.nobodyReached))
    #expect(outcome(5, after: nil, before: nil).costPerAware == .failure(.noSurvey))
    #expect(outcome(5, after: Share(aware: 0, asked: 0), before: nil).costPerAware == .failure(.noSurvey))
    #expect(outcome(5, after: Share(aware: 5, asked: 9), before: nil).costPerAware == .failure(.tooFewAsked))
    #expect(outcome(5, after: surveyed, before: nil).costPerNewlyAware == .failure(.noBaseline))
    #expect(outcome(5, after: surveyed, before: .reported(0.5)).costPerNewlyAware == .failure(.noClearChange))
    #expect(outcome(5, after: surveyed, before: .reported(0.9)).costPerNewlyAware == .failure(.fewerAware))
    let nobody = Outcome(
      spent: dollars(5), reached: PeopleRange(1, 1), concerned: nil, after: surveyed, before: nil)
    #expect(nobody.costPerAware == .failure(.peopleConcernedUnknown))
  }

  @Test func `districts together are weighted by their people, not by who was asked`() throws {
    let town = Outcome(
      spent: dollars(100), reached: PeopleRange(10, 20), concerned: 9_000, after: Share(aware: 90, asked: 100),
      before: .survey(Share(aware: 20, asked: 100)))
    let country = Outcome(
      spent: dollars(50), reached: PeopleRange(5, 5), concerned: 1_000, after: Share(aware: 100, asked: 1000),
      before: .survey(Share(aware: 50, asked: 1000)))
    let both = Outcome.combined([town, country])
    #expect(both.spent == dollars(150))
    #expect(both.reached == PeopleRange(15, 25))
    let aware = try both.aware.get()
    #expect(abs(aware.value - 8_200) < 1e-6)  // 0.9 × 9,000 + 0.1 × 1,000
    let parts = try (town.aware.get(), country.aware.get())
    #expect(aware.low > parts.0.low + parts.1.low && aware.high < parts.0.high + parts.1.high)
    #expect(abs(try both.newlyAware.get().value - 6_350) < 1e-6)  // 0.7 × 9,000 + 0.05 × 1,000
    #expect(Outcome.combined([town]) == town)
  }

  @Test func `one district without a survey leaves all of them without a share`() {
    let surveyed = outcome(10, after: Share(aware: 50, asked: 100), before: nil)
    let silent = outcome(10, after: nil, before: nil)
    let small = outcome(10, after: Share(aware: 1, asked: 3), before: nil)
    #expect(Outcome.combined([surveyed, silent]).costPerAware == .failure(.notSurveyedEverywhere))
    #expect(Outcome.combined([silent, silent]).costPerAware == .failure(.noSurvey))
    #expect(Outcome.combined([silent, small]).costPerAware == .failure(.tooFewAsked))
  }
}
