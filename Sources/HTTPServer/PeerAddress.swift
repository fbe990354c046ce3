import CMicroHTTPD
import Glibc

/// Who is on the other side: the socket's peer, or the client that a listed proxy names.
enum PeerAddress {
  /// The numeric address of the connection's peer; IPv4 over an IPv6 socket reads as IPv4.
  static func text(of connection: OpaquePointer) -> String {
    guard let address = outreach_mhd_peer(connection) else { return "" }
    if Int32(address.pointee.sa_family) == AF_INET {
      return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { printed($0.pointee.sin_addr) }
    }
    return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { printed($0.pointee.sin6_addr) }
  }

  /// One spelling for every address, so that a set of them can be searched; nil when it is not numeric.
  static func canonical(_ text: String) -> String? {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 { return printed(four) }
    var six = in6_addr()
    if inet_pton(AF_INET6, text, &six) == 1 { return printed(six) }
    return nil
  }

  /// The right-most address in X-Forwarded-For that is not itself a listed proxy: what stands further left was
  /// written by the client and proves nothing. Without a usable one the peer stays what the socket says.
  static func client(peer: String, headers: [(name: String, value: String)], proxies: Set<String>) -> String {
    guard proxies.contains(peer) else { return peer }
    let chain = headers.filter { $0.name.lowercased() == "x-forwarded-for" }
      .flatMap { $0.value.split(separator: ",") }
    for entry in chain.reversed() {
      guard let address = canonical(withoutPort(entry)) else { return peer }
      if !proxies.contains(address) { return address }
    }
    return peer
  }

  /// Whether the client came by HTTPS, as far as a listed proxy says so.
  static func cameByHTTPS(peer: String, headers: [(name: String, value: String)], proxies: Set<String>) -> Bool {
    guard proxies.contains(peer) else { return false }
    let told = headers.last { $0.name.lowercased() == "x-forwarded-proto" }?.value
    return told?.split(separator: ",").last.map { trimmed($0).lowercased() == "https" } ?? false
  }

  private static func withoutPort(_ entry: Substring) -> String {
    let entry = trimmed(entry)
    if entry.hasPrefix("["), let end = entry.firstIndex(of: "]") {
      return String(entry[entry.index(after: entry.startIndex)..<end])
    }
    let pieces = entry.split(separator: ":", omittingEmptySubsequences: false)
    return pieces.count == 2 ? String(pieces[0]) : String(entry)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }

  private static func printed(_ address: in_addr) -> String {
    var address = address
    return printed(AF_INET, &address)
  }

  private static func printed(_ address: in6_addr) -> String {
    var address = address
    let bytes = withUnsafeBytes(of: &address) { Array($0) }
    let isMappedIPv4 = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    if isMappedIPv4 { return bytes[12...].map(String.init).joined(separator: ".") }
    return printed(AF_INET6, &address)
  }

  private static func printed(_ family: Int32, _ address: UnsafeRawPointer) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
      guard inet_ntop(family, address, buffer.baseAddress!, socklen_t(buffer.count)) != nil else { return "" }
      return String(cString: buffer.baseAddress!)
    }
  }
}
