import Domain
import Foundation
import Phones
import Testing

@testable import Catalog

/// Files with seeded damage: reading never crashes, and what is not taken is always told.
struct DamagedFileTests {
  private static func damaged(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    let marks = Array("{}[]\",:'\\/*-.0x\n ;\u{0}".utf8)
    for _ in 0...dice.next(3) {
      let at = dice.next(bytes.count)
      switch dice.next(4) {
      case 0: bytes.remove(at: at)
      case 1: bytes[at] = marks[dice.next(marks.count)]
      case 2: bytes.insert(marks[dice.next(marks.count)], at: at)
      default: bytes[at] = UInt8(dice.next(256))
      }
    }
    return bytes
  }

  private func sample(_ path: String) throws -> [UInt8] {
    [UInt8](try #require(FileManager.default.contents(atPath: "\(SampleContentTests.root)/\(path)")))
  }

  @Test(arguments: [
    "Campaigns/government-led-two-sangkats.json5", "Audiences/office.json5", "Audiences/channels/spool.json5",
  ])
  func `a damaged document is taken whole or told as wrong`(path: String) throws {
    let bytes = try sample(path)
    let reader = DocumentReader(adapters: testAdapters)
    var dice = Dice(seed: 5)
    var refused = 0
    for _ in 0..<300 {
      do {
        let text = try TextFile(name: "d", bytes: Self.damaged(bytes, &dice))
        let (document, findings) = reader.read(text)
        #expect((document == nil) == findings.hasErrors)
        if document == nil { refused += 1 }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 50)
  }

  @Test func `of a damaged table every row is taken, told or empty`() throws {
    let lines = try sample("Audiences/citizens.csv").split(separator: 0x0A, omittingEmptySubsequences: false).prefix(12)
    let bytes = Array(lines.joined(separator: [0x0A]))
    let phones = PhoneReader(testPrefixes: ["+85500"])
    var dice = Dice(seed: 6)
    for _ in 0..<300 {
      guard let text = try? TextFile(name: "t", bytes: Self.damaged(bytes, &dice)) else { continue }
      let sheet = CitizenSheet.read(text, CitizenSheet.rules, known: nil) { CitizenSheet($0, phones: phones) }
      for row in sheet.rejected { #expect(row.findings.hasErrors) }
      #expect(!sheet.rows.isEmpty || sheet.findings.hasErrors)
    }
  }
}
