import Domain
import Foundation
import Transfer

/// E-mail through a mail server, over libcurl's SMTP.
///
/// SMTP knows no idempotency keys: a connection that ends between the text's end and the server's answer leaves open
/// whether the letter was taken on (RFC 1047), and counts as unclear. Everything before that end surely did not leave,
/// and a server that answers the text with 4xx or 5xx has not taken it on (RFC 5321, sections 4.2.1 and 6.1).
struct SMTP: ChannelAdapter {
  static let recipe = ChannelRecipe(
    adapter: "smtp",
    fields: [
      SettingField("url", .mailServer, required: true, km: "ម៉ាស៊ីនអ៊ីមែល", en: "the mail server"),
      SettingField("from", .text, required: true, km: "អាសយដ្ឋានអ្នកផ្ញើ", en: "the sender's e-mail address"),
      SettingField("fromName", .text, km: "ឈ្មោះអ្នកផ្ញើ", en: "the sender's name"),
      SettingField("subject", .text, km: "ប្រធានបទ", en: "the subject of texts that do not begin with one"),
      SettingField("username", .text, km: "ឈ្មោះ", en: "the user to log in as"),
      SettingField("password", .secret, km: "ពាក្យសម្ងាត់", en: "that user's password"),
      SettingField("receipts", .url, km: "អាសយដ្ឋានយើង", en: "our public base address, for the way to stop"),
      SettingField("withoutTLS", .flag, km: "គ្មានការអ៊ិនគ្រីប", en: "talk to the server without encryption"),
      SettingField("allowPrivateAddress", .flag, km: "បណ្ដាញក្នុង", en: "the address may lie in a private network"),
    ],
    make: { settings, world in SMTP(settings: settings, transfer: world.transfer) })

  /// Bytes; more is no message any more, and would have to be held for every person.
  static let mostBytes = 100_000

  let settings: ChannelSettings
  let transfer: TransferClient

  var descriptor: ChannelDescriptor {
    var descriptor = ChannelDescriptor(adapter: "smtp", addresses: [.email], keyed: false)
    descriptor.check = { await check() }
    return descriptor
  }

  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared {
    guard address.kind == .email else { throw .wrongAddress(address.kind) }
    let normal = text.precomposedStringWithCanonicalMapping
    guard normal.contains(where: { !$0.isWhitespace && $0 != "\u{200B}" }) else { throw .emptyText }
    guard normal.utf8.count <= Self.mostBytes else {
      throw .tooLong(parts: 1 + normal.utf8.count / Self.mostBytes, most: 1)
    }
    return Prepared(text: normal, parts: 1, encoding: .utf8)
  }

  func send(_ request: SendRequest) async -> SendOutcome {
    guard let to = MailAddress(request.to.value) else {
      return .rejectedAddress(ProviderWords(code: "address", "This is no e-mail address that mail servers take."))
    }
    switch plan(to: to.text) {
    case .failure(let trouble): return .channelDown(ProviderWords(code: "settings", trouble.words))
    case .success(var call):
      call.letter = letter(request, to: to.text, from: call.from).bytes
      return Self.outcome(await transfer.send(call), to: to.text)
    }
  }

  // MARK: - The letter

  private func letter(_ request: SendRequest, to: String, from: String) -> MailLetter {
    let (subject, text) = Self.parted(request.text)
    let domain = MailAddress(from)?.domain ?? "localhost"
    return MailLetter(
      from: from, fromName: settings.text("fromName") ?? "", to: to,
      subject: subject ?? settings.text("subject") ?? settings.text("fromName") ?? domain,
      text: text, id: "\(request.message)@\(domain)", date: Date(), stop: stopAddress(in: request.text))
  }

  /// A short first line with an empty one behind it is the subject, so that every language of a text brings its own.
  static func parted(_ text: String) -> (subject: String?, text: String) {
    let lines = MailLetter.lines(text)
    guard lines.count > 2, lines[1].allSatisfy(\.isWhitespace), (1...100).contains(lines[0].count),
      lines[2...].contains(where: { !$0.allSatisfy(\.isWhitespace) })
    else { return (nil, text) }
    return (lines[0], lines[2...].joined(separator: "\n"))
  }

