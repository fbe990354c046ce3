import Domain
import Foundation
import Testing

@testable import Catalog

/// A folder of its own for one test, removed afterwards.
final class TestFolder {
  let path: String

  init(_ files: [String: String]) throws {
    path = NSTemporaryDirectory() + "catalog-" + UUID().uuidString
    for (name, text) in files {
      let url = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The findings of reading the folder, with its path left out.
  func findings(known: KnownThings = KnownThings()) -> [String] {
    CatalogReader(adapters: testAdapters).read([path], known: known).findings.map {
      $0.description.replacingOccurrences(of: path + "/", with: "")
    }
  }
}

struct CatalogReaderTests {
  private static let places = """
    code,parent_code,level,unit,name_en,name_km
    02,,province,Khaet,Battambang,
    0203,02,district,Krong,Battambang,
    """
  private static let campaign = """
    { campaign: { id: "c", name: { en: "C" }, places: ["0203"], from: "2026-11-02", to: "2026-12-20",
      segment: "s", activities: [
      { id: "m", kind: "message", channel: "sms", text: { en: "Hi {stop}" }, at: "now" },
      { id: "f", kind: "forum", needs: { resources: { venue: 1 } } }] } }
    """

  @Test func `names may be described anywhere in the call`() throws {
    let folder = try TestFolder([
      "z/places.csv": Self.places, "a/campaign.json5": Self.campaign,
      "s.json5": "{ segment: { id: 's', name: { en: 'S' }, where: 'id_poor' } }",
      "sms.json5": "{ channel: { id: 'sms', adapter: 'spool' } }",
      "venue.json5": "{ resource: { id: 'v', name: { en: 'V' }, kind: 'venue' } }",
    ])
    #expect(folder.findings() == [])
  }

  @Test func `one mistake in a document makes nothing wrong that only names it`() throws {
    let folder = try TestFolder([
      "places.csv": Self.places, "campaign.json5": Self.campaign,
      "s.json5": "{ segment: { id: 's', name: { en: 'S' }, wher: '', where: 'id_poor' } }",
      "sms.json5": "{ channel: { id: 'sms', adapter: 'spool' } }",
      "venue.json5": "{ resource: { id: 'v', name: { en: 'V' }, kind: 'venue' } }",
      "office.json5": "{ office: { id: 'o', name: { en: 'O' }, testNumbers: ['+85500'], colour: 'red' } }",
      "citizens.csv": "id,village_code,name_en,phone\nc1,,Dara,+855002178805\n",
    ])
    let findings = folder.findings()
    #expect(findings.count == 2, "\(findings)")
    #expect(findings.first?.hasPrefix("office.json5:1:") == true && findings.last?.hasPrefix("s.json5:1:") == true)
  }

  @Test func `names may be known to the store`() throws {
    var known = KnownThings()
    known.places = [Place.Code("0203")!]
    (known.segments, known.channels, known.resourceKinds) = (["s"], ["sms"], ["venue"])
    #expect(try TestFolder(["campaign.json5": Self.campaign]).findings(known: known) == [])
  }

  @Test func `names that nothing describes are told where they stand`() throws {
    var known = KnownThings()
    known.places = [Place.Code("02")!]
    known.segments = ["ss"]
    #expect(
      try TestFolder(["campaign.json5": Self.campaign]).findings(known: known) == [
        "campaign.json5:1:19: warning: no resource of the kind \"venue\" is known, so what needs it cannot be planned",
        "campaign.json5:1:52: error: unknown place \"0203\"; the province 02 is known, but nothing by this code inside it",
        "campaign.json5:2:12: error: unknown segment \"s\"; known here: ss",
        "campaign.json5:3:40: error: unknown channel \"sms\"; no channel is known yet",
      ])
  }

  @Test func `the findings of all files come together, in order`() throws {
    let folder = try TestFolder([
      "b.json5": "{ segment: { id: 's' name: 1 } }",
      "a.json5": "{ segment: { id: 's', nmae: { en: 'S' }, where: 'x' } }",
      "places.csv": "code,parent_code,level,unit,name_en\n",
    ])
    #expect(
      folder.findings() == [
        "a.json5:1:23: error: unknown key \"nmae\" in this segment; did you mean \"name\"?",
        "b.json5:1:22: error: no \",\" after the value of \"id\"; separate the keys of an object by commas",
        "places.csv:1:1: error: the column \"name_km\" is missing; "
          + "a table of places needs: code,parent_code,level,unit,name_en,name_km",
      ])
  }

  @Test func `an id stands in one file only`() throws {
    let segment = "{ segment: { id: 's', name: { en: 'S' }, where: 'id_poor' } }"
    let folder = try TestFolder([
      "a.json5": segment, "b.json5": segment, "x/places.csv": Self.places, "y/places.csv": Self.places,
    ])
    #expect(
      folder.findings() == [
        "b.json5:1:18: error: the segment \"s\" stands in a.json5 already; give one of them another id, or delete it",
        "y/places.csv:2:1: error: the place \"02\" stands in x/places.csv already; delete one of the two rows",
        "y/places.csv:3:1: error: the place \"0203\" stands in x/places.csv already; delete one of the two rows",
      ])
  }

  @Test func `what is not read is said, except for notes`() throws {
    let folder = try TestFolder([
      "README.md": "x", ".hidden": "x", "a.json": "{}", "people.csv": "id\n1\n", "photo.jpg": "x",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.json5", withDestinationPath: "/etc/hostname")
    #expect(
      folder.findings() == [
        "a.json:1:1: warning: this file is not read; name it .json5",
        "link.json5:1:1: warning: symbolic links are not followed; name the file itself",
        "people.csv:1:1: warning: this file is not read; "
          + "tables are called places.csv, households.csv, citizens.csv, volunteers.csv; others go through import",
        "photo.jpg:1:1: warning: this file is not read; documents end in .json5, tables in .csv",
      ])
  }

  @Test func `a path that is not there is an error`() {
    let reading = CatalogReader(adapters: []).read(["/nowhere/at-all"], known: KnownThings())
    #expect(
      reading.findings.map(\.description) == [
        "/nowhere/at-all:1:1: error: there is no such file or folder; check the spelling"
      ])
  }
}
