import Glibc

/// Puts whole files into a folder so that they are there after a power cut: written aside, synced, renamed, and the
/// folder synced.
struct SpoolFile {
  let folder: String

  struct Failure: Error, CustomStringConvertible {
    var number: Int32
    var path: String
    var description: String { "\(path): \(String(cString: strerror(number)))" }
  }

  var canWrite: Bool { (try? makeFolder()) != nil && access(folder, W_OK) == 0 }

  /// A file that is there already is the same message and stays as it is.
  func write(_ bytes: [UInt8], named name: String) throws(Failure) {
    let path = "\(folder)/\(name)"
    if access(path, F_OK) == 0 { return }
    try makeFolder()
    let aside = "\(folder)/.\(name).\(getpid())"
    let file = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Failure(number: errno, path: aside) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw fail(aside) }
      rest = rest.dropFirst(written)
    }
    guard fsync(file) == 0 else { throw fail(aside) }
    guard rename(aside, path) == 0 else { throw fail(aside) }
    try syncFolder()
  }

  private func fail(_ aside: String) -> Failure {
    let failure = Failure(number: errno, path: aside)
    unlink(aside)
    return failure
  }

  private func syncFolder() throws(Failure) {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw Failure(number: errno, path: folder) }
    defer { close(handle) }
    guard fsync(handle) == 0 else { throw Failure(number: errno, path: folder) }
  }

  /// Only the daemon's own user reads what people were told.
  private func makeFolder() throws(Failure) {
    var path = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") where part != "." {
      path += "/\(part)"
      if mkdir(path, 0o700) != 0, errno != EEXIST { throw Failure(number: errno, path: path) }
    }
  }
}
