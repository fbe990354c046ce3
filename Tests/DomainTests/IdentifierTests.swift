import Domain
import FoundationEssentials
import Testing

struct IdentifierTests {
  @Test(arguments: ["a", "0", "know-your-office", "2026-round-2", String(repeating: "x", count: 64)])
  func `lower-case letters, digits and hyphens make a document id`(_ text: String) {
    #expect(CampaignID(text).isDocumentID)
  }

  @Test(arguments: ["", "-a", "A", "a_b", "a b", "é", "ក", "a/b", "a.b", String(repeating: "x", count: 65)])
  func `anything else is no document id`(_ text: String) {
    #expect(!CampaignID(text).isDocumentID)
  }

  @Test func `an id is written as its text alone and sorts by it`() throws {
    let ids: [SegmentID] = ["b", "a"]
    let json = String(decoding: try JSONEncoder().encode(ids.sorted()), as: UTF8.self)
    #expect(json == #"["a","b"]"#)
    #expect(try JSONDecoder().decode([SegmentID].self, from: Data(json.utf8)) == ["a", "b"])
    #expect("\(ids[0])" == "b")
  }
}
