import ChildProcesses
import Domain
import Foundation
import Glibc
import Testing

@testable import Channels

/// The adapter against Postfix itself. Its master runs as root only, as it hands each task to a user of its own.
struct RealPostfixTests {
  @Test(.enabled(if: geteuid() == 0, "Postfix's master starts as root only"))
  func `Postfix takes Khmer, delivers it whole, and refuses whom it does not know`() async throws {
    let server = try Postfix()
    defer { server.stop() }
    let adapter = try #require(SMTPTests.world.adapter(server.channel))
    let stop = "https://owso.example/stop/m1-0a1b2c"
    let text = "ថ្ងៃ​ការិយាល័យ\n\nសូម​អញ្ជើញ​មក​សាលា\n.\n\(stop)"
    var outcome = await adapter.send(SMTPTests.request(text))
    // It needs a moment to listen; until then nothing has left.
    for _ in 0..<200 where outcome.kind != .accepted {
      #expect(outcome.kind == .temporary, "\(outcome)")
      try await Task.sleep(for: .milliseconds(50))
      outcome = await adapter.send(SMTPTests.request(text))
    }
    #expect(outcome == .accepted(references: []))
    let mail = try await server.delivered()
    let parts = mail.components(separatedBy: "\n\n")
    #expect(parts[0].contains("Message-ID: <m1@example.org>"))
    #expect(parts[0].contains("List-Unsubscribe: <\(stop)>"))
    #expect(parts[0].contains("Subject: \(MailLetter.words("ថ្ងៃ​ការិយាល័យ"))\n"))
    let body = try #require(Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters))
    #expect(String(decoding: body, as: UTF8.self) == "សូម​អញ្ជើញ​មក​សាលា\r\n.\r\n\(stop)")
    #expect(await adapter.send(SMTPTests.request(to: "nobody@example.org")).kind == .rejectedAddress)
    #expect(await adapter.send(SMTPTests.request(to: "sokha@elsewhere.example")).kind == .rejectedMessage)
    let long = SMTPTests.request(String(repeating: "ក", count: 20_000))
    #expect(await adapter.send(long).kind == .rejectedMessage)
    #expect(await adapter.descriptor.check?() == .good("The mail server answers."))
  }
}

/// Postfix in a folder of its own, on a free port of the loopback, with one mailbox.
private final class Postfix {
  private let folder: URL
  private let port: Int
  private let process: ChildProcess

  init() throws {
    let probe = ScriptedServer { _ in .close }
    port = probe.port
    probe.stop()
    folder = URL(fileURLWithPath: "/tmp/postfix-\(UUID().uuidString)")
    let files = FileManager.default
    for name in ["queue", "data", "mail", "configuration"] {
      try files.createDirectory(at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    chmod(folder.path, 0o755)
    let users = try (postfix: Self.user("postfix"), nobody: Self.user("nobody"))
    chown(folder.appendingPathComponent("data").path, users.postfix.pw_uid, users.postfix.pw_gid)
    chown(folder.appendingPathComponent("mail").path, users.nobody.pw_uid, users.nobody.pw_gid)
    let configuration = folder.appendingPathComponent("configuration")
    try Self.main(folder.path, users.nobody).write(
      to: configuration.appendingPathComponent("main.cf"), atomically: true, encoding: .utf8)
    try Self.services(port).write(
      to: configuration.appendingPathComponent("master.cf"), atomically: true, encoding: .utf8)
    // Makes the queue's folders with the owners that Postfix wants.
    let made = try ChildProcess.run("/usr/sbin/postfix", ["-c", configuration.path, "check"])
    try #require(made.code == 0, "\(made.errors)")
    // In a session of its own: master ends its children by ending their process group.
    process = try ChildProcess("setsid", ["/usr/lib/postfix/sbin/master", "-d", "-c", configuration.path])
  }

  func stop() {
    process.stop(within: 2)
    try? FileManager.default.removeItem(at: folder)
  }

  var channel: Channel {
    var channel = SMTPTests.channel("smtp://127.0.0.1:\(port)")
    channel.settings["username"] = nil
    return channel
  }

  func delivered() async throws -> String {
    let box = folder.appendingPathComponent("mail/sokha/new")
    for _ in 0..<200 {
      if let name = try? FileManager.default.contentsOfDirectory(atPath: box.path).first {
        return try String(contentsOf: box.appendingPathComponent(name), encoding: .utf8)
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    let log = try? String(contentsOf: folder.appendingPathComponent("mail.log"), encoding: .utf8)
    return try #require(nil as String?, "Postfix delivered nothing. \(log ?? "")")
  }

  private static func user(_ name: String) throws -> passwd {
    try #require(getpwnam(name), "the user \(name) is missing: make test-deps installs Postfix").pointee
  }

  private static func main(_ folder: String, _ owner: passwd) -> String {
    """
    compatibility_level = 3.6
    queue_directory = \(folder)/queue
    data_directory = \(folder)/data
    command_directory = /usr/sbin
    daemon_directory = /usr/lib/postfix/sbin
    mail_owner = postfix
    setgid_group = postdrop
    myhostname = mail.example.org
    inet_interfaces = 127.0.0.1
    inet_protocols = ipv4
    mydestination =
    alias_maps =
    virtual_mailbox_domains = example.org
    virtual_mailbox_base = \(folder)/mail
    virtual_mailbox_maps = inline:{ { sokha@example.org = sokha/ } }
    virtual_uid_maps = static:\(owner.pw_uid)
    virtual_gid_maps = static:\(owner.pw_gid)
    smtpd_relay_restrictions = reject_unauth_destination
    message_size_limit = 20000
    maillog_file = \(folder)/mail.log
    maillog_file_prefixes = \(folder)

    """
  }

  private static func services(_ port: Int) -> String {
    """
    127.0.0.1:\(port) inet n - n - - smtpd
    cleanup unix n - n - 0 cleanup
    qmgr unix n - n 300 1 qmgr
    rewrite unix - - n - - trivial-rewrite
    bounce unix - - n - 0 bounce
    defer unix - - n - 0 bounce
    trace unix - - n - 0 bounce
    verify unix - - n - 1 verify
    proxymap unix - - n - - proxymap
    error unix - - n - - error
    retry unix - - n - - error
    virtual unix - n n - - virtual
    anvil unix - - n - 1 anvil
    tlsmgr unix - - n 1000? 1 tlsmgr
    postlog unix-dgram n - n - 1 postlogd

    """
  }
}
