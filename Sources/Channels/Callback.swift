public import Domain

/// A request that a provider made to us, as bytes: signatures are checked before anything is parsed.
public struct CallbackRequest: Sendable {
  /// Which of the two doors it came through.
  public enum Door: String, Sendable {
    case receipts, inbound
  }

  public var door: Door
  /// GET or POST.
  public var method = "POST"
  /// Decoded names and values of the address, in their order.
  public var query: [(name: String, value: String)]
  /// The same of a posted form; empty for any other body.
  public let form: [(name: String, value: String)]
  /// Names in lower case.
  public var headers: [String: String]
  public var body: [UInt8]
  public var now: Instant

  public init(
    _ door: Door, query: [(name: String, value: String)], headers: [String: String], body: [UInt8], now: Instant
  ) {
    self.door = door
    self.query = query
    self.headers = headers
    self.body = body
    self.now = now
    let isForm = headers["content-type"]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
    form = isForm ? FormText.pairs(String(decoding: body, as: UTF8.self)) : []
  }

  /// From the address or else the form: gateways may post what they would otherwise put into the address.
  func value(_ name: String) -> String? { (query + form).first { $0.name == name }?.value }

  /// From the form alone.
  func field(_ name: String) -> String? { form.first { $0.name == name }?.value }
}

/// What a callback says, once its sender is proven.
public enum CallbackReading: Sendable {
  case events([CallbackEvent], answer: @Sendable (_ confirmation: String?) -> CallbackAnswer)
  /// Not proven to come from the provider: 403, and nothing changes.
  case forged
  /// Proven, but not readable: 400.
  case malformed(String)
}

public enum CallbackEvent: Sendable, Equatable {
  case receipt(Receipt)
  case reply(Reply)
}

/// Words that a person sent us.
public struct Reply: Sendable, Equatable {
  /// As the provider writes it; the core normalises.
  public var from: String
  public var text: String
  /// By which a repetition of the same callback is known; nil when the provider gives nothing to tell by.
  public var fingerprint: String?

  public init(from: String, text: String, fingerprint: String?) {
    self.from = from
    self.text = text
    self.fingerprint = fingerprint
  }
}

/// What we answer a provider's call with.
public struct CallbackAnswer: Sendable, Equatable {
  public var status: Int
  public var contentType: String
  public var body: String

  public init(status: Int, contentType: String = "text/plain; charset=utf-8", body: String = "") {
    self.status = status
    self.contentType = contentType
    self.body = body
  }
}
