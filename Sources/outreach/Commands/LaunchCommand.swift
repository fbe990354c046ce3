import Actions
import Domain
import Outbox

extension Command {
  static let launch = Command(
    "launch", arguments: ("CAMPAIGN", 1...1),
    help: (
      "Launches a campaign: lays its messages down for the daemon to send",
      """
      Prints recipients, people left out by reason, parts, money and finishing time, and asks for the number of
      recipients; any other answer launches nothing. A campaign with more than messages needs an accepted plan first;
      above the office's limit another user must have approved.
      """
    ),
    options: [Option("--yes", "answer the question for the number of recipients")]
  ) { invocation in
    let campaign = CampaignID(invocation.words[0])
    let context = try await invocation.context()
    let check = try await LaunchCampaign.check(campaign, in: context)
    let lines = description(of: check.preview, campaign)
    // A program that reads JSON gets nothing else.
    if invocation.wantsJSON { lines.forEach(invocation.note) } else { try invocation.say(lines: lines) }
    if check.needsApproval {
      let limit = check.approvalAbove ?? 0
      throw CommandFailure(
        .couldNotBeDone,
        "More than \(limit) people would be written to. Another user must run first: outreach approve \(campaign)")
    }
    if !invocation.has("--yes"), check.preview.recipients > 0 {
      invocation.note("Type \(check.preview.recipients), the number of messages, to send them:")
      guard let answer = readLine(), Int(answer.filter { $0 != " " && $0 != "," }) == check.preview.recipients else {
        throw CommandFailure(.couldNotBeDone, "The number is another one. Nothing was launched.")
      }
    }
    let preview = try await LaunchCampaign.run(campaign, recipients: check.preview.recipients, in: context)
    return invocation.conclude("Launched \(campaign).", preview)
  }.endingAlso(.couldNotBeDone, .conflict)

  /// What stands to be sent, for people.
  private static func description(of preview: LaunchPreview, _ campaign: CampaignID) -> [String] {
    var lines = ["Campaign \(campaign): \(preview.recipients) messages, \(preview.parts) parts"]
    for (reason, count) in preview.leftOut.sorted(by: { $0.key < $1.key }) {
      lines.append("  left out, \(reason): \(count)")
    }
    for part in preview.activities {
      lines.append("  \(part.activity) over \(part.channel): \(part.recipients) messages, from \(part.starts ?? "–")")
      lines += part.samples.sorted { $0.key < $1.key }.map { "    \($0.key): \($0.value)" }
    }
    lines.append("  cost at most: \(preview.cost.isEmpty ? "nothing" : preview.cost.joined(separator: " + "))")
    lines.append("  finishes: \(preview.finishes ?? "–")")
    return lines
  }
}
