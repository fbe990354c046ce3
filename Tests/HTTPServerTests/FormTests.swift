import Testing

@testable import HTTPServer

@Suite struct `Forms and cookies` {
  private func request(_ body: String, type: String, cookies: [String] = []) -> Request {
    Request(
      method: "POST", rawPath: "/", path: [],
      headers: [("Content-Type", type)] + cookies.map { ("Cookie", $0) }, body: Array(body.utf8))
  }

  private func parts(_ body: String) -> Request {
    request(body, type: "multipart/form-data; boundary=\"B-1\"")
  }

  @Test func `a plain form gives its fields in order`() throws {
    let form = try request(
      "name=%E1%9E%80+%26+b&day=1&day=2&empty=", type: "application/x-www-form-urlencoded; charset=utf-8"
    ).form
    #expect(form["name"] == "ក & b")
    #expect(form.all("day") == ["1", "2"])
    #expect(form["empty"] == "")
    #expect(form["other"] == nil)
  }

  @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%00", "a=%FF"])
  func `a plain form that does not decode is refused`(_ body: String) {
    let request = request(body, type: "application/x-www-form-urlencoded")
    #expect(throws: FormError.self) { try request.form }
  }

  @Test func `JSON is no form and a flood of fields is too many`() {
    #expect(throws: FormError.notAForm) { try self.request("{}", type: "application/json").form }
    let flood = request(String(repeating: "a&", count: 6000), type: "application/x-www-form-urlencoded")
    #expect(throws: FormError.tooMany(limit: 5000)) { try flood.form }
  }

  @Test func `uploads keep their bytes and lose their folders`() throws {
    let form = try parts(
      "--B-1\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nក\r\n--\r\n--B-1\r\n"
        + "Content-Disposition: form-data; name=\"file\"; filename=\"C:\\\\dir/na%22me.csv\"\r\n"
        + "Content-Type: text/csv\r\n\r\na,b\r\n\r\n--B-1\r\n"
        + "content-disposition: form-data; name=file; filename=second.bin\r\n\r\n\0\r\n--B-1\r\n"
        + "Content-Disposition: form-data; name=\"none\"; filename=\"\"\r\n\r\n\r\n--B-1--\r\n"
    ).form
    #expect(form["text"] == "ក\r\n--")
    #expect(form.files.count == 2)
    #expect(form.file("file")?.fileName == "na\"me.csv")
    #expect(form.file("file")?.type == "text/csv")
    #expect(form.file("file")?.bytes == Array("a,b\r\n".utf8))
    #expect(form.files.last?.bytes == [0])
    #expect(form.file("none") == nil)
  }

  @Test(arguments: [
    "", "--B-1", "--B-1\r\n", "x--B-1--", "--B-1\r\n--B-1--", "--B-1x\r\n", "--B-1\r\n\r\nv\r\n--B-1--",
    "--B-1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv",
    "--B-1\r\nContent-Disposition: form-data\r\n\r\nv\r\n--B-1--",
    "--B-1\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nv\r\n--B-1--",
    "--B-1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0\r\n--B-1--",
    "--B-1\r\nno colon\r\n\r\nv\r\n--B-1--",
  ])
  func `a broken upload is refused`(_ body: String) {
    #expect(throws: FormError.self) { try parts(body).form }
  }

  @Test func `an upload cut at any byte is refused, never half taken`() throws {
    let whole = "--B-1\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\nbytes\r\n--B-1--"
    #expect(try parts(whole).form.files.count == 1)
    for count in 0..<whole.count {
      #expect(throws: FormError.self) { try parts(String(whole.prefix(count))).form }
    }
  }

  @Test func `an upload without a boundary or with too many parts is refused`() {
    #expect(throws: FormError.self) { try self.request("x", type: "multipart/form-data").form }
    let part = "--B-1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv\r\n"
    #expect(throws: FormError.tooMany(limit: 200)) {
      try parts(String(repeating: part, count: 201) + "--B-1--").form
    }
  }

  @Test func `cookies are found by their exact name`() {
    let request = request("", type: "", cookies: ["a=1; session=abc=; Session=x", "b=2"])
    #expect(request.cookie("session") == "abc=")
    #expect(request.cookie("b") == "2")
    #expect(request.cookie("sess") == nil)
  }

  @Test func `a cookie is set with care by default`() {
    var response = Response.redirect(to: "/next")
    response.setCookie(Cookie("__Host-session", "abc", maxAge: 60, secure: true))
    #expect(response.status == 303)
    #expect(
      response.headers.map(\.value) == [
        "/next", "__Host-session=abc; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax",
      ])
  }

  @Test func `what is encoded decodes to itself`() {
    let text = "a/b c?ក&=%+\"~"
    let encoded = PercentEncoding.encode(text)
    #expect(encoded == "a%2Fb%20c%3F%E1%9E%80%26%3D%25%2B%22~")
    #expect(PercentEncoding.decode(encoded.utf8) == text)
  }
}
