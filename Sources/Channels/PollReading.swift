/// What came of asking a provider for what it keeps for us, where it cannot call us.
public enum PollReading: Sendable {
  /// `next` is where to go on once these are stored: asking with it tells the provider to forget them.
  case events([CallbackEvent], next: String?)
  case failed(ProviderWords)
}
