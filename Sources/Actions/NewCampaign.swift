import Catalog
public import Domain
import Foundation
import Storage

/// Takes one campaign as the text of its file, through the same checks as `outreach apply`.
public enum NewCampaign {
  /// The campaign that was created or changed. Throws ``ActionError/findings(_:)`` with every error at once.
  public static func run(
    _ text: [UInt8], named name: String, in context: ActionContext
  ) async throws(ActionError) -> CampaignID {
    try context.require(.planCampaigns)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("outreach-\(UUID().uuidString)")
    let file = folder.appendingPathComponent("campaign.json5").path
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(text).write(to: URL(fileURLWithPath: file))
    } catch {
      throw .diskFull("The file could not be put aside: \(error.localizedDescription)")
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    do throws(ActionError) {
      let id = try await onlyCampaign(file, in: context)
      _ = try await ApplyFiles.run([file], in: context)
      return id
    } catch .findings(let findings) {
      throw .findings(findings.map { $0.inFile(name) })
    }
  }

  /// A page takes campaigns and nothing else: channels, above all, are set by files on the server alone.
  private static func onlyCampaign(_ file: String, in context: ActionContext) async throws(ActionError) -> CampaignID {
    let known = try await context.read { (tx) throws(StoreError) in try tx.knownThings() }
    let reading = CatalogReader(adapters: context.adapters).read([file], known: known)
    guard let document = reading.documents.first else { throw .findings(reading.findings) }
    guard case .campaign(let campaign) = document.content else {
      throw .findings([
        Finding(
          file: file, position: document.position, message: "this file holds “\(document.content.kind)”",
          advice: "choose a file that holds a campaign")
      ])
    }
    return campaign.id
  }
}

extension Finding {
  /// The same under the name that the person knows the file by.
  fileprivate func inFile(_ name: String) -> Finding {
    var copy = self
    copy.file = name
    return copy
  }
}
