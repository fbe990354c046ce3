import HTTPServer
import Testing

@testable import Web

@Suite struct FormDataTests {
  @Test func `fields keep their order and their Khmer`() {
    let body = "g=female&g=youth&name=+%E1%9E%97%E1%9E%BC%E1%9E%98%E1%9E%B7+&empty=&bad=%zz"
    let form = FormData(
      Sample.request("POST", "/x", headers: [("content-type", "application/x-www-form-urlencoded")], body: body))
    #expect(form.all("g") == ["female", "youth"])
    #expect(form["name"] == "ភូមិ")
    #expect(form["empty"].isEmpty && form.has("empty") && !form.has("absent"))
    #expect(form["bad"] == "%zz")
  }

  @Test func `files come with their names and bytes`() {
    let body = [
      "--B7\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\nsecret\r\n",
      "--B7\r\nContent-Disposition: form-data; name=\"list\"; filename=\"ប.csv\"\r\nContent-Type: text/csv\r\n\r\n",
      "a,b\r\n--B8\r\n1,2\r\n\r\n--B7--\r\n",
    ].joined()
    let form = FormData(
      Sample.request("POST", "/x", headers: [("Content-Type", "multipart/form-data; boundary=B7")], body: body))
    #expect(form["form_token"] == "secret")
    #expect(form.file("list")?.name == "ប.csv")
    #expect(form.file("list").map { String(decoding: $0.content, as: UTF8.self) } == "a,b\r\n--B8\r\n1,2\r\n")
  }

  @Test(arguments: ["", "--B7", "--B7\r\n", "--B7--", "--B7\r\nContent-Disposition: form-data", "\r\n--B7\r\n\r\n--B7"])
  func `a broken body has no fields`(body: String) {
    let form = FormData(
      Sample.request("POST", "/x", headers: [("Content-Type", "multipart/form-data; boundary=\"B7\"")], body: body))
    #expect(form.fields.isEmpty && form.files.isEmpty)
  }
}
