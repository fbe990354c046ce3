/// A value on its way into a statement.
public enum Value: Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])

  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(nilLiteral: ()) { self = .null }

  public init(_ value: String?) { self = value.map(Value.text) ?? .null }
  public init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }
  public init(_ value: Int64?) { self = value.map(Value.integer) ?? .null }
  public init(_ value: Double?) { self = value.map(Value.real) ?? .null }
  public init(_ value: Bool?) { self = value.map { .integer($0 ? 1 : 0) } ?? .null }
  public init(_ value: [UInt8]?) { self = value.map(Value.bytes) ?? .null }
}

/// A result row, columns counted from 0. A NULL reads as nil through the optional accessors, and as zero or empty
/// through the plain ones.
public protocol Row {
  func isNull(_ column: Int) -> Bool
  func integer(_ column: Int) -> Int64
  func real(_ column: Int) -> Double
  func text(_ column: Int) -> String
  func bytes(_ column: Int) -> [UInt8]
}

extension Row {
  public func int(_ column: Int) -> Int { Int(integer(column)) }
  public func bool(_ column: Int) -> Bool { integer(column) != 0 }
  public func intOrNil(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }
  public func integerOrNil(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
  public func realOrNil(_ column: Int) -> Double? { isNull(column) ? nil : real(column) }
  public func boolOrNil(_ column: Int) -> Bool? { isNull(column) ? nil : bool(column) }
  public func textOrNil(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
  public func bytesOrNil(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }
}

/// The seam between the store and a database engine: one session, used by one thread at a time.
protocol Connection: AnyObject {
  /// Runs one statement; the number of rows it changed.
  func run(_ sql: String, _ values: [Value]) throws(StoreError) -> Int
  /// Runs one query and hands each row to `body`; a throw from `body` ends it.
  func rows(_ sql: String, _ values: [Value], _ body: (any Row) throws(StoreError) -> Void) throws(StoreError)
}
