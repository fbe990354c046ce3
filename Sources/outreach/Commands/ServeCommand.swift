import Actions
import Domain
import Foundation
import HTTPServer
import Web

extension Command {
  static let serve = Command(
    "serve", arguments: ("", 0...0),
    help: (
      "Runs the daemon: pages, API, dispatch, receipts",
      """
      Listens on this machine only unless told otherwise; another address needs --tls-cert with --tls-key,
      --behind-proxy, or --plain-http (volunteers' pages only). Ends on SIGTERM and SIGINT after the messages under way
      have their answers.
      """
    ),
    options: [
      Option("--listen", value: "ADDR:PORT", "where to listen (default 127.0.0.1:8080)"),
      Option("--tls-cert", value: "FILE", "certificate chain (PEM), with --tls-key"),
      Option("--tls-key", value: "FILE", "private key (PEM), with --tls-cert"),
      Option("--behind-proxy", value: "ADDR", "the proxy that speaks HTTPS to the outside, at this address"),
      Option("--plain-http", "volunteers' pages without HTTPS, for an office network"),
      Option(
        "--public", value: "URL", "where people reach this from outside; stands in volunteers' links and QR codes"),
      Option("--programs", value: "DIR", "the folder of executables that channels of the adapter “program” may run"),
      Option("--sign-in", value: "NAME", "print a one-time sign-in link; makes a coordinator of that name if missing"),
    ]
  ) { invocation in
    let address = try ListenAddress(invocation)
    if let folder = invocation.value("--programs") { try requireFolder(folder) }
    let daemon = Daemon(
      workplace: try await invocation.workplace(), address: address, programs: invocation.value("--programs"),
      note: { invocation.note($0) })
    return try await daemon.run(signIn: invocation.value("--sign-in"))
  }.endingAlso(.couldNotBeDone)

  private static func requireFolder(_ path: String) throws(CommandFailure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw .usage("--programs takes a folder of executables; there is none at \(path).")
    }
  }
}

/// Where and how the daemon may be reached; refuses what would be unsafe.
struct ListenAddress: Sendable {
  let host: String
  let port: UInt16
  let tls: TLSFiles?
  let proxy: String?
  let isPlain: Bool
  /// The address that people use, when it is not the one listened on.
  let outside: String?

  init(_ invocation: Invocation) throws(CommandFailure) {
    let text = invocation.value("--listen") ?? "127.0.0.1:8080"
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
      throw .usage("--listen takes ADDRESS:PORT, such as 127.0.0.1:8080, not “\(text)”.")
    }
    host = text[..<colon].trimmingCharacters(in: ["[", "]"])
    self.port = port
    switch (invocation.value("--tls-cert"), invocation.value("--tls-key")) {
    case (let certificate?, let key?): tls = TLSFiles(certificate: certificate, key: key)
    case (nil, nil): tls = nil
    default: throw .usage("--tls-cert and --tls-key belong together.")
    }
    proxy = invocation.value("--behind-proxy")
    isPlain = invocation.has("--plain-http")
    outside = invocation.value("--public").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    if let outside, URL(string: outside)?.host == nil || !outside.hasPrefix("http") {
      throw .usage("--public takes an address such as https://outreach.example.org, not “\(outside)”.")
    }
    guard [tls != nil, proxy != nil, isPlain].filter({ $0 }).count <= 1 else {
      throw .usage("Choose one of --tls-cert, --behind-proxy and --plain-http.")
    }
    let isLocal = host == "::1" || host == "localhost" || host.hasPrefix("127.")
    guard isLocal || tls != nil || proxy != nil || isPlain else {
      throw .usage(
        "\(host) can be reached from other machines. Add --tls-cert and --tls-key, --behind-proxy, or --plain-http.")
    }
  }

  var isSecure: Bool { tls != nil || proxy != nil }
}
