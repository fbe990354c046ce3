import Actions
import Domain

extension Command {
  static let approve = Command(
    "approve", arguments: ("CAMPAIGN", 1...1),
    help: (
      "Gives the second person's word that a large launch needs",
      "Holds for the campaign as it reads now; the launch must then come from another user."
    )
  ) { invocation in
    let id = CampaignID(invocation.words[0])
    try await ApproveCampaign.run(id, in: try await invocation.context())
    return invocation.conclude("Approved \(id) as it reads now.", ["campaign": id.text, "state": "approved"])
  }.endingAlso(.couldNotBeDone)

  static let pause = Command(
    "pause", arguments: ("CAMPAIGN", 1...1),
    help: ("Holds a campaign's messages back", "What is under way comes home; the rest waits for: outreach resume")
  ) { invocation in
    let id = CampaignID(invocation.words[0])
    try await PauseCampaign.run(id, in: try await invocation.context())
    return invocation.conclude("Paused \(id).", ["campaign": id.text, "state": "paused"])
  }.endingAlso(.couldNotBeDone)

  static let resume = Command(
    "resume", arguments: ("CAMPAIGN | --all", 0...1),
    help: (
      "Lets messages leave again",
      """
      Of a campaign that was paused, by a person or by trouble of its channel; or, with --all, after a halt. Campaigns
      that people paused stay paused under --all.
      """
    ),
    options: [Option("--all", "lift a halt, and what paused channels by itself")]
  ) { invocation in
    switch (invocation.words.first, invocation.has("--all")) {
    case (let campaign?, false):
      try await ResumeCampaign.run(CampaignID(campaign), in: try await invocation.context())
      return invocation.conclude("Resumed \(campaign).", ["campaign": campaign, "state": "running"])
    case (nil, true):
      try await HaltSending.lift(in: try await invocation.context())
      return invocation.conclude("Messages may leave again.", ["state": "running"])
    default: throw CommandFailure.usage("Name a campaign, or --all after a halt: outreach resume CAMPAIGN")
    }
  }.endingAlso(.couldNotBeDone)

  static let cancel = Command(
    "cancel", arguments: ("CAMPAIGN", 1...1),
    help: ("Ends a campaign's sending for good", "Messages that have not left are skipped. It cannot be taken back.")
  ) { invocation in
    let count = try await CancelCampaign.run(CampaignID(invocation.words[0]), in: try await invocation.context())
    return invocation.conclude("\(count) messages will not be sent.", ["skipped": count])
  }.endingAlso(.couldNotBeDone)

  static let halt = Command(
    "halt", arguments: ("", 0...0),
    help: (
      "Stops all sending now",
      "Within a second, of every campaign and channel, also without the daemon. Ends with: outreach resume --all"
    )
  ) { invocation in
    try await HaltSending.run(in: try await invocation.context())
    return invocation.conclude(
      "All sending is stopped. To go on: outreach resume --all", ["state": "halted"])
  }

  static let status = Command(
    "status", arguments: ("CAMPAIGN", 1...1),
    help: (
      "Counts a campaign's messages",
      """
      The eight states add up to the recipients; people passed over at launch stand outside, under leftOut. left is
      planned and sending.
      """
    )
  ) { invocation in
    let status = try await ReportStatus.run(CampaignID(invocation.words[0]), in: try await invocation.context())
    if invocation.wantsJSON {
      try invocation.sayJSON(status)
      return .done
    }
    try invocation.say("\(invocation.words[0]): \(status.state), \(status.recipients) messages, \(status.left) left")
    try invocation.say(lines: TextTable(lines(of: status), numeric: [1]).lines())
    for (channel, words) in status.heldBack.sorted(by: { $0.key < $1.key }) {
      try invocation.say("  channel \(channel) is paused, \(words)")
    }
    return .done
  }.endingAlso(.couldNotBeDone)

  /// States and reasons that have messages, with their counts.
  private static func lines(of status: SendingStatus) -> [[String]] {
    let states = [
      ("planned", status.planned), ("sending", status.sending), ("sent", status.sent),
      ("delivered", status.delivered), ("undelivered", status.undelivered), ("failed", status.failed),
      ("in doubt", status.doubt), ("skipped", status.skipped),
    ]
    let skipped = status.skippedReasons.sorted { $0.key < $1.key }.map { ("skipped, \($0.key)", $0.value) }
    let leftOut = status.leftOut.sorted { $0.key < $1.key }.map { ("left out, \($0.key)", $0.value) }
    return (states + skipped + leftOut).filter { $0.1 > 0 }.map { ["  \($0.0)", String($0.1)] }
  }

  static let explain = Command(
    "explain", arguments: ("CITIZEN CAMPAIGN", 2...2),
    help: ("Says why a person did or did not get a campaign's messages", "")
  ) { invocation in
    let lines = try await ExplainDelivery.run(
      CitizenID(invocation.words[0]), CampaignID(invocation.words[1]), in: try await invocation.context())
    if invocation.wantsJSON {
      try invocation.sayJSON(["activities": lines])
      return .done
    }
    for line in lines {
      try invocation.say("\(line.activity): \(line.outcome)\(line.reason.map { ", \($0)" } ?? "")")
      for attempt in line.attempts { try invocation.say("  \(attempt.at) \(attempt.outcome) \(attempt.words)") }
    }
    if lines.isEmpty { try invocation.say("This campaign sends no messages.") }
    return .done
  }.endingAlso(.couldNotBeDone)

  static let channelCheck = Command(
    "channel check", arguments: ("[ID]", 0...1),
    help: (
      "Verifies the settings and credentials of channels",
      "Of one, or of all. Exits 1 when one is not in order. Nothing is sent to anybody."
    )
  ) { invocation in
    let id = invocation.words.first.map { ChannelID($0) }
    let findings = try await CheckChannel.run(id, in: try await invocation.context())
    if invocation.wantsJSON {
      try invocation.sayJSON(["channels": findings])
    } else {
      for finding in findings {
        try invocation.say("\(finding.channel): \(finding.ok ? "good" : "bad"). \(finding.words)")
      }
    }
    return findings.allSatisfy(\.ok) ? .done : .couldNotBeDone
  }.endingAlso(.couldNotBeDone)
}
