import Dispatch
import Domain
import Foundation

/// Writes each message to a file instead of sending it: for samples, rehearsals, and offices that carry messages on
/// themselves. The file is named after the idempotency key, so the same message again is the same file.
struct Spool: ChannelAdapter {
  static let recipe = ChannelRecipe(
    adapter: "spool",
    fields: [SettingField("folder", .text, km: "ថតសម្រាប់សារ", en: "the folder to write to")],
    make: { settings, world in Spool(folder: settings.text("folder") ?? world.spoolFolder, channel: settings.channel) })

  let folder: String
  let channel: Channel

  var descriptor: ChannelDescriptor {
    var descriptor = ChannelDescriptor(adapter: "spool", addresses: Set(AddressKind.allCases), keyed: true)
    descriptor.reachesPeople = false
    descriptor.check = { [folder] in
      let writer = SpoolFile(folder: folder)
      return writer.canWrite
        ? .good("Messages are written to \(folder).") : .bad("The folder \(folder) cannot be written.")
    }
    return descriptor
  }

  func prepare(_ text: String, to address: Address) throws(PrepareFault) -> Prepared { try SMSText.prepare(text) }

  func send(_ request: SendRequest) async -> SendOutcome {
    let file = SpoolFile(folder: "\(folder)/\(request.campaign)/\(request.activity)")
    let page = Page(
      id: request.message.text, campaign: request.campaign.text, activity: request.activity.text,
      channel: channel.id.text, to: request.to.value, text: request.text, parts: request.parts, key: request.key)
    return await withCheckedContinuation { continuation in
      Self.disk.async { continuation.resume(returning: Self.write(page, to: file)) }
    }
  }

  private static func write(_ page: Page, to file: SpoolFile) -> SendOutcome {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    guard let bytes = try? encoder.encode(page) else {
      return .rejectedMessage(ProviderWords(code: "json", "The text cannot be written as JSON."))
    }
    do {
      try file.write(Array(bytes), named: "\(page.key).json")
      return .accepted(references: [page.key])
    } catch {
      return .temporary(ProviderWords(code: "\(error.number)", error.description))
    }
  }

  /// Waiting for a disk must not hold up the cooperative threads.
  private static let disk = DispatchQueue(label: "outreach.spool", attributes: .concurrent)

  private struct Page: Encodable {
    var id, campaign, activity, channel, to, text: String
    var parts: Int
    var key: String
  }
}
