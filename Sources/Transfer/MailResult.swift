/// What is known after a letter, in the one respect that decides whether it may be sent again.
public enum MailResult: Sendable, Equatable {
  /// The server said 2xx after the end of the text, or to the visit: it has taken the letter on (RFC 5321, 4.2.5).
  case taken(MailReply)
  /// The server said no at that step, or to the text itself: it has not taken the letter on.
  case refused(MailStep, MailReply)
  /// The end of the text was not sent, so there was nothing to take on.
  case neverLeft(NeverLeft)
  /// The end of the text may have been sent and no whole answer came: the window of RFC 1047.
  case unclear(Unclear)
}

/// Where in the conversation a server said no.
public enum MailStep: String, Sendable {
  /// The server's own first words, or its answer to ours.
  case greeting
  case security, login, sender, recipient
  /// Its answer to DATA, before any of the text.
  case data
  /// Its answer to the whole text.
  case text
}

/// A server's last line.
public struct MailReply: Sendable, Equatable {
  /// 200…599; 0 where the server said nothing itself.
  public var code: Int
  /// Without the code; may hold the recipient's address.
  public var text: String

  public init(_ code: Int, _ text: String) { (self.code, self.text) = (code, text) }
}
