/// A cookie to set. Its defaults are the careful ones: no script reads it, no other site's form sends it.
public struct Cookie: Sendable, Equatable {
  public enum SameSite: String, Sendable {
    case strict = "Strict"
    case lax = "Lax"
    case none = "None"
  }

  /// A token (RFC 9110); "__Host-" in front binds it to this host, to `secure` and to the path "/".
  public var name: String
  /// Letters, digits and punctuation without quotes, commas, semicolons, backslashes or spaces.
  public var value: String
  /// Seconds to live; nil until the browser closes, 0 deletes it.
  public var maxAge: Int?
  public var path = "/"
  public var secure: Bool
  public var httpOnly = true
  public var sameSite = SameSite.lax

  public init(_ name: String, _ value: String, maxAge: Int? = nil, secure: Bool) {
    self.name = name
    self.value = value
    self.maxAge = maxAge
    self.secure = secure
  }

  /// The value of a Set-Cookie header.
  public var header: String {
    var text = "\(name)=\(value); Path=\(path)"
    if let maxAge { text += "; Max-Age=\(maxAge)" }
    if secure { text += "; Secure" }
    if httpOnly { text += "; HttpOnly" }
    return text + "; SameSite=\(sameSite.rawValue)"
  }
}

extension Response {
  public mutating func setCookie(_ cookie: Cookie) {
    headers.append(("Set-Cookie", cookie.header))
  }

  /// Sends the browser on. 303 makes it GET the page after a form, so that reloading does not send the form again.
  /// `location` is an address on this server, percent-encoded.
  public static func redirect(to location: String, status: Int = 303) -> Response {
    Response(status: status, headers: [("Location", location)])
  }
}

extension Request {
  /// The first cookie of that name; names are matched by their exact letters.
  public func cookie(_ name: String) -> String? {
    for header in headers where header.name.lowercased() == "cookie" {
      for pair in header.value.split(separator: ";") {
        let halves = pair.drop { $0 == " " || $0 == "\t" }.split(separator: "=", maxSplits: 1)
        if halves.first.map({ $0 == name }) == true { return halves.count == 2 ? String(halves[1]) : "" }
      }
    }
    return nil
  }
}
