/// Everything a server is told at its start, so that limits stand in one place with their units.
public struct ServerSettings: Sendable {
  /// A numeric address of this machine, "127.0.0.1", "::1", "0.0.0.0"; "::" serves IPv4 as well.
  public var address = "127.0.0.1"
  /// 0 takes any free port; `Server.port` tells which.
  public var port: UInt16 = 0
  /// Threads that read and write sockets; handlers run on Swift's own pool.
  public var threads = 2
  /// Open connections in all; further ones wait in the kernel's queue. Lowered to what the process may open.
  public var connectionLimit = 4096
  /// Open connections from one address; further ones are closed. 0 is none; not applied behind a proxy,
  /// where every connection comes from the same address.
  public var perAddressLimit = 512
  /// A connection without a byte moving for so long is closed. At least one second.
  public var idleTimeout: Duration = .seconds(30)
  /// From the first byte to the last header, however steadily they drip.
  public var headerDeadline: Duration = .seconds(10)
  /// From the last header to the end of the body, to which `slowestUpload` adds.
  public var bodyDeadline: Duration = .seconds(30)
  /// Bytes a second that an upload may take at its slowest; a village link manages more.
  public var slowestUpload = 8 * 1024
  /// Bytes that the request line and the headers may take together.
  public var headerLimit = 32 * 1024
  /// Largest body in bytes for a method and a raw path; asked before a byte of the body is read.
  public var maxBody: @Sendable (_ method: String, _ rawPath: String) -> Int = { _, _ in 1 << 20 }
  /// Bytes of all bodies held at once; beyond, uploads are cut so that memory stays bounded.
  public var bodyBudget = 256 << 20
  /// Serves HTTPS when given.
  public var tls: TLSFiles?
  /// Numeric addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.
  public var trustedProxies: [String] = []
  /// Takes the library's own complaints; they hold no request data.
  public var log: @Sendable (String) -> Void = { _ in }

  public init(address: String = "127.0.0.1", port: UInt16 = 0) {
    self.address = address
    self.port = port
  }
}

/// Where the server's certificate chain and its key lie, both PEM.
public struct TLSFiles: Sendable {
  public var certificate: String
  public var key: String

  public init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }
}
