import Foundation
import Testing

@testable import Catalog

struct SchemaGoldenTests {
  private static let folder = SampleContentTests.root + "/docs/schema"

  @Test(arguments: DocumentSchema.every.map(\.kind))
  func `the schema in the documentation is the one the files are read by`(kind: String) throws {
    let schema = try #require(DocumentSchema.every.first { $0.kind == kind })
    let path = "\(Self.folder)/\(kind).schema.json"
    if ProcessInfo.processInfo.environment["OUTREACH_GOLDEN"] == "rewrite" {
      try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
      try Data(schema.text.utf8).write(to: URL(fileURLWithPath: path))
    }
    let kept = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    #expect(kept == schema.text, "run make golden after a change of the keys")
  }

  @Test func `a schema is JSON`() throws {
    for schema in DocumentSchema.every {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(schema.text.utf8)) }
    }
  }
}
