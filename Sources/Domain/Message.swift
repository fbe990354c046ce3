/// One text for one address in one activity: the unit that is planned, sent, counted and paid for once.
public struct Message: Hashable, Sendable, Identifiable {
  public var id: MessageID
  public var campaign: CampaignID
  public var activity: ActivityID
  public var channel: ChannelID
  public var citizen: CitizenID
  public var address: Address
  public var language: Language
  /// Frozen at launch.
  public var text: String
  public var parts: Int
  /// The dearest it can cost; reserved when it starts.
  public var price: Money?
  /// Stable over attempts: depends on the store's secret, the campaign, the activity and the address.
  public var key: String
  public var notBefore: Instant
  public var notAfter: Instant?
  public var delivery: Delivery
  public var attempts: Int

  public init(id: MessageID, campaign: CampaignID, activity: ActivityID, channel: ChannelID, to: (CitizenID, Address)) {
    self.id = id
    self.campaign = campaign
    self.activity = activity
    self.channel = channel
    (citizen, address) = to
    language = .km
    text = ""
    parts = 1
    key = ""
    notBefore = Instant(milliseconds: 0)
    delivery = Delivery()
    attempts = 0
  }
}

/// Why a person or message was passed over. The first group stands outside the recipients; the second is `skipped`.
public enum SkipReason: String, Sendable, Codable, CaseIterable {
  // Left out at launch
  case noConsent, optedOut, noAddress, sharedAddress, contactCap, notTestRecipient, doNotContact, noText
  /// The message invites to an occurrence, and none is planned where the person lives.
  case noOccurrence
  // Skipped after launch
  case stopped, expired, cancelled, overBudget
}
