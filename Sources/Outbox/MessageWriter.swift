import Channels
import Domain
import Secrets
import Storage
import Targeting

/// Writes the message of one activity for one person after the other: text, parts, price, key.
struct MessageWriter {
  let task: MessageTask
  let campaign: Campaign
  let rules: SendingRules
  let now: Instant
  let secret: String
  /// Why the last person got none.
  private(set) var objection: SkipReason?
  /// What is wrong with the activity itself, in sentences, each once.
  private(set) var faults: [String] = []

  init(task: MessageTask, campaign: Campaign, rules: SendingRules, now: Instant, secret: String) {
    self.task = task
    self.campaign = campaign
    self.rules = rules
    self.now = now
    self.secret = secret
  }

  mutating func write(to citizen: Citizen, _ address: Address) -> NewMessage? {
    guard let occasion = task.occasions.occasion(for: citizen.village) else {
      objection = .noOccurrence
      return nil
    }
    let id = MessageID(Token.randomID())
    let wanted = citizen.language.flatMap { Language(rawValue: $0) } ?? rules.office.languages.first ?? .km
    guard let (template, language) = task.template(wanted),
      let text = template.rendered({ value($0, citizen, occasion, language, id) })
    else {
      objection = .noText
      return nil
    }
    var message = Message(
      id: id, campaign: campaign.id, activity: task.activity.id, channel: task.channel.id, to: (citizen.id, address))
    message.language = language
    message.notBefore = occasion.due
    message.notAfter = task.activity.notAfter.map { rules.zone.instant($0) }
    message.key = key(address)
    return prepare(&message, text)
  }

  private mutating func prepare(_ message: inout Message, _ text: String) -> NewMessage? {
    do throws(PrepareFault) {
      let prepared = try task.adapter.prepare(text, to: message.address)
      message.text = prepared.text
      message.parts = prepared.parts
    } catch {
      fault("Activity \(task.activity.id): \(error)")
      objection = .noText
      return nil
    }
    let day = rules.zone.local(message.notBefore).date
    let tariff = task.tariffs.lazy.compactMap { [address = message.address.value] in $0.price(on: day, to: address) }
      .first
    message.price = (tariff ?? task.channel.price)?.times(message.parts)
    return NewMessage(message, purpose: task.purpose, reserve: reserve(message.price, on: day))
  }

  private mutating func reserve(_ price: Money?, on day: LocalDate) -> Int64 {
    guard let price, let budget = campaign.budget?.total else { return 0 }
    guard let converted = rules.office.rates.convert(price, to: budget.currency, on: day) else {
      fault(
        "Channel \(task.channel.id) is priced in \(price.currency.rawValue) and the budget of \(campaign.id) is in "
          + "\(budget.currency.rawValue), but the office has no exchange rate for \(day).")
      return 0
    }
    return converted.minor
  }

  private mutating func fault(_ sentence: String) {
    if !faults.contains(sentence) { faults.append(sentence) }
  }

  /// Depends on the store's secret, the campaign, the activity and the address, never on the attempt or the text.
  private func key(_ address: Address) -> String {
    let parts = [campaign.id.text, task.activity.id.text, address.kind.rawValue, address.value]
    return Signature.hex(of: Array(parts.joined(separator: "\u{1F}").utf8), secret: secret)
  }

  private func value(
    _ field: TextField, _ citizen: Citizen, _ occasion: Occasions.Occasion, _ language: Language, _ id: MessageID
  ) -> String? {
    switch field {
    case .name: nonEmpty(citizen.name.best(language).text)
    case .office: nonEmpty(rules.office.name.best(language).text)
    case .place: (occasion.occurrence?.place ?? citizen.village).map { task.names.title($0, language) }
    case .date: occasion.occurrence.map { Self.day($0.date) }
    case .time: occasion.occurrence.map { $0.start.description }
    case .stop: StopLink(secret: secret).words(id, task.channel, task.kind, language)
    }
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  /// As people write dates: 12/11/2026.
  private static func day(_ date: LocalDate) -> String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(date.day))/\(two(date.month))/\(date.year)"
  }
}
