import CCurl
import Glibc

/// Keeps requests out of this machine and its private networks: an address from the settings, or what a name server
/// says about one, must not open what only insiders may reach.
enum AddressGuard {
  /// Whether the address is reachable for everybody on the internet. Anything but IPv4 and IPv6 is not.
  static func isPublic(_ address: UnsafePointer<sockaddr>, length: Int) -> Bool {
    let raw = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
      return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in.self).sin_addr) { isPublic(Array($0)) }
    case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
      return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { isPublic(Array($0)) }
    default: return false
    }
  }

  /// The same for an address in writing, as libcurl reports it; one that cannot be read is not public.
  static func isPublic(_ text: String) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 16)
    if inet_pton(AF_INET, text, &bytes) == 1 { return isPublic(Array(bytes.prefix(4))) }
    let withoutZone = text.split(separator: "%").first.map(String.init) ?? ""
    return inet_pton(AF_INET6, withoutZone, &bytes) == 1 && isPublic(bytes)
  }

  /// Four or sixteen bytes in network order.
  static func isPublic(_ bytes: [UInt8]) -> Bool {
    switch bytes.count {
    case 4: !closed4.contains { $0.holds(bytes) }
    case 16 where translated.holds(bytes): isPublic(Array(bytes.suffix(4)))
    case 16: open6.holds(bytes) && !closed6.contains { $0.holds(bytes) }
    default: false
    }
  }

  private struct Block {
    let start: [UInt8]
    let bits: Int

    func holds(_ bytes: [UInt8]) -> Bool {
      for (place, byte) in start.enumerated() {
        let rest = bits - place * 8
        guard rest > 0 else { return true }
        let mask = rest >= 8 ? 0xff : ~UInt8(0xff >> UInt8(rest))
        guard bytes[place] & mask == byte & mask else { return false }
      }
      return true
    }
  }

  /// IANA's special-purpose IPv4 registry (RFC 6890 and its updates), multicast and the reserved end.
  private static let closed4: [Block] = [
    Block(start: [0], bits: 8), Block(start: [10], bits: 8), Block(start: [100, 64], bits: 10),
    Block(start: [127], bits: 8), Block(start: [169, 254], bits: 16), Block(start: [172, 16], bits: 12),
    Block(start: [192, 0, 0], bits: 24), Block(start: [192, 0, 2], bits: 24), Block(start: [192, 88, 99], bits: 24),
    Block(start: [192, 168], bits: 16), Block(start: [198, 18], bits: 15), Block(start: [198, 51, 100], bits: 24),
    Block(start: [203, 0, 113], bits: 24), Block(start: [224], bits: 4), Block(start: [240], bits: 4),
  ]

  /// Only 2000::/3 is given out. All else (loopback, link-local, unique local, multicast, IPv4 in disguise) is closed.
  private static let open6 = Block(start: [0x20], bits: 3)
  /// Protocol assignments with Teredo, documentation, 6to4: the last ones carry an IPv4 address inside.
  private static let closed6: [Block] = [
    Block(start: [0x20, 0x01, 0x00], bits: 23), Block(start: [0x20, 0x01, 0x0d, 0xb8], bits: 32),
    Block(start: [0x20, 0x02], bits: 16), Block(start: [0x3f, 0xff, 0x00], bits: 20),
  ]
  /// 64:ff9b::/96, by which networks without IPv4 reach it: as public as the address inside.
  private static let translated = Block(start: [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], bits: 96)
}
