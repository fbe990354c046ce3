import Domain
import Secrets
import Transfer

/// SMS over Twilio, or over any service that speaks its language (Somleng, for one, is at home in Cambodia).
struct Twilio: ChannelAdapter {
  static let recipe = ChannelRecipe(
    adapter: "twilio", fields: TwilioService.fields,
    make: { settings, world in Twilio(service: TwilioService(settings: settings, transfer: world.transfer)) })

  /// Longer bodies are refused: https://www.twilio.com/docs/api/errors/21617
  static let mostLetters = 1_600

  let service: TwilioService

  var descriptor: ChannelDescriptor {
    var descriptor = ChannelDescriptor(adapter: "twilio", addresses: [.phone], keyed: false)
    descriptor.check = { await service.check() }
    descriptor.parseCallback = { Self.read($0, service) }
    return descriptor
  }

  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared {
    guard address.kind == .phone else { throw .wrongAddress(address.kind) }
    let prepared = try SMSText.prepare(text)
    guard prepared.text.unicodeScalars.count <= Self.mostLetters else {
      throw .tooLong(parts: prepared.parts, most: Self.mostLetters / (prepared.encoding == .gsm7 ? 153 : 67))
    }
    return prepared
  }

  func send(_ request: SendRequest) async -> SendOutcome {
    let from = service.settings.text("from") ?? ""
    // A messaging service picks the sender itself.
    let sender = from.hasPrefix("MG") && from.utf8.count == 34 ? "MessagingServiceSid" : "From"
    var fields = [("To", request.to.value), (sender, from), ("Body", request.text)]
    if let address = service.receiptAddress(request.message) { fields.append(("StatusCallback", address)) }
    return await service.create("Messages.json", fields)
  }

  private static func read(_ request: CallbackRequest, _ service: TwilioService) -> CallbackReading {
    guard service.isGenuine(request) else { return .forged }
    if request.door == .receipts { return service.receipt(request, id: "MessageSid", word: "MessageStatus") }
    guard let from = request.field("From"), let text = request.field("Body") else {
      return .malformed("A reply needs From and Body.")
    }
    let reply = Reply(from: from, text: text, fingerprint: request.field("MessageSid").map { Token.digest($0) })
    // Where Twilio itself has answered a STOP it says so, and nobody is answered twice.
    let isAnswered = request.field("OptOutType") != nil
    return .events([.reply(reply)]) { confirmation in
      guard let confirmation, !isAnswered else { return TwiML.answer("") }
      return TwiML.answer(TwiML.element("Message", [], TwiML.escape(confirmation)))
    }
  }
}
