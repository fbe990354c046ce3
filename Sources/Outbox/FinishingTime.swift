import Domain
import Storage

/// When the last message leaves if all goes well: the channels' rates, with quiet hours left out.
struct FinishingTime {
  let rules: SendingRules
  let campaign: CampaignID
  let now: Instant

  /// Nil when there is no message.
  func of(_ messages: [NewMessage]) -> Instant? {
    Dictionary(grouping: messages, by: \.message.channel).compactMap { end($0.key, $0.value.map(\.message)) }.max()
  }

  private func end(_ channel: ChannelID, _ messages: [Message]) -> Instant? {
    guard let first = messages.map(\.notBefore).min(), let last = messages.map(\.notBefore).max() else { return nil }
    let spacing = SendPace(rate: rules.channels[channel]?.channel.rate).spacing
    var seconds = Double(messages.map(\.parts).reduce(0, +)) * spacing
    var moment = max(first, now)
    // A year of quarters of an hour; who needs longer learns that it is long.
    for _ in 0..<35_040 {
      if let end = rules.quietUntil(campaign, channel, at: moment) {
        moment = end
      } else if seconds > 0 {
        let step = min(seconds, 900)
        moment = moment.adding(seconds: step)
        seconds -= step
      } else {
        break
      }
    }
    return rules.quietUntil(campaign, channel, at: max(moment, last)) ?? max(moment, last)
  }
}
