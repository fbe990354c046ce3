import Evaluation
import Testing

struct ShareTests {
  /// Wilson's interval for published and textbook counts.
  @Test(arguments: [
    (7, 10, 0.397, 0.892), (0, 10, 0.000, 0.278), (10, 10, 0.722, 1.000),
    // Newcombe 1998 (one proportion), table I: 81/263, 15/148, 1/29.
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (1, 29, 0.0061, 0.1718),
  ])
  func `the range of a share is Wilson's`(_ aware: Int, _ asked: Int, _ low: Double, _ high: Double) throws {
    let estimate = try #require(Share(aware: aware, asked: asked).estimate)
    #expect(abs(estimate.low - low) < 0.0005 && abs(estimate.high - high) < 0.0005, "\(estimate)")
    #expect(estimate.value == Double(aware) / Double(asked))
  }

  @Test func `a share never leaves 0 to 1 and always lies in its own range`() throws {
    for asked in 1...60 {
      for aware in 0...asked {
        let estimate = try #require(Share(aware: aware, asked: asked).estimate)
        #expect(estimate.low >= 0 && estimate.high <= 1 && estimate.contains(estimate.value))
        #expect(estimate.low < estimate.high)
      }
    }
  }

  @Test func `nobody asked is no figure, and few asked is said`() {
    #expect(Share(aware: 0, asked: 0).estimate == nil)
    #expect(Share(aware: 0, asked: 0).weight == .tooFew)
    #expect(Share(aware: 9, asked: 9).weight == .tooFew)
    #expect(Share(aware: 9, asked: 10).weight == .few)
    #expect(Share(aware: 9, asked: 29).weight == .few)
    #expect(Share(aware: 9, asked: 30).weight == .enough)
  }
}

struct AwarenessLiftTests {
  /// Newcombe 1998 (two proportions), table II, method 10.
  @Test(arguments: [
    (Share(aware: 56, asked: 70), Share(aware: 48, asked: 80), 0.0524, 0.3339),
    (Share(aware: 9, asked: 10), Share(aware: 3, asked: 10), 0.1705, 0.8090),
    (Share(aware: 6, asked: 7), Share(aware: 2, asked: 7), 0.0582, 0.8062),
    (Share(aware: 5, asked: 56), Share(aware: 0, asked: 29), -0.0381, 0.1926),
    (Share(aware: 0, asked: 10), Share(aware: 0, asked: 20), -0.1611, 0.2775),
    (Share(aware: 10, asked: 10), Share(aware: 0, asked: 20), 0.6791, 1.0000),
  ])
  func `the range of a change is Newcombe's`(_ after: Share, _ before: Share, _ low: Double, _ high: Double) throws {
    let change = try #require(AwarenessLift(before: .survey(before), after: after).change)
    #expect(abs(change.low - low) < 0.0001 && abs(change.high - high) < 0.0001, "\(change)")
  }

  @Test func `a change is clear only when its range leaves zero out`() {
    let before = Baseline.survey(Share(aware: 24, asked: 100))
    #expect(AwarenessLift(before: before, after: Share(aware: 70, asked: 100)).verdict == .rise)
    #expect(AwarenessLift(before: before, after: Share(aware: 30, asked: 100)).verdict == .noClearChange)
    #expect(AwarenessLift(before: before, after: Share(aware: 5, asked: 100)).verdict == .fall)
    #expect(AwarenessLift(before: before, after: Share(aware: 9, asked: 9)).verdict == .tooFew)
    #expect(
      AwarenessLift(before: .survey(Share(aware: 0, asked: 5)), after: Share(aware: 90, asked: 100)).verdict == .tooFew)
  }

  @Test func `a reported share before is compared with the range of the share after`() {
    // Wilson's range of 33 in 100 is 24.6 % to 42.7 %: a reported 24 % lies outside, 25 % inside.
    let after = Share(aware: 33, asked: 100)
    #expect(AwarenessLift(before: .reported(0.24), after: after).verdict == .rise)
    #expect(AwarenessLift(before: .reported(0.25), after: after).verdict == .noClearChange)
    #expect(AwarenessLift(before: .reported(0.45), after: after).verdict == .fall)
  }

  @Test func `the change beyond a comparison group takes off what happened anyway`() throws {
    let here = AwarenessLift(before: .survey(Share(aware: 24, asked: 100)), after: Share(aware: 70, asked: 100))
    let there = AwarenessLift(before: .survey(Share(aware: 20, asked: 100)), after: Share(aware: 30, asked: 100))
    let beyond = try #require(here.beyond(there))
    #expect(abs(beyond.value - 0.36) < 1e-9)
    let change = try #require(here.change)
    #expect(beyond.high - beyond.low > change.high - change.low)
  }
}
