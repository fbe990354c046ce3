/// Why a server could not start, in words that name the thing and the remedy.
public enum ServerError: Error, Equatable, CustomStringConvertible {
  case portInUse(address: String, port: UInt16)
  case notPermitted(address: String, port: UInt16)
  case notAnAddress(String)
  case notOurAddress(String)
  /// A certificate or key file that cannot be read; the reason comes from the system.
  case unreadable(path: String, reason: String)
  case unusableCertificate(certificate: String, key: String)
  case alreadyRunning
  case system(String)

  public var description: String {
    switch self {
    case .portInUse(let address, let port):
      "Port \(port) on \(address) is already in use; stop the other program or choose another port with --listen"
    case .notPermitted(let address, let port):
      "This user may not open port \(port) on \(address); choose a port above 1023 with --listen"
    case .notAnAddress(let text):
      "“\(text)” is not a numeric address; write one like 127.0.0.1 or ::1"
    case .notOurAddress(let address):
      "\(address) is not an address of this machine; choose one of its own with --listen"
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason); check the path and that this user may read it"
    case .unusableCertificate(let certificate, let key):
      "\(certificate) and \(key) are not a PEM certificate and its unencrypted PEM key; check that they belong together"
    case .alreadyRunning:
      "The server is already running; stop it before starting it again"
    case .system(let reason):
      "The server could not start: \(reason)"
    }
  }
}
