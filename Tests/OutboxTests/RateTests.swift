import Domain
import Storage
import Testing

@testable import Outbox

struct RateTests {
  private func most(in seconds: Double, _ times: [Double]) -> Int {
    times.indices.map { first in times[first...].prefix { $0 - times[first] < seconds }.count }.max() ?? 0
  }

  @Test func `no window of one second holds more than the rate, and most of it is used`() async throws {
    let lab = try await OutboxLab(people: 200) { _, channel, _ in
      channel.rate = SendRate("20/s")
      channel.connections = 64
    }
    try await lab.launch()
    let start = lab.clock.uptime
    try await lab.run(try await lab.dispatcher(), rounds: 5000)
    #expect(try await lab.counts() == [.sent: 200])
    #expect(most(in: 1, lab.provider.asked.map(\.at)) <= 20)
    #expect(lab.clock.uptime - start < 200 / (20 * 0.93))
  }

  @Test func `a restart gives no fresh burst`() async throws {
    let lab = try await OutboxLab(people: 60) { _, channel, _ in
      channel.rate = SendRate("5/s")
      channel.connections = 64
    }
    try await lab.launch()
    for life in 0..<12 {
      let dispatcher = try await lab.dispatcher("life\(life)")
      try await lab.run(dispatcher, rounds: 15)
      await dispatcher.stop()
      await dispatcher.run()
    }
    #expect(lab.provider.asked.count > 20)
    #expect(most(in: 1, lab.provider.asked.map(\.at)) <= 5)
  }

  @Test func `a rate counts parts`() {
    var pace = SendPace(rate: SendRate("10/s"))
    #expect(pace.take(parts: 3, at: 100) == 100)
    #expect(pace.take(parts: 1, at: 100.2) == nil)
    let next = pace.take(parts: 1, at: 100.25)
    #expect(abs((next ?? 0) - 100.312) < 1e-9)
  }

  @Test func `without a rate nothing waits`() {
    var pace = SendPace(rate: nil)
    for _ in 0..<1000 { #expect(pace.take(parts: 1, at: 7) == 7) }
  }
}
