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
    describe(check.preview, campaign, to: invocation.note)
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
    if invocation.wantsJSON { try invocation.sayJSON(preview) } else { invocation.say("Launched \(campaign).") }
    return .done
  }

  /// What stands to be sent, for people, on the side where progress goes.
  private static func describe(_ preview: LaunchPreview, _ campaign: CampaignID, to note: (String) -> Void) {
    note("Campaign \(campaign): \(preview.recipients) messages, \(preview.parts) parts")
    for (reason, count) in preview.leftOut.sorted(by: { $0.key < $1.key }) { note("  left out, \(reason): \(count)") }
    for part in preview.activities {
      note("  \(part.activity) over \(part.channel): \(part.recipients) messages, from \(part.starts ?? "–")")
      for (language, text) in part.samples.sorted(by: { $0.key < $1.key }) { note("    \(language): \(text)") }
    }
    note("  cost at most: \(preview.cost.isEmpty ? "nothing" : preview.cost.joined(separator: " + "))")
    note("  finishes: \(preview.finishes ?? "–")")
  }
}
