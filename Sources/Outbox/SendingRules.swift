import Channels
import Domain
import Phones
import Storage
import Synchronization

/// Everything files say that binds a message at the moment it leaves, in the form the dispatcher asks it.
struct SendingRules: Sendable {
  struct OfCampaign: Sendable {
    var quiet: [QuietHours]
    var caps: [ContactCap]
    var budget: Money?
  }

  struct OfChannel: Sendable {
    var channel: Channel
    var adapter: any ChannelAdapter
  }

  var office: Office
  var zone: OfficeZone
  var channels: [ChannelID: OfChannel]
  var campaigns: [CampaignID: OfCampaign]
  private var testRecipients: Set<String>

  init(_ tx: Transaction, adapter: (Channel) -> (any ChannelAdapter)?) throws(StoreError) {
    office = try tx.office()
    zone = OfficeZone(office.timeZone)
    channels = [:]
    for channel in try tx.documents(Channel.self) {
      if let adapter = adapter(channel) { channels[channel.id] = OfChannel(channel: channel, adapter: adapter) }
    }
    campaigns = [:]
    for campaign in try tx.documents(Campaign.self) {
      campaigns[campaign.id] = OfCampaign(
        quiet: [office.quietHours, campaign.quietHours].compactMap(\.self),
        caps: [office.contactCap, campaign.contactCap].compactMap(\.self), budget: campaign.budget?.total)
    }
    let reader = PhoneReader(testPrefixes: office.testNumbers)
    testRecipients = Set(office.testRecipients)
    for typed in office.testRecipients {
      if let reading = try? reader.read(typed) { testRecipients.insert(reading.number.e164) }
    }
  }

  /// When quiet hours end that hold at that moment or begin within two seconds, which a message may need to arrive;
  /// nil when it may leave.
  func quietUntil(_ campaign: CampaignID, _ channel: ChannelID, at moment: Instant) -> Instant? {
    let hours = (campaigns[campaign]?.quiet ?? []) + [channels[channel]?.channel.quietHours].compactMap(\.self)
    for moment in [moment, moment.adding(seconds: 2)] {
      let local = zone.local(moment)
      let ends = hours.filter { $0.contains(local.time) }.map { zone.instant($0.next(after: local)) }
      if let end = ends.max() { return end }
    }
    return nil
  }

  /// Until the office is live, channels that reach people reach only its test recipients.
  func mayReach(_ address: Address, over channel: ChannelID) -> Bool {
    office.live || channels[channel]?.adapter.descriptor.reachesPeople == false
      || testRecipients.contains(address.value)
  }
}

/// Keeps the rules until a document changes, because they are asked for at every round.
final class RulesCache: Sendable {
  private let cached = Mutex<(stamp: String, rules: SendingRules)?>(nil)
  private let adapter: @Sendable (Channel) -> (any ChannelAdapter)?

  init(adapter: @escaping @Sendable (Channel) -> (any ChannelAdapter)?) { self.adapter = adapter }

  func rules(_ tx: Transaction) throws(StoreError) -> SendingRules {
    let stamp = try tx.documentsStamp()
    if let known = cached.withLock({ $0 }), known.stamp == stamp { return known.rules }
    let rules = try SendingRules(tx, adapter: adapter)
    cached.withLock { $0 = (stamp, rules) }
    return rules
  }
}
