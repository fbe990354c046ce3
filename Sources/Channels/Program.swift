import Domain
import Foundation
import Glibc

/// A program of the office's own that carries messages: it reads a line of JSON for each and writes a line of JSON for
/// each answer (`docs/adding-a-channel.md`). Only programs in the folder of `serve --programs` are ever started.
struct Program: ChannelAdapter {
  static let recipe = ChannelRecipe(
    adapter: "program",
    fields: [
      SettingField("program", .text, required: true, km: "កម្មវិធី", en: "the program's file in the folder of --programs"),
      SettingField("keyed", .flag, km: "ស្គាល់សោ", en: "the program carries a message with a key it has seen only once"),
      SettingField("secret", .secret, km: "សម្ងាត់", en: "given to the program as OUTREACH_SECRET"),
    ],
    make: { settings, world in Program(settings: settings, world: world) })

  let settings: ChannelSettings
  private let runner: ProgramRunner
  private let folder: String?

  init(settings: ChannelSettings, world: ChannelWorld) {
    self.settings = settings
    folder = world.programs
    runner = world.room.runner(of: settings.channel, log: world.log)
  }

  private var kind: AddressKind { settings.channel.address ?? .phone }

  var descriptor: ChannelDescriptor {
    var descriptor = ChannelDescriptor(adapter: "program", addresses: [kind], keyed: settings.flag("keyed"))
    descriptor.check = { await check() }
    descriptor.poll = { [runner] in await runner.events(after: $0) }
    return descriptor
  }

  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared {
    guard address.kind == kind else { throw .wrongAddress(address.kind) }
    let prepared = try SMSText.prepare(text)
    return kind == .phone ? prepared : Prepared(text: prepared.text, parts: 1, encoding: .utf8)
  }

  func send(_ request: SendRequest) async -> SendOutcome {
    let line = ProgramLine.request(request)
    switch launch() {
    case .failure(let trouble): return .channelDown(ProviderWords(code: "program", trouble.words))
    case .success(let launch):
      switch await runner.ask(request.message.text, line, launch) {
      case .answered(let answer): return answer.outcome(message: request.message)
      case .neverLeft(let why): return .temporary(ProviderWords(code: ProviderWords.connection, why))
      case .lost(let why): return .unknown(ProviderWords(code: "program", why))
      }
    }
  }

  private func check() async -> ChannelCheck {
    switch launch() {
    case .failure(let trouble): return .bad(trouble.words)
    case .success(let launch):
      if let trouble = await runner.trial(launch) { return .bad(trouble) }
      return .good("The program starts and says that it is ready.")
    }
  }

  private struct Trouble: Error {
    var words: String
  }

  /// What to start, or why nothing may be.
  private func launch() -> Result<ProgramLaunch, Trouble> {
    if let words = settings.missingVariable("secret") { return .failure(Trouble(words: words)) }
    guard let folder else {
      return .failure(Trouble(words: "No folder of programs was named; start with: serve --programs DIR"))
    }
    guard let path = Self.path(settings.text("program") ?? "", in: folder) else {
      let name = settings.text("program") ?? ""
      return .failure(
        Trouble(words: "“\(name)” is no executable file inside the folder of --programs that only its owner may write.")
      )
    }
    return .success(ProgramLaunch(path: path, secret: settings.text("secret"), channel: settings.channel.id))
  }

  /// The program's real path; nil for anything that leads out of the folder, is no executable file, or that everybody
  /// could exchange.
  static func path(_ name: String, in folder: String) -> String? {
    let pieces = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, !pieces.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }), !name.contains("\0"),
      let root = real(folder), let path = real("\(root)/\(name)"), path.hasPrefix(root + "/")
    else { return nil }
    var about = stat()
    guard stat(path, &about) == 0, about.st_mode & S_IFMT == S_IFREG, about.st_mode & S_IWOTH == 0,
      access(path, X_OK) == 0
    else { return nil }
    return path
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}

/// What to start: a program whose place was checked, and what it is told beside its messages.
struct ProgramLaunch: Sendable {
  var path: String
  var secret: String?
  var channel: ChannelID

  /// Little of ours: another channel's secrets are not the program's business.
  var environment: [String] {
    let ours = ProcessInfo.processInfo.environment
    let passed = ["PATH", "LANG", "TZ", "HOME"].compactMap { name in ours[name].map { "\(name)=\($0)" } }
    return passed + ["OUTREACH_CHANNEL=\(channel)"] + (secret.map { ["OUTREACH_SECRET=\($0)"] } ?? [])
  }
}
