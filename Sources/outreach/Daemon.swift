import Actions
import Dispatch
import Domain
import Foundation
import HTTPServer
import Outbox
import Synchronization
import Web

/// Everything that runs while the daemon runs, started in order and stopped in reverse.
struct Daemon: Sendable {
  let workplace: Workplace
  let address: ListenAddress
  /// The folder of executables that channels may run.
  let programs: String?
  let note: @Sendable (String) -> Void

  func run(signIn name: String?) async throws -> ExitCode {
    let opened = OpenedPort()
    let site = Site(
      workplace,
      settings: SiteSettings(
        isSecure: address.isSecure, volunteersOnly: address.isPlain,
        address: address.outside ?? base(opened.number.load(ordering: .relaxed)), log: note))
    let outbox = workplace.outbox(programs: programs, log: note)
    let door = ProviderDoor(outbox: outbox, site: site.handler)
    let server = Server(serverSettings, handler: door.answer)
    do {
      try server.start()
    } catch {
      if case .notAnAddress = error { throw CommandFailure.usage("\(error).") }
      throw CommandFailure(.couldNotBeDone, "\(error).")
    }
    opened.number.store(server.port, ordering: .relaxed)
    print("Outreach is at \(base(server.port))/")
    if let name { try await offerSignIn(name, server.port) }
    fflush(nil)
    let sending = Task { await outbox.run() }
    await StopSignal.wait()
    // Answers may still come home while the last messages do.
    sending.cancel()
    await sending.value
    let clean = await server.stop(grace: .seconds(8))
    try await workplace.close()
    // A request that never ended keeps the server's threads; leaving is safe, every change is committed.
    if !clean { _exit(0) }
    return .done
  }

  private var serverSettings: ServerSettings {
    var settings = ServerSettings(address: address.host == "localhost" ? "127.0.0.1" : address.host, port: address.port)
    settings.tls = address.tls
    settings.trustedProxies = address.proxy.map { [$0] } ?? []
    settings.log = note
    // Only spreadsheets are large.
    settings.maxBody = { _, path in path == "/results/import" ? 21 << 20 : 1 << 20 }
    return settings
  }

  private func base(_ port: UInt16) -> String {
    let host = address.host.contains(":") ? "[\(address.host)]" : address.host
    return "\(address.tls == nil ? "http" : "https")://\(host):\(port)"
  }

  private func offerSignIn(_ name: String, _ port: UInt16) async throws {
    let context = workplace.context(for: Principal(name: "cli:serve", role: nil))
    let token: String
    if try await ManageAccounts.list(in: context).contains(where: { $0.name == name }) {
      token = try await ManageAccounts.link(name, in: context)
    } else {
      token = try await ManageAccounts.add(name, role: .coordinator, area: nil, in: context)
    }
    print("Sign in once as \(name): \(base(port))/sign-in/\(token)")
  }
}

/// The port that pages name in links: with port 0 the system chooses it, after the pages were made.
private final class OpenedPort: Sendable {
  let number = Atomic<UInt16>(0)
}

/// Waits for SIGTERM or SIGINT.
enum StopSignal {
  static func wait() async {
    let (signals, continuation) = AsyncStream<Void>.makeStream()
    let sources = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { @Sendable in continuation.yield() }
      source.resume()
      return source
    }
    for await _ in signals { break }
    sources.forEach { $0.cancel() }
  }
}
