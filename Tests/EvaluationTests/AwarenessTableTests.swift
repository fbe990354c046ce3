import Domain
import Evaluation
import Testing

struct AwarenessTableTests {
  private func answers(
    _ wave: Survey.Wave, aware: Int, of asked: Int, at place: String? = "020301", _ groups: [Group: Bool] = [:]
  ) -> [SurveyAnswer] {
    (0..<asked).map { number in
      var answer = SurveyAnswer(
        wave, aware: number < aware, place: place.flatMap { Place.Code($0) }, facilitation: .ngo)
      answer.groups = groups
      return answer
    }
  }

  @Test func `a row holds each wave and the change from baseline to endline`() throws {
    let table = AwarenessTable(
      answers(.baseline, aware: 24, of: 100) + answers(.midline, aware: 40, of: 100)
        + answers(.endline, aware: 70, of: 100) + answers(.endline, aware: 3, of: 5, at: nil), by: .district)
    #expect(table.rows.map(\.key) == ["0203", nil])
    #expect(table.rows[0].waves[.midline] == Share(aware: 40, asked: 100))
    #expect(table.rows[0].lift?.verdict == .rise)
    #expect(abs(try #require(table.rows[0].lift?.change).value - 0.46) < 1e-9)
    #expect(table.rows[1].lift == nil)
    #expect(table.total.waves[.endline] == Share(aware: 73, asked: 105))
  }

  @Test func `groups overlap, and whoever is not known to belong stands in no row`() throws {
    let table = AwarenessTable(
      answers(.endline, aware: 5, of: 20, [.female: true, .idPoor: true])
        + answers(.endline, aware: 9, of: 10, [.female: false]), by: .group)
    #expect(table.rows.map(\.key) == Group.allCases.map(\.rawValue))
    #expect(table.rows.first { $0.key == "female" }?.waves[.endline] == Share(aware: 5, asked: 20))
    #expect(table.rows.first { $0.key == "idPoor" }?.waves[.endline] == Share(aware: 5, asked: 20))
    #expect(table.rows.first { $0.key == "youth" }?.waves.isEmpty == true)
    #expect(table.total.waves[.endline] == Share(aware: 14, asked: 30))
  }

  @Test func `an answer is read by the question that measures awareness`() throws {
    let survey = Survey(
      id: "s", name: LocalizedText(),
      questions: [
        .init(id: "visits", text: LocalizedText(), answers: [.init(id: "yes", text: LocalizedText())]),
        .init(
          id: "heard", text: LocalizedText(),
          answers: [.init(id: "yes", text: LocalizedText(), aware: true), .init(id: "no", text: LocalizedText())]),
      ])
    var response = SurveyResponse(id: "1", survey: "s", wave: .baseline, date: LocalDate("2026-01-05")!)
    response.answers = ["visits": "yes"]
    #expect(SurveyAnswer(response, of: survey) == nil)
    response.answers["heard"] = "yes"
    response.groups = [.female: true]
    let answer = try #require(SurveyAnswer(response, of: survey, facilitation: .government))
    #expect(answer.aware && answer.wave == .baseline && answer.groups == [.female: true])
    response.answers["heard"] = "no"
    #expect(SurveyAnswer(response, of: survey)?.aware == false)
  }
}

struct DisclosureTests {
  @Test func `cells under ten are hidden`() {
    #expect(Disclosure.disclosed(10) == .exact(10))
    #expect(Disclosure.disclosed(9) == .fewer(than: 10))
    #expect(Disclosure.disclosed(0) == .fewer(than: 10))
    #expect(Disclosure.disclosed(5, threshold: 5) == .exact(5))
  }

  @Test func `a single hidden cell cannot be found by subtraction`() {
    #expect(Disclosure.disclosed(parts: [40, 3, 12]) == [.exact(40), .fewer(than: 10), .withheld])
    #expect(Disclosure.disclosed(parts: [40, 3, 2]) == [.exact(40), .fewer(than: 10), .fewer(than: 10)])
    #expect(Disclosure.disclosed(parts: [40, 30]) == [.exact(40), .exact(30)])
    #expect(Disclosure.disclosed(parts: [3]) == [.fewer(than: 10)])
  }
}
