import Domain
import Testing

@testable import Catalog

struct SampleContentTests {
  static let root = String(
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/"))

  @Test func `every file that is shipped is right`() {
    let root = SampleContentTests.root
    let reading = CatalogReader(adapters: testAdapters).read(
      ["\(root)/Audiences", "\(root)/Campaigns"], known: KnownThings())
    #expect(reading.findings.map(\.description) == [])
    #expect(reading.places.count == 16_465)
    #expect(reading.citizens.count > 19_000)
    #expect(reading.documents.contains { $0.content.id == "know-your-office" })
  }
}

/// What the channels of the tests can be set to.
let testAdapters = [
  AdapterFields(adapter: "spool", fields: [.init("folder", .text)]),
  AdapterFields(
    adapter: "kannel",
    fields: [
      .init("url", .url, isRequired: true), .init("username", .text, isRequired: true), .init("password", .secret),
      .init("sender", .text), .init("allowPrivateAddress", .flag),
    ]),
]
