import Actions
import Domain
import SampleOffice
import Testing

@testable import HTTPServer
@testable import Web

@Suite struct FirstLoadTests {
  private let phone = Request(
    method: "GET", rawPath: "/", path: [], headers: [(name: "Accept-Encoding", value: "gzip, deflate")])

  /// Bytes of the body on the wire, packed as every phone takes it.
  private func bytes(_ response: Response) -> Int {
    guard case .bytes(let bytes) = response.packed(for: phone).body else { return 0 }
    return bytes.count
  }

  @Test(arguments: Language.allCases)
  func `the first load of sixty doors stays under thirty kilobytes in at most four requests`(
    language: Language
  ) async throws {
    let day = try await FieldDay(doors: 60)
    var client = FieldClient(day)
    client.language = language
    let page = await client.get("/v/" + (try await day.codes(FieldPeople.ary)).link)
    let html = Sample.text(page)
    let files = MarkupChecks.tags(html).compactMap { tag -> String? in
      tag.name == "script" ? tag["src"] : tag.name == "link" && tag["rel"] == "stylesheet" ? tag["href"] : nil
    }
    var sizes = [bytes(page)]
    for file in files + [Asset.workerAddress] { sizes.append(bytes(await client.get(file))) }
    print("first load in \(language.rawValue): \(sizes) = \(sizes.reduce(0, +)) bytes; the page \(html.utf8.count) plain")
    #expect(sizes.count <= 4 && !sizes.contains(0))
    #expect(sizes.reduce(0, +) <= 30_000)
    #expect(sizes[0] <= 12_000)
  }

  @Test func `staff pages are not packed, since they repeat what was searched beside a token`() async throws {
    let day = try await FieldDay(doors: 5)
    var client = FieldClient(day)
    client.session = try await day.session()
    let response = await client.get("/volunteers?free=xyz")
    #expect(response.status == 200 && !response.mayBePacked)
  }
}
