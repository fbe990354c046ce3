import Glibc

/// The key file: 32 bytes, readable by its owner alone, never overwritten.
extension FieldKey {
  /// Makes a new key and writes it, so that the file is there complete and on disk or not at all.
  /// Throws `keyExists`, `keyFile`.
  public static func create(at path: String) throws(SecretsError) -> FieldKey {
    var master = Sodium.random(length)
    defer { Sodium.wipe(&master) }
    // Written beside and linked into place: another process never sees half a key, and link refuses an existing name.
    let draft = "\(path).\(Token.random(characters: 8))"
    try write(master, to: draft, for: path)
    let linked = link(draft, path)
    let reason = errno
    unlink(draft)
    guard linked == 0 else { throw reason == EEXIST ? .keyExists(path: path) : failed(path, reason) }
    try flushFolder(of: path)
    return FieldKey(master: master)
  }

  /// Reads the key. Throws `keyMissing`, `keyReadableByOthers`, `keyMalformed`, `keyFile`.
  public static func load(from path: String) throws(SecretsError) -> FieldKey {
    // O_NONBLOCK: a named pipe must be refused, not waited for.
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw errno == ENOENT ? .keyMissing(path: path) : failed(path, errno) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw failed(path, errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw .keyMalformed(path: path) }
    guard facts.st_mode & 0o077 == 0 else {
      throw .keyReadableByOthers(path: path, mode: "0" + String(facts.st_mode & 0o777, radix: 8))
    }
    var master = [UInt8](repeating: 0, count: length + 1)
    defer { Sodium.wipe(&master) }
    let count = Glibc.read(file, &master, master.count)
    guard count >= 0 else { throw failed(path, errno) }
    guard count == length else { throw .keyMalformed(path: path) }
    return FieldKey(master: Array(master.prefix(length)))
  }

  private static func write(_ bytes: [UInt8], to draft: String, for path: String) throws(SecretsError) {
    let file = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failed(path, errno) }
    defer { close(file) }
    guard Glibc.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      let reason = errno
      unlink(draft)
      throw failed(path, reason)
    }
  }

  /// Without this the name may be gone after a power cut although the bytes are on disk.
  private static func flushFolder(of path: String) throws(SecretsError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let handle = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw failed(path, errno) }
    defer { close(handle) }
    guard fsync(handle) == 0 else { throw failed(path, errno) }
  }

  private static func failed(_ path: String, _ code: Int32) -> SecretsError {
    .keyFile(path: path, reason: String(cString: strerror(code)))
  }
}
