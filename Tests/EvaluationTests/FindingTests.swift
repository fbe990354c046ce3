import Domain
import Evaluation
import Testing

struct FindingTests {
  private func side(
    _ dollars: Int64, reached: Int = 1_000, aware: Int? = nil, of asked: Int = 400, before: Double? = nil
  ) -> Outcome {
    Outcome(
      spent: Money(minor: dollars * 100, .usd), reached: PeopleRange(reached, reached), concerned: 30_000,
      after: aware.map { Share(aware: $0, asked: asked) }, before: before.map { .reported($0) })
  }

  @Test func `a clear difference carries both values and the ratio of spending`() throws {
    let finding = Finding(ngo: side(66_000, aware: 332, before: 0.2), government: side(18_000, aware: 110, before: 0.2))
    guard case .clear(let difference) = finding else {
      Issue.record("no clear difference: \(finding)")
      return
    }
    #expect(difference.measure == .costPerNewlyAware)
    #expect(abs(difference.ngo - 66_000 / (0.63 * 30_000)) < 0.0001)  // 3.49
    #expect(abs(difference.government - 18_000 / (0.075 * 30_000)) < 0.0001)  // 8.00
    #expect(abs(try #require(difference.spendingRatio) - 3.6667) < 0.001)
    #expect(abs(difference.relative - -0.563) < 0.001)
  }

  @Test func `overlapping costs are no clear difference`() {
    #expect(
      Finding(ngo: side(40_000, aware: 200, before: 0.2), government: side(30_000, aware: 180, before: 0.2))
        == .noClearDifference(.costPerNewlyAware))
  }

  @Test func `a side without a clear change makes no cost to compare`() {
    #expect(
      Finding(ngo: side(66_000, aware: 332, before: 0.2), government: side(18_000, aware: 82, before: 0.2))
        == .noClearDifference(.costPerNewlyAware))
  }

  @Test func `without a baseline the shares themselves are compared`() {
    let finding = Finding(ngo: side(22_000, aware: 380), government: side(0, aware: 96))
    #expect(
      finding == .clear(.init(measure: .awareness, ngo: 0.95, government: 0.24, spendingRatio: nil)))
    #expect(
      Finding(ngo: side(22_000, aware: 100), government: side(6_000, aware: 96)) == .noClearDifference(.awareness))
  }

  @Test func `one side, too few, nobody reached and nothing at all are said as such`() {
    let ngo = side(66_000, aware: 332, before: 0.2)
    let nothing = side(0, reached: 0)
    #expect(Finding(ngo: ngo, government: nil) == .oneSided(.ngo))
    #expect(Finding(ngo: nothing, government: ngo) == .oneSided(.government))
    #expect(Finding(ngo: nothing, government: nil) == .nothing)
    #expect(Finding(ngo: ngo, government: side(100, aware: 4, of: 9, before: 0.2)) == .tooFew)
    #expect(Finding(ngo: side(5_000, reached: 0), government: side(6_000)) == .noClearDifference(.awareness))
  }
}
