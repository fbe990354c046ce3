public import Domain
public import Transfer

/// Every adapter there is. To add one, write its file and add its line.
public enum ChannelList {
  public static let all: [ChannelRecipe] = [
    Spool.recipe,
    Webhook.recipe,
    Kannel.recipe,
    Twilio.recipe,
    Voice.recipe,
    Telegram.recipe,
    RapidPro.recipe,
    SMTP.recipe,
    Program.recipe,
  ]

  public static func recipe(_ adapter: String) -> ChannelRecipe? { all.first { $0.adapter == adapter } }
}

/// What adapters share with the process: its connections, its environment, its folder for spooled messages.
public struct ChannelWorld: Sendable {
  public var transfer: TransferClient
  public var environment: [String: String]
  /// Where `spool` writes unless its settings say otherwise.
  public var spoolFolder: String
  /// The only folder whose executables may be started; nil: none may.
  public var programs: String?
  let room = ProgramRoom()
  /// Takes sentences that name no person.
  public var log: @Sendable (String) -> Void = { _ in }

  public init(transfer: TransferClient, environment: [String: String], spoolFolder: String = "var/spool") {
    self.transfer = transfer
    self.environment = environment
    self.spoolFolder = spoolFolder
    programs = environment["OUTREACH_PROGRAMS"]
  }

  /// The configured channel, ready to send; nil when no adapter has that name.
  public func adapter(_ channel: Channel) -> (any ChannelAdapter)? {
    ChannelList.recipe(channel.adapter)?.make(ChannelSettings(channel, environment: environment), self)
  }
}

extension ChannelWorld {
  /// A world with connections of its own: as many as channels may ask for together.
  public init(environment: [String: String]) {
    self.init(
      transfer: TransferClient(TransferSettings(connectionsPerHost: 256, connections: 512)), environment: environment)
  }
}
