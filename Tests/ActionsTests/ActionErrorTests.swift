import Domain
import SampleOffice
import Testing

@testable import Actions

@Suite struct ActionErrorTests {
  @Test func `of very many findings the first thousand are told, and how many more there are`() async throws {
    let office = try await PlannedOffice()
    let activities = (1...1200).map { "{ id: \"a\($0)\", kind: \"dance\" }" }.joined(separator: ",\n")
    let text = "{ campaign: { id: \"x\", activities: [\(activities)] } }"
    var lines: [String] = []
    do throws(ActionError) {
      _ = try await NewCampaign.run(Array(text.utf8), named: "x.json5", in: office.context(.coordinator))
    } catch { lines = error.findingLines ?? [] }
    #expect(lines.count == 1001)
    #expect(lines.first?.hasPrefix("x.json5:1:") == true)
    #expect(lines.last?.contains(" more; mend these first") == true)
  }
}
