import Glibc

/// The PEM texts, NUL-terminated and in place for as long as the daemon runs, as the library wants them.
struct TLSMaterial {
  let certificate: UnsafeMutablePointer<CChar>
  let key: UnsafeMutablePointer<CChar>

  static func read(_ files: TLSFiles) throws(ServerError) -> TLSMaterial {
    let certificate = try contents(of: files.certificate)
    let key = try contents(of: files.key)
    return TLSMaterial(certificate: copied(certificate), key: copied(key))
  }

  func free() {
    certificate.deallocate()
    key.deallocate()
  }

  private static func copied(_ bytes: [CChar]) -> UnsafeMutablePointer<CChar> {
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
    copy.initialize(from: bytes, count: bytes.count)
    (copy + bytes.count).initialize(to: 0)
    return copy
  }

  private static func contents(of path: String) throws(ServerError) -> [CChar] {
    guard let file = fopen(path, "re") else { throw .unreadable(path: path, reason: lastSystemError()) }
    defer { fclose(file) }
    // A certificate chain is a few kilobytes; a directory or a wrong, huge file shows here.
    var bytes = [CChar](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    guard ferror(file) == 0 else { throw .unreadable(path: path, reason: lastSystemError()) }
    guard count > 0, count < bytes.count else { throw .unreadable(path: path, reason: "it is not a PEM file") }
    return Array(bytes.prefix(count))
  }
}
