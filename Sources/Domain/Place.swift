/// A province, district, commune or village, known by its official (NCDD) code.
public struct Place: Hashable, Sendable, Codable, Identifiable {
  /// 2, 4, 6 or 8 digits with leading zeros; a code begins with its parent's.
  public struct Code: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    public let text: String

    /// nil unless 2, 4, 6 or 8 digits.
    public init?(_ text: String) {
      guard [2, 4, 6, 8].contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
      self.text = text
    }

    public var level: Level { Level(rawValue: text.utf8.count)! }
    public var parent: Code? { text.utf8.count == 2 ? nil : Code(String(text.dropLast(2))) }
    public var description: String { text }

    /// The code of the place above (or of itself) at that level; nil when `level` is finer than this code.
    public func ancestor(_ level: Level) -> Code? {
      text.utf8.count < level.rawValue ? nil : Code(String(text.prefix(level.rawValue)))
    }

    /// True for the place itself and everything inside it.
    public func contains(_ other: Code) -> Bool { other.text.hasPrefix(text) }

    public static func < (a: Code, b: Code) -> Bool { a.text < b.text }

    public init(from decoder: any Decoder) throws {
      let text = try decoder.singleValueContainer().decode(String.self)
      guard let code = Code(text) else {
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no place code"))
      }
      self = code
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }

  /// The raw value is the number of digits of its codes.
  public enum Level: Int, Sendable, Codable, CaseIterable, Comparable {
    case province = 2
    case district = 4
    case commune = 6
    case village = 8

    public var name: String { "\(self)" }

    public init?(name: String) {
      guard let level = Level.allCases.first(where: { $0.name == name }) else { return nil }
      self = level
    }

    public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  public var id: Code { code }
  public var code: Code
  /// Administrative word: Khaet, Reach Theani; Srok, Krong, Khan; Khum, Sangkat; Phum.
  public var unit: String
  public var name: LocalizedText
  public var point: Coordinate?
  public var population: Int?
  public var households: Int?

  public init(
    code: Code, unit: String, name: LocalizedText, point: Coordinate? = nil, counts: (Int?, Int?) = (nil, nil)
  ) {
    self.code = code
    self.unit = unit
    self.name = name
    self.point = point
    (population, households) = counts
  }

  public var level: Level { code.level }
}
