import Glibc

/// A bound, listening socket. We open it ourselves because the library does not say why it could not.
struct ListeningSocket {
  let descriptor: Int32
  /// The port really bound, also when 0 was asked for.
  let port: UInt16
  let isIPv6: Bool

  static func open(address: String, port: UInt16) throws(ServerError) -> ListeningSocket {
    guard var name = SocketName(address: address, port: port) else { throw .notAnAddress(address) }
    let descriptor = socket(
      name.isIPv6 ? AF_INET6 : AF_INET,
      Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { throw .system(lastSystemError()) }
    do throws(ServerError) {
      set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
      if name.isIPv6 { set(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 0) }
      guard name.withPointer({ bind(descriptor, $0, $1) }) == 0, listen(descriptor, 1024) == 0 else {
        throw reason(errno, address: address, port: port)
      }
      guard name.fill({ getsockname(descriptor, $0, $1) }) == 0 else { throw .system(lastSystemError()) }
      return ListeningSocket(descriptor: descriptor, port: name.port, isIPv6: name.isIPv6)
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
    var value = value
    setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }

  private static func reason(_ code: Int32, address: String, port: UInt16) -> ServerError {
    switch code {
    case EADDRINUSE: .portInUse(address: address, port: port)
    case EACCES, EPERM: .notPermitted(address: address, port: port)
    case EADDRNOTAVAIL: .notOurAddress(address)
    default: .system(systemError(code))
    }
  }
}

/// A socket address of either family in one storage, so that no caller needs to rebind pointers.
struct SocketName {
  private var storage = sockaddr_storage()
  private var length: socklen_t
  let isIPv6: Bool

  /// Nil when the text is not a numeric address.
  init?(address: String, port: UInt16) {
    var four = sockaddr_in()
    var six = sockaddr_in6()
    if inet_pton(AF_INET, address, &four.sin_addr) == 1 {
      four.sin_family = sa_family_t(AF_INET)
      four.sin_port = port.bigEndian
      isIPv6 = false
      length = socklen_t(MemoryLayout<sockaddr_in>.size)
      withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: four, as: sockaddr_in.self) }
    } else if inet_pton(AF_INET6, address, &six.sin6_addr) == 1 {
      six.sin6_family = sa_family_t(AF_INET6)
      six.sin6_port = port.bigEndian
      isIPv6 = true
      length = socklen_t(MemoryLayout<sockaddr_in6>.size)
      withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: six, as: sockaddr_in6.self) }
    } else {
      return nil
    }
  }

  /// The port lies at the same place in both families.
  var port: UInt16 {
    withUnsafeBytes(of: storage) { UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)) }
  }

  mutating func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    let length = length
    return withUnsafePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }

  mutating func fill(_ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32) -> Int32 {
    var length = length
    return withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
    }
  }
}

func systemError(_ code: Int32) -> String {
  String(cString: strerror(code))
}

func lastSystemError() -> String {
  systemError(errno)
}
