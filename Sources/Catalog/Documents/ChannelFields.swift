import Domain

/// What an adapter can be set to, as whoever knows the adapters tells it: the files' reader has never met one.
public struct AdapterFields: Sendable, Hashable {
  public struct Field: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      case text, url, mailServer, flag, secret
    }

    public var name: String
    public var kind: Kind
    public var isRequired: Bool
    public var about: String

    public init(_ name: String, _ kind: Kind, isRequired: Bool = false, about: String = "") {
      self.name = name
      self.kind = kind
      self.isRequired = isRequired
      self.about = about
    }
  }

  public var adapter: String
  public var fields: [Field]

  public init(adapter: String, fields: [Field]) {
    self.adapter = adapter
    self.fields = fields
  }
}

/// The keys of a `channel` document: those of every channel, then those of its adapter.
struct ChannelFields {
  var adapters: [AdapterFields]

  func read(_ fields: inout FieldReader) -> Channel? {
    let id: ChannelID? = fields.required("id", .id(), "the id that activities name")
    let name = fields.optional("name", .words(), "what people call the channel")
    let recipes = Dictionary(adapters.map { ($0.adapter, $0) }, uniquingKeysWith: { first, _ in first })
    let recipe = fields.required("adapter", .choice(recipes), "how it reaches people")
    var channel = Channel(id: id ?? "", adapter: recipe?.adapter ?? "")
    channel.name = name
    channel.address = fields.optional("address", .word(), "the kind of address, where the adapter leaves it open")
    channel.rate = fields.optional("rate", .rate, "parts at most, spaced without bursts")
    channel.connections =
      fields.optional("connections", .whole(1...1_024), "requests under way at once; 16 unless set") ?? 16
    channel.price = fields.optional("price", .unitPrice, "of one part")
    channel.quietHours = fields.optional("quietHours", .quietHours, "tighter than the office's")
    channel.settings = settings(recipe?.fields ?? everyField, &fields)
    return id == nil || recipe == nil ? nil : channel
  }

  /// While the adapter is not known, any adapter's key may be right.
  private var everyField: [AdapterFields.Field] {
    var seen: Set<String> = []
    return adapters.flatMap(\.fields).filter { seen.insert($0.name).inserted }.map { field in
      AdapterFields.Field(field.name, field.kind, about: field.about)
    }
  }

  private func settings(_ known: [AdapterFields.Field], _ fields: inout FieldReader) -> [String: Channel.Setting] {
    var settings: [String: Channel.Setting] = [:]
    for field in known {
      let kind = field.kind.fieldKind
      let value =
        field.isRequired
        ? fields.required(field.name, kind, field.about) : fields.optional(field.name, kind, field.about)
      if let value { settings[field.name] = value }
    }
    return settings
  }
}

extension AdapterFields.Field.Kind {
  fileprivate var fieldKind: FieldKind<Channel.Setting> {
    switch self {
    case .flag: FieldKind<Bool>.yesNo.map { flag throws(PhraseProblem) in .flag(flag) }
    case .url: .either(.address, or: .environment) { $0.isObject }
    case .mailServer: .either(.mailServer, or: .environment) { $0.isObject }
    case .text: .either(.textOrNumber, or: .environment) { $0.isObject }
    case .secret: .either(.plainSecret, or: .environment) { $0.isObject }
    }
  }
}

extension FieldKind<Channel.Setting> {
  /// `{ env: "NAME" }`: the value stands in the environment, not in a file that people copy.
  fileprivate static var environment: FieldKind {
    .object("secret") { fields in
      let name = FieldKind<String>.phrase("name of a variable", like: "KANNEL_PASSWORD") { text in
        !text.isEmpty
          && text.utf8.allSatisfy { $0 == 0x5F || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
          ? text : nil
      }
      return fields.required("env", name, "the environment variable that holds it").map { .environment($0) }
    }
  }

  fileprivate static var address: FieldKind {
    .phrase("web address", like: "http://127.0.0.1:13013/cgi-bin/sendsms") { text in
      let host = text.hasPrefix("https://") ? text.dropFirst(8) : text.hasPrefix("http://") ? text.dropFirst(7) : ""
      return host.isEmpty || host.contains(where: \.isWhitespace) ? nil : .text(text)
    }
  }

  fileprivate static var mailServer: FieldKind {
    .phrase("mail server", like: "smtp://mail.example.org:587") { text in
      let host = text.hasPrefix("smtps://") ? text.dropFirst(8) : text.hasPrefix("smtp://") ? text.dropFirst(7) : ""
      return host.isEmpty || host.contains(where: \.isWhitespace) ? nil : .text(text)
    }
  }

  fileprivate static var plainSecret: FieldKind {
    FieldKind<String>.text(advice: "write { env: \"NAME\" }").map { text throws(PhraseProblem) in .text(text) }
  }

  fileprivate static var textOrNumber: FieldKind {
    FieldKind(schema: { ["type": ["string", "number"]] }) { value, reading in
      switch value.content {
      case .string(let text): return .text(text)
      case .number(let number): return .number(number.double)
      default:
        reading.wrongType(value, expected: "a text", advice: nil)
        return nil
      }
    }
  }
}