  /// The person's own way to stop, which the text holds where its `{stop}` stood.
  private func stopAddress(in text: String) -> String? {
    guard let base = settings.text("receipts") else { return nil }
    let start = "\(CallbackAddress.trimmed(base))/stop/"
    guard let found = text.range(of: start) else { return nil }
    let token = text[found.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return token.isEmpty ? nil : start + token
  }

  // MARK: - The server

  private struct Trouble: Error {
    var words: String
  }

  /// The call without its letter, or what is wrong with the settings.
  private func plan(to: String) -> Result<MailRequest, Trouble> {
    for name in ["username", "password", "from"] {
      if let words = settings.missingVariable(name) { return .failure(Trouble(words: words)) }
    }
    guard let url = settings.text("url") else { return .failure(Trouble(words: "The channel has no url.")) }
    guard let from = settings.text("from").flatMap(MailAddress.init) else {
      return .failure(Trouble(words: "The channel's from is no e-mail address; write it like office@example.org."))
    }
    let limits = MailLimits(
      allowPrivate: settings.flag("allowPrivateAddress"), demandTLS: !settings.flag("withoutTLS"))
    // Without a name in the address, libcurl would greet with this machine's own.
    let hasName = url.drop { $0 != ":" }.dropFirst(3).contains("/")
    var call = MailRequest(
      hasName ? url : "\(url)/\(from.domain)", from: from.text, to: to, letter: nil, limits: limits)
    if let name = settings.text("username") {
      call.login = MailLogin(name: name, password: settings.text("password") ?? "")
    }
    return .success(call)
  }

  static func outcome(_ result: MailResult, to: String) -> SendOutcome {
    switch result {
    case .taken: .accepted(references: [])
    case .neverLeft(let why): SendOutcome(why)
    case .unclear(let why): .unknown(ProviderWords(code: ProviderWords.connection, why.description))
    case .refused(let step, let reply): refusal(step, reply, to: to)
    }
  }

  private static func refusal(_ step: MailStep, _ reply: MailReply, to: String) -> SendOutcome {
    // Servers like to repeat the address, and a person's address is not for the record of attempts.
    let text = reply.text.replacingOccurrences(of: to, with: "…", options: .caseInsensitive)
    let words = ProviderWords(code: "\(reply.code) \(step.rawValue)", text)
    // 4xx: not now (RFC 5321, 4.2.1).
    if 400..<500 ~= reply.code { return .temporary(words) }
    switch step {
    case .greeting, .security, .login,
      .sender where reply.code != 552:
      return .channelDown(words)
    case .recipient where reply.code == 530: return .channelDown(words)
    // Not the address's fault: a full mailbox, or rules about us (RFC 3463, X.2 and X.7).
    case .recipient where reply.code == 552 || text.hasPrefix("5.2.") || text.hasPrefix("5.7."):
      return .rejectedMessage(words)
    case .recipient: return .rejectedAddress(words)
    case .sender, .data, .text: return .rejectedMessage(words)
    }
  }

  /// Greets, logs in, says NOOP and leaves.
  private func check() async -> ChannelCheck {
    switch plan(to: "") {
    case .failure(let trouble): return .bad(trouble.words)
    case .success(let call):
      switch await transfer.send(call) {
      case .taken: return .good("The mail server answers\(call.login == nil ? "" : " and knows the user").")
      case .refused(.security, let reply) where reply.code == 0:
        return .bad("The mail server offers no encryption; set withoutTLS if it stands in the same house.")
      case .refused(let step, let reply):
        return .bad("The mail server refused at “\(step.rawValue)”: \(reply.code) \(reply.text)")
      case .neverLeft(let why): return .bad(why.description)
      case .unclear(let why): return .bad(why.description)
      }
    }
  }
}
