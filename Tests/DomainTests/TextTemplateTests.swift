import Domain
import Testing

struct TextTemplateTests {
  @Test func `blanks are filled, and what fills them is not read again`() throws {
    let template = try TextTemplate("Hello {name}, {place}. {stop}")
    #expect(template.fields == [.name, .place, .stop])
    let text = template.rendered { field in
      switch field {
      case .name: "{stop}"
      case .place: "Wat Kor"
      default: "STOP: 0"
      }
    }
    #expect(text == "Hello {stop}, Wat Kor. STOP: 0")
  }

  @Test func `a blank without a value leaves no text at all`() throws {
    #expect(try TextTemplate("Hello {name}").rendered { _ in nil } == nil)
  }

  @Test(arguments: [
    ("Hi {nmae}", TextTemplate.Problem.unknownField("nmae", at: 3)), ("កខ {", .looseBrace(at: 3)),
    ("a } b", .looseBrace(at: 2)), ("{{name}}", .unknownField("{name", at: 0)), ("{}", .unknownField("", at: 0)),
  ])
  func `a wrong blank is pointed at`(text: String, problem: TextTemplate.Problem) {
    #expect(throws: problem) { try TextTemplate(text) }
  }

  @Test(arguments: [("x {stop}", true), ("reply stop", true), ("សរសេរ ឈប់", true), ("x {name}", false)])
  func `a text offers the way out by its blank or in words`(text: String, offers: Bool) throws {
    #expect(try TextTemplate(text).offersOptOut == offers)
  }
}
