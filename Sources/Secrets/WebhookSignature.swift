/// The header `X-Signature: t=UNIX,v1=HEX(HMAC-SHA256(secret, "t.body"))`: it proves who sent a body, and when.
public struct WebhookSignature: Sendable, Equatable {
  public static let headerName = "X-Signature"
  /// How far the signed time may lie from now, in seconds, either way.
  public static let tolerance: Int64 = 300

  /// Seconds since 1970.
  public let time: Int64
  /// One or more `v1` values: a sender that changes its secret signs with both.
  public let signatures: [String]

  /// Signs `body` as sent at `time`, in seconds since 1970.
  public init(signing body: [UInt8], secret: String, at time: Int64) {
    self.time = time
    signatures = [Signature.hex(of: Self.message(body, time), secret: secret)]
  }

  /// Reads a header. Parts it does not know are left alone, so that `v2` may come one day.
  /// Throws `signatureMalformed`.
  public init(header: String?) throws(SecretsError) {
    var time: Int64?
    var signatures: [String] = []
    for part in (header ?? "").split(separator: ",").prefix(8) {
      let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { throw .signatureMalformed }
      if pair[0] == "t" {
        guard time == nil, let seconds = Int64(pair[1]), seconds >= 0 else { throw .signatureMalformed }
        time = seconds
      } else if pair[0] == "v1" {
        signatures.append(String(pair[1]))
      }
    }
    guard let time, !signatures.isEmpty else { throw .signatureMalformed }
    self.time = time
    self.signatures = signatures
  }

  /// The header's value.
  public var header: String { (["t=\(time)"] + signatures.map { "v1=\($0)" }).joined(separator: ",") }

  /// Checks the raw `body`, before anybody parses it, against each of `secrets` (two while one replaces the other).
  /// `now` in seconds since 1970. Throws `signatureWrong`, and `signatureOutOfTime` only for a genuine one.
  public func verify(_ body: [UInt8], secrets: [String], now: Int64) throws(SecretsError) {
    let message = Self.message(body, time)
    let genuine = secrets.contains { secret in
      !secret.isEmpty && signatures.contains { Signature.verify($0, of: message, secret: secret) }
    }
    guard genuine else { throw .signatureWrong }
    let (distance, overflow) = now.subtractingReportingOverflow(time)
    guard !overflow, distance.magnitude <= UInt64(Self.tolerance) else {
      throw .signatureOutOfTime(seconds: overflow ? .max : distance)
    }
  }

  private static func message(_ body: [UInt8], _ time: Int64) -> [UInt8] { Array("\(time).".utf8) + body }
}
