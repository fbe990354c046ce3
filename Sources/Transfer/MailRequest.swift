/// A letter to hand to a mail server, or, without one, a visit that only proves that the server would take letters.
public struct MailRequest: Sendable {
  /// `smtp://host:587/name` or `smtps://host:465/name`; the name is what we greet the server with.
  public var url: String
  public var login: MailLogin?
  /// The addresses of the envelope, bare: `office@example.org`.
  public var from: String
  public var to: String
  /// The whole letter, head and body, with CRLF at each line's end. nil: log in, say NOOP, and leave.
  public var letter: [UInt8]?
  public var limits: MailLimits

  public init(_ url: String, from: String, to: String, letter: [UInt8]?, limits: MailLimits = MailLimits()) {
    (self.url, self.from, self.to, self.letter, self.limits) = (url, from, to, letter, limits)
  }

  /// Whether address and envelope are free of signs that would end a command or begin another.
  var isWellFormed: Bool {
    let envelope = letter == nil ? [] : [from, to]
    return !url.utf8.contains { $0 <= 0x20 || $0 == 0x7f }
      && envelope.allSatisfy { address in
        !address.isEmpty && address.utf8.count <= 254
          && address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
      }
  }
}

/// Whom a mail server knows us as.
public struct MailLogin: Sendable {
  public var name: String
  public var password: String

  public init(name: String, password: String) { (self.name, self.password) = (name, password) }
}

/// How far a letter may go: in time, and whereto.
public struct MailLimits: Sendable {
  /// Until the connection stands, name look-up and TLS included.
  public var connect: Duration
  /// Until the server answers one command, in whole seconds.
  public var answer: Duration
  /// Until all is over, waiting for a free connection included.
  public var total: Duration
  /// Whether loopback, private and other non-public addresses may be reached.
  public var allowPrivate: Bool
  /// Whether the connection has to be encrypted before anything is said: STARTTLS on `smtp:`, always so on `smtps:`.
  public var demandTLS: Bool

  public init(
    connect: Duration = .seconds(5), answer: Duration = .seconds(20), total: Duration = .seconds(30),
    allowPrivate: Bool = false, demandTLS: Bool = true
  ) {
    (self.connect, self.answer, self.total) = (connect, answer, total)
    (self.allowPrivate, self.demandTLS) = (allowPrivate, demandTLS)
  }
}
