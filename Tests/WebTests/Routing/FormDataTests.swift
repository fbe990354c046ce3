import HTTPServer
import Testing

@testable import Web

@Suite struct FormDataTests {
  private func post(_ type: String, _ body: String) -> Request {
    Sample.request("POST", "/x", headers: [(name: "Content-Type", value: type)], body: body)
  }

  @Test func `answers lose the spaces around them and keep their Khmer`() throws {
    let body = "g=female&g=youth&name=+%E1%9E%97%E1%9E%BC%E1%9E%98%E1%9E%B7+&empty="
    let form = try FormData(post("application/x-www-form-urlencoded", body))
    #expect(form.all("g") == ["female", "youth"])
    #expect(form["name"] == "ភូមិ")
    #expect(form["empty"].isEmpty && form.has("empty") && !form.has("absent"))
  }

  @Test func `a file comes with its name and bytes`() throws {
    let body = [
      "--B7\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\nsecret\r\n",
      "--B7\r\nContent-Disposition: form-data; name=\"list\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n",
      "a,b\r\n1,2\r\n--B7--\r\n",
    ].joined()
    let form = try FormData(post("multipart/form-data; boundary=B7", body))
    #expect(form["form_token"] == "secret")
    #expect(form.file("list")?.fileName == "a.csv")
    #expect(form.file("list").map { String(decoding: $0.bytes, as: UTF8.self) } == "a,b\r\n1,2")
  }

  @Test func `a body that is no form has no fields, a broken form is refused`() throws {
    #expect(try FormData(post("application/json", "{}")).fields.isEmpty)
    #expect(throws: FormError.self) { try FormData(post("multipart/form-data; boundary=B7", "--B7\r\n")) }
    #expect(throws: FormError.self) { try FormData(post("application/x-www-form-urlencoded", "a=%zz")) }
  }
}
