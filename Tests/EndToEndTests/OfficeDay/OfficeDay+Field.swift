import Foundation
import Testing

/// What a volunteer does on a phone, and what the office sees of it.
extension OfficeDay {
  /// Records two doors: one as phones with scripts do, one as a plain form. Returns how many doors the walk has.
  func visitDoors(_ link: String) async throws -> Int {
    let phone = try await Browser(.phone)
    do {
      let doors = try await visitDoors(link, with: phone)
      await phone.close()
      return doors
    } catch {
      await phone.close()
      throw error
    }
  }

  private func visitDoors(_ link: String, with phone: Browser) async throws -> Int {
    try await phone.open(link + "?lang=\(language)")
    try await look("walk", in: phone)
    try await answer(in: phone)
    try await look("walk-answered", in: phone)
    try await phone.click("[data-save]")
    try await waitUntil("the office had received the first door") {
      try await phone.evaluate("return document.querySelector('[data-net]').classList.contains('good')") as? Bool == true
    }
    try await look("walk-next", in: phone)

    try await phone.runScripts(false)
    try await phone.open(link + "/doors/2")
    try await answer(in: phone)
    try await look("door", in: phone)
    try await phone.press("[data-save]")
    #expect(try await phone.address == link)
    try await look("walk-later", in: phone)
    #expect(try await phone.evaluate("return document.querySelectorAll('[data-done]').length") as? Int == 2)
    return try await phone.evaluate("return document.querySelectorAll('[data-door]').length") as? Int ?? 0
  }

  /// Somebody was at home, took two leaflets and answered the three questions.
  private func answer(in phone: Browser) async throws {
    try await phone.click("label:has(input[value='talked'])")
    try await phone.type("2", into: "#f-leaflets")
    for (question, said) in [("heard", "yes"), ("been", "no"), ("helped", "yes")] {
      try await phone.click("label:has(input[name='q-\(question)'][value='\(said)'])")
    }
    try await phone.click("label:has(input[name='group'][value='female'])")
  }
}
