/// What came of handing one message to a provider: a closed set, each case with its own consequence in the core.
public enum SendOutcome: Sendable, Equatable {
  /// The provider took it. `references` are its ids, one per part, by which receipts come.
  case accepted(references: [String])
  /// Final: the address is bad, dead, foreign or a landline.
  case rejectedAddress(ProviderWords)
  /// Final: the provider knows that this person wants nothing.
  case optedOut(ProviderWords)
  /// Final for this text: length, content, template.
  case rejectedMessage(ProviderWords)
  /// Login, credit or sender: nothing more will work until somebody mends it. Burns no attempt.
  case channelDown(ProviderWords)
  /// Surely not taken, and worth another try.
  case temporary(ProviderWords)
  /// Surely not taken: too fast. Slows the whole channel, burns no attempt. `retryAfter` in seconds.
  case throttled(retryAfter: Double?, ProviderWords)
  /// Bytes left and no usable answer came: it may have arrived.
  case unknown(ProviderWords)

  /// The name of the case, for counting and for the record of the attempt.
  public var kind: Kind {
    switch self {
    case .accepted: .accepted
    case .rejectedAddress: .rejectedAddress
    case .optedOut: .optedOut
    case .rejectedMessage: .rejectedMessage
    case .channelDown: .channelDown
    case .temporary: .temporary
    case .throttled: .throttled
    case .unknown: .unknown
    }
  }

  public enum Kind: String, Sendable, Codable, CaseIterable {
    case accepted, rejectedAddress, optedOut, rejectedMessage, channelDown, temporary, throttled, unknown
  }

  /// True when the provider could not be reached at all.
  public var neverLeft: Bool {
    if case .temporary(let words) = self { words.code == ProviderWords.connection } else { false }
  }

  public var words: ProviderWords? {
    switch self {
    case .accepted: nil
    case .rejectedAddress(let words), .optedOut(let words), .rejectedMessage(let words), .channelDown(let words),
      .temporary(let words), .throttled(_, let words), .unknown(let words):
      words
    }
  }
}

/// The provider's own code and words, shortened; shown to operators and kept with the attempt.
public struct ProviderWords: Sendable, Equatable {
  /// The code where no provider spoke, because the connection failed.
  public static let connection = "connection"

  public var code: String
  public var text: String

  /// Keeps the first 200 characters, without control characters: an answer may be anything.
  public init(code: String, _ text: String) {
    self.code = code
    let clean = text.unicodeScalars.lazy.map { $0.value < 32 || $0.value == 127 ? " " : $0 }.prefix(200)
    self.text = String(String.UnicodeScalarView(clean))
  }
}
