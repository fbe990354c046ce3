import Domain
import Testing

@testable import Outbox
@testable import Storage

struct PipelineTests {
  private func departures(_ count: Int, at time: Double = 0) -> [Departure] {
    (0..<count).map { number in
      let message = Message(
        id: MessageID("m\(number)"), campaign: "c", activity: "a", channel: "sms",
        to: ("p", Address(.phone, "+855120000")))
      return Departure(
        stored: StoredMessage(seq: Int64(number), message: message, purpose: .sms, reserve: 0), at: time)
    }
  }

  /// Lets `count` leave within a tenth of a second and come back.
  private func warm(_ pipeline: inout Pipeline, _ count: Int) {
    pipeline.append(departures(count))
    for number in 0..<count {
      pipeline.leave(at: 0.1 * Double(number + 1) / Double(count))
      pipeline.comeBack()
    }
  }

  @Test func `without keys nothing is started that cannot leave at once`() {
    var pipeline = Pipeline()
    pipeline.connections = 8
    warm(&pipeline, 1000)
    #expect(pipeline.capacity == 8)
    pipeline.append(departures(8))
    #expect(pipeline.free == 0)
  }

  @Test func `with keys more is started ahead, as far as the speed carries`() {
    var pipeline = Pipeline()
    pipeline.connections = 8
    pipeline.isKeyed = true
    #expect(pipeline.capacity == 8)
    warm(&pipeline, 1000)
    #expect((400...520).contains(pipeline.capacity), "\(pipeline.capacity)")
  }

  @Test func `no more are under way than there are connections`() {
    var pipeline = Pipeline()
    pipeline.connections = 2
    pipeline.isKeyed = true
    pipeline.append(departures(3))
    pipeline.leave(at: 0)
    pipeline.leave(at: 0)
    #expect(pipeline.next == nil)
    pipeline.comeBack()
    #expect(pipeline.next?.stored.seq == 2)
  }

  @Test func `what waits too long for a connection goes back, and less is started from then on`() {
    var pipeline = Pipeline()
    pipeline.connections = 1
    pipeline.isKeyed = true
    warm(&pipeline, 1000)
    pipeline.append(departures(5, at: 1))
    pipeline.leave(at: 1)
    #expect(pipeline.recallLate(at: 1 + Pipeline.patience).isEmpty)
    #expect(pipeline.recallLate(at: 1.01 + Pipeline.patience).map(\.stored.seq) == [1, 2, 3, 4])
    #expect(pipeline.capacity == 1 && pipeline.waitingCount == 0)
  }
}
