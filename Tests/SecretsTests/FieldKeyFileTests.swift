import Glibc
import Testing

@testable import Secrets

@Suite final class FieldKeyFileTests {
  private let folder: String
  private var path: String { folder + "/outreach.key" }

  init() {
    var template = Array("/tmp/outreach-key-XXXXXX".utf8CString)
    folder = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
  }

  deinit {
    unlink(path)
    rmdir(folder)
  }

  private func write(_ bytes: [UInt8], mode: mode_t) {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = Glibc.write(file, bytes, bytes.count)
    fchmod(file, mode)
    close(file)
  }

  @Test func `a new key is 32 bytes for its owner alone and loads as the same key`() throws {
    let made = try FieldKey.create(at: path)
    var facts = stat()
    #expect(stat(path, &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    #expect(facts.st_size == 32)
    #expect(facts.st_nlink == 1)
    #expect(try FieldKey.load(from: path).blindIndex("a") == made.blindIndex("a"))
  }

  @Test func `a key file is never overwritten, and a refused one leaves nothing behind`() throws {
    let first = try FieldKey.create(at: path)
    #expect(throws: SecretsError.keyExists(path: path)) { try FieldKey.create(at: path) }
    #expect(try FieldKey.load(from: path).blindIndex("a") == first.blindIndex("a"))
    unlink(path)
    #expect(rmdir(folder) == 0)
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o660] as [mode_t])
  func `a key that others can read is refused with the remedy`(mode: mode_t) {
    write([UInt8](repeating: 1, count: 32), mode: mode)
    let error = #expect(throws: SecretsError.self) { try FieldKey.load(from: path) }
    #expect(error == .keyReadableByOthers(path: path, mode: "0" + String(mode, radix: 8)))
    #expect(error?.description.hasSuffix("run: chmod 600 \(path)") == true)
  }

  @Test func `a key that only its owner may read is fine`() throws {
    write([UInt8](repeating: 1, count: 32), mode: 0o400)
    _ = try FieldKey.load(from: path)
  }

  @Test(arguments: [0, 31, 33, 64])
  func `a file of another length is no key`(length: Int) {
    write([UInt8](repeating: 1, count: length), mode: 0o600)
    #expect(throws: SecretsError.keyMalformed(path: path)) { try FieldKey.load(from: path) }
  }

  @Test func `a missing file, a folder and a pipe are told apart`() {
    #expect(throws: SecretsError.keyMissing(path: path)) { try FieldKey.load(from: path) }
    #expect(throws: SecretsError.keyMalformed(path: folder)) { try FieldKey.load(from: folder) }
    mkfifo(path, 0o600)
    #expect(throws: SecretsError.keyMalformed(path: path)) { try FieldKey.load(from: path) }
  }

  @Test func `a folder that is not there is named in the error`() {
    let lost = folder + "/none/key"
    let error = #expect(throws: SecretsError.self) { try FieldKey.create(at: lost) }
    #expect(error?.description == "The key file \(lost) could not be used: No such file or directory.")
  }
}
