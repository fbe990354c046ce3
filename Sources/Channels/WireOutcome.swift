import Transfer

extension SendOutcome {
  /// Nothing left: either the settings are wrong, which only a person can mend, or it is worth another try.
  init(_ why: NeverLeft) {
    let words = ProviderWords(code: ProviderWords.connection, why.description)
    switch why {
    case .badAddress, .badRequest, .privateAddress: self = .channelDown(words)
    case .nameNotFound, .refused, .tls, .timedOut, .closed, .other: self = .temporary(words)
    }
  }
}

extension ChannelSettings {
  var limits: HTTPLimits { HTTPLimits(allowPrivate: flag("allowPrivateAddress")) }
}

extension HTTPAnswer {
  /// Seconds a provider asks us to wait, 0…86 400; nil when the header is missing, a date or nonsense.
  var retryAfter: Double? {
    guard let text = value(of: "retry-after"), let seconds = Double(text), seconds.isFinite else { return nil }
    return min(max(seconds, 0), 86_400)
  }
}
