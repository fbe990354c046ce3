import Foundation
import Testing

/// One office's day through the browser: sign in, accept a plan, launch, a volunteer at a door, and the results.
@Suite(.serialized) struct OfficeDayTests {
  private static let pictures = Program.root.appendingPathComponent(".build/screenshots")

  @Test(arguments: ["en", "km"])
  func `a coordinator plans and launches, a volunteer records a door, and the results show it`(
    language: String
  ) async throws {
    let program = try Program()
    let office = try await OfficeDay(program, language: language, pictures: Self.pictures)
    do {
      try await office.signIn()
      try await office.acceptPlan()
      try await office.launch()
      try await office.recordDoor()
      try await office.lookAtResults()
      try await office.lookAtEveryPage()
    } catch {
      await office.end()
      throw error
    }
    await office.end()
    program.remove()
  }
}
