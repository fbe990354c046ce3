public import Domain

/// A field of an adapter's settings, from which forms and checks are made.
public struct SettingField: Sendable {
  public enum Kind: Sendable {
    case text, url, mailServer, flag, secret
  }

  public var name: String
  public var kind: Kind
  public var required: Bool
  public var label: LocalizedText

  public init(_ name: String, _ kind: Kind, required: Bool = false, km: String, en: String) {
    self.name = name
    self.kind = kind
    self.required = required
    label = LocalizedText(km: km, en: en)
  }
}

/// The settings of one channel, with secrets looked up where the file says they lie.
public struct ChannelSettings: Sendable {
  public let channel: Channel
  private let environment: [String: String]

  public init(_ channel: Channel, environment: [String: String]) {
    self.channel = channel
    self.environment = environment
  }

  /// The text of a setting; nil when it is missing or its variable is not set.
  public func text(_ name: String) -> String? {
    switch channel.settings[name] {
    case .text(let text): text
    case .environment(let variable): environment[variable]
    case .number(let number): number == number.rounded() ? String(Int64(number)) : String(number)
    case .flag, nil: nil
    }
  }

  public func flag(_ name: String) -> Bool {
    if case .flag(let flag) = channel.settings[name] { flag } else { false }
  }

  /// Words for the operator when a setting points to a variable that is not set.
  public func missingVariable(_ name: String) -> String? {
    guard case .environment(let variable) = channel.settings[name], environment[variable] == nil else { return nil }
    return "The environment variable \(variable), which channel \(channel.id) names as its \(name), is not set."
  }
}

/// One adapter as the list shows it: its name, its settings, and how to make one.
public struct ChannelRecipe: Sendable {
  public var adapter: String
  public var fields: [SettingField]
  public var make: @Sendable (ChannelSettings, ChannelWorld) -> any ChannelAdapter

  /// What is wrong with a channel's settings, in sentences; empty when nothing is.
  public func problems(_ channel: Channel) -> [String] {
    let missing = fields.filter { $0.required && channel.settings[$0.name] == nil }
      .map { "channel \(channel.id) needs \($0.name): \($0.label.en ?? "")" }
    return missing + channel.settings.sorted { $0.key < $1.key }.compactMap { problem(channel, $0.key, $0.value) }
  }

  private func problem(_ channel: Channel, _ name: String, _ setting: Channel.Setting) -> String? {
    guard let field = fields.first(where: { $0.name == name }) else {
      let known = fields.map(\.name).joined(separator: ", ")
      return "channel \(channel.id) has an unknown setting \(name); \(adapter) knows \(known)"
    }
    switch (field.kind, setting) {
    case (.flag, .flag), (.text, .text), (.text, .number), (.secret, .environment), (.secret, .text): return nil
    case (.text, .environment), (.url, .environment), (.mailServer, .environment): return nil
    case (.url, .text(let url)):
      let good = url.hasPrefix("https://") || url.hasPrefix("http://")
      return good ? nil : "\(name) of channel \(channel.id) must begin with https:// or http://"
    case (.mailServer, .text(let url)):
      let good = url.hasPrefix("smtps://") || url.hasPrefix("smtp://")
      return good ? nil : "\(name) of channel \(channel.id) must begin with smtps:// or smtp://"
    default: return "\(name) of channel \(channel.id) is of the wrong type"
    }
  }
}
