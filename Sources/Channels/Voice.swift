import Domain
import Foundation
import Secrets
import Transfer

/// A telephone call that says a text or plays a recording, over Twilio or any service that speaks its language. A call
/// that was picked up counts as delivered; busy, no answer and failed do not. Nobody is rung twice by itself.
struct Voice: ChannelAdapter {
  static let recipe = ChannelRecipe(
    adapter: "voice",
    fields: TwilioService.fields + [
      SettingField("language", .text, km: "ភាសាអាន", en: "the language of spoken texts, as the service has it: en-US"),
      SettingField("voice", .text, km: "សំឡេង", en: "the service's name of the voice"),
      SettingField("stopDigit", .text, km: "លេខឈប់", en: "the key by which a person ends all calls and messages: 9"),
    ],
    make: { settings, world in Voice(service: TwilioService(settings: settings, transfer: world.transfer)) })

  /// What a call may hold as a whole: https://www.twilio.com/docs/api/errors/32018
  static let mostLetters = 4_000

  let service: TwilioService

  private var settings: ChannelSettings { service.settings }

  var descriptor: ChannelDescriptor {
    var descriptor = ChannelDescriptor(adapter: "voice", addresses: [.phone], keyed: false)
    descriptor.calls = true
    descriptor.check = { await service.check() }
    descriptor.parseCallback = { Self.read($0, service) }
    return descriptor
  }

  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared {
    guard address.kind == .phone else { throw .wrongAddress(address.kind) }
    let prepared = Prepared(text: SMSText.normalised(text), parts: 1, encoding: .utf8)
    guard prepared.text.contains(where: { !$0.isWhitespace }) else { throw .emptyText }
    let letters = script(prepared.text).unicodeScalars.count
    guard letters <= Self.mostLetters else {
      throw .tooLong(parts: (letters + Self.mostLetters - 1) / Self.mostLetters, most: 1)
    }
    return prepared
  }

  func send(_ request: SendRequest) async -> SendOutcome {
    var fields = [
      ("To", request.to.value), ("From", settings.text("from") ?? ""), ("Twiml", script(request.text)),
    ]
    if let address = service.receiptAddress(request.message) { fields.append(("StatusCallback", address)) }
    return await service.create("Calls.json", fields)
  }

  /// What the call does: plays the recording whose address is the whole text, or says the text.
  private func script(_ text: String) -> String {
    let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let isRecording =
      (words.hasPrefix("https://") || words.hasPrefix("http://")) && !words.contains(where: \.isWhitespace)
    let content =
      isRecording ? TwiML.element("Play", [], TwiML.escape(words)) : Self.spoken(text, settings)
    guard settings.text("stopDigit") != nil, let base = settings.text("receipts") else {
      return TwiML.document(content)
    }
    let action = CallbackAddress.of(.inbound, base: base, channel: settings.channel.id)
    return TwiML.document(
      TwiML.element("Gather", [("numDigits", "1"), ("timeout", "5"), ("action", action)], content))
  }

  private static func spoken(_ text: String, _ settings: ChannelSettings) -> String {
    let attributes = ["language", "voice"].compactMap { name in settings.text(name).map { (name, $0) } }
    return TwiML.element("Say", attributes, TwiML.escape(text))
  }

  private static func read(_ request: CallbackRequest, _ service: TwilioService) -> CallbackReading {
    guard service.isGenuine(request) else { return .forged }
    if request.door == .receipts { return service.receipt(request, id: "CallSid", word: "CallStatus") }
    guard let digit = service.settings.text("stopDigit"), request.field("Digits") == digit,
      let person = request.field(request.field("Direction")?.hasPrefix("outbound") == true ? "To" : "From")
    else { return .events([], answer: { _ in TwiML.answer("") }) }
    let reply = Reply(from: person, text: "STOP", fingerprint: request.field("CallSid").map { Token.digest($0) })
    let settings = service.settings
    return .events([.reply(reply)]) { TwiML.answer($0.map { spoken($0, settings) } ?? "") }
  }
}
