import CMicroHTTPD
import Dispatch
import Glibc

/// A started libmicrohttpd daemon with everything that must live as long: socket, certificate, sweeper.
///
/// Unchecked: the handle's thread-safe calls are all that is used of it, and `free` is called once, by its only owner.
struct Daemon: @unchecked Sendable {
  private let handle: OpaquePointer
  private let socket: ListeningSocket
  private let engine: Unmanaged<Engine>
  private let tls: TLSMaterial?
  private let sweeper: any DispatchSourceTimer

  var port: UInt16 { socket.port }
  var connections: Int { Int(outreach_mhd_connections(handle)) }

  static func start(_ engine: Engine) throws(ServerError) -> Daemon {
    let settings = engine.settings
    for proxy in settings.trustedProxies where PeerAddress.canonical(proxy) == nil { throw .notAnAddress(proxy) }
    let tls = try settings.tls.map(TLSMaterial.read)
    let socket: ListeningSocket
    do throws(ServerError) {
      socket = try .open(address: settings.address, port: settings.port)
    } catch {
      tls?.free()
      throw error
    }
    let context = Unmanaged.passRetained(engine)
    var options = options(settings, socket: socket, tls: tls)
    var table = callbacks(for: context)
    guard let handle = outreach_mhd_start(&options, &table) else {
      let reason = lastSystemError()
      close(socket.descriptor)
      tls?.free()
      context.release()
      throw settings.tls.map { .unusableCertificate(certificate: $0.certificate, key: $0.key) } ?? .system(reason)
    }
    return Daemon(handle: handle, socket: socket, engine: context, tls: tls, sweeper: startSweeper(engine))
  }

  private static func options(
    _ settings: ServerSettings, socket: ListeningSocket, tls: TLSMaterial?
  ) -> outreach_mhd_options {
    var options = outreach_mhd_options()
    options.listen_socket = socket.descriptor
    options.ipv6 = socket.isIPv6
    options.threads = UInt32(max(1, settings.threads))
    options.connection_limit = UInt32(min(max(settings.threads, settings.connectionLimit), openFilesAllowed()))
    options.per_address_limit = settings.trustedProxies.isEmpty ? UInt32(max(0, settings.perAddressLimit)) : 0
    options.idle_seconds = UInt32(max(1, settings.idleTimeout.components.seconds))
    options.memory_per_connection = max(4096, settings.headerLimit)
    options.certificate_pem = tls.map { UnsafePointer($0.certificate) }
    options.key_pem = tls.map { UnsafePointer($0.key) }
    return options
  }

  /// Three quarters of what the process may open: the store, outgoing connections and log files need theirs.
  private static func openFilesAllowed() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 768 }
    return Int(clamping: limit.rlim_cur) / 4 * 3
  }

  private static func startSweeper(_ engine: Engine) -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "http.sweeper"))
    timer.schedule(deadline: .now(), repeating: .milliseconds(250), leeway: .milliseconds(50))
    timer.setEventHandler { @Sendable in
      let now = ContinuousClock.now
      engine.deadlines.enforce(at: now)
      engine.streams.inspect(at: now)
    }
    timer.resume()
    return timer
  }

  /// Takes no new connections; new clients are refused at once instead of waiting in the kernel's queue.
  func quiesce() {
    _ = MHD_quiesce_daemon(handle)
    shutdown(socket.descriptor, Int32(SHUT_RDWR))
  }

  /// Closes every connection and frees all. No connection may be suspended: the library would abort the process.
  func free() {
    MHD_stop_daemon(handle)
    sweeper.cancel()
    close(socket.descriptor)
    tls?.free()
    engine.release()
  }
}
