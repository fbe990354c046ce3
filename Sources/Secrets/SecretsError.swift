/// What can go wrong around keys, passwords and signatures, in words an operator can act on. No case holds a secret.
public enum SecretsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// More passwords are being checked than this machine will queue; nothing is wrong with the password.
  case busy
  /// The password is longer than `limit` bytes.
  case passwordTooLong(limit: Int)
  /// Argon2id could not get its memory.
  case outOfMemory
  /// A key file is already there; it is never overwritten.
  case keyExists(path: String)
  case keyMissing(path: String)
  /// Somebody else on this machine could read the key.
  case keyReadableByOthers(path: String, mode: String)
  case keyMalformed(path: String)
  /// Reading or writing the key file failed; `reason` is the system's own word for it.
  case keyFile(path: String, reason: String)
  /// A sealed value was made with another key, for another record, or was changed.
  case cannotOpen
  case signatureMalformed
  case signatureWrong
  /// The signature's time lies more than the tolerance away from now.
  case signatureOutOfTime(seconds: Int64)

  public var description: String {
    switch self {
    case .busy: "Too many sign-ins at this moment; try again in a few seconds."
    case .passwordTooLong(let limit): "The password is longer than \(limit) bytes; choose a shorter one."
    case .outOfMemory: "There was not enough memory to check the password; free about 64 MiB and try again."
    case .keyExists(let path): "The key file \(path) exists already and is never overwritten; choose another path."
    case .keyMissing(let path): "There is no key file at \(path); name it with --key, or restore it from your backup."
    case .keyReadableByOthers(let path, let mode):
      "The key file \(path) can be read by other users (mode \(mode)); run: chmod 600 \(path)"
    case .keyMalformed(let path): "\(path) is not a key file of 32 bytes; restore it from your backup."
    case .keyFile(let path, let reason): "The key file \(path) could not be used: \(reason)."
    case .cannotOpen: "A stored address could not be opened: it was sealed with another key, or it was changed."
    case .signatureMalformed: "The signature header is missing or not of the form t=SECONDS,v1=HEX."
    case .signatureWrong: "The signature does not fit the body; check that both sides hold the same secret."
    case .signatureOutOfTime(let seconds):
      "The signature is \(seconds) seconds away from now; check the clocks of both sides."
    }
  }
}
