import Actions
import Domain
import HTTPServer
import Synchronization

/// One message and its sending: states that add up to all, why some failed, what it cost.
extension Site {
  var sendingEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/messages/{id}", .signedIn(.seeCampaigns)) { request in try await sendingPage(request) },
      Endpoint(.get, "/messages/{id}/stream", .signedIn(.seeCampaigns)) { request in try await sendingStream(request) },
    ]
  }

  /// The address holds "campaign.activity"; ids have no points.
  func messageAddress(_ request: PageRequest) throws -> (CampaignID, ActivityID) {
    let parts = request.parameter("id").split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw ActionError.notFound("message “\(request.parameter("id"))”") }
    return (CampaignID(parts[0]), ActivityID(parts[1]))
  }

  private func sending(_ request: PageRequest, _ actions: ActionContext) async throws -> SendingView {
    let (campaign, activity) = try messageAddress(request)
    return try await ShowSending.run(activity, of: campaign, in: actions)
  }

  private func sendingPage(_ request: PageRequest) async throws -> Response {
    let actions = actions(for: request)
    let view = try await sending(request, actions)
    let history = try await CampaignHistory.run(view.campaign.id, in: actions).lines
      .filter { CampaignHistory.sendingActions.contains($0.action) }.prefix(20)
    let pace = try await ShowPace.run(view.activity.id, of: view.campaign.id, in: actions)
    let t = request.page.wording
    let mayLaunch = request.visitor?.role.may(.launchCampaigns) == true
    let parts = SendingParts(view: view, page: request.page)
    let word = SendingWord(view)
    var page = Page(
      t(.activityName(view.activity)),
      content: """
        \(parts.trouble())\(parts.progress())\(parts.doubts(mayLaunch))
        <div class="split sec"><div class="stack">\(pace.map(parts.perMinute))\(parts.reasons())\(parts.leftOut())\(parts.log(Array(history)))</div>
        <div class="stack">\(parts.text())\(parts.cost())\(parts.quiet())</div></div>
        """)
    let launched = view.launch.map { t(.launched($0.at.date, $0.at.time, by: $0.who)) }
    let channel = view.channelName.map { t.plain($0) } ?? view.activity.channel?.text
    page.line = """
      \(tag(t(word.phrase), word.kind))<span class="muted">\
      \([launched, channel].compactMap { $0 }.joined(separator: " · "))</span>
      """
    page.crumbs = [
      .init(t(.messages), "/messages"), .init(t.plain(view.campaign.name), "/campaigns/\(view.campaign.id)/messages"),
    ]
    page.actions = parts.buttons(mayLaunch)
    if parts.isGoingOn { page.refreshSeconds = 5 }
    return page.response(request.page)
  }

  /// One event a second while something waits; the page shows the same without it.
  private func sendingStream(_ request: PageRequest) async throws -> Response {
    let actions = actions(for: request)
    let first = try await sending(request, actions)
    let state = StreamState(first.switches)
    return .events {
      guard !state.isOver else { return nil }
      if state.hasBegun { try await Task.sleep(for: .seconds(1)) }
      let view = try await sending(request, actions)
      let parts = SendingParts(view: view, page: request.page)
      return state.next(view, parts)
    }
  }
}

/// Between two events of one stream: what was said last. A stream asks for one event at a time.
private final class StreamState: Sendable {
  private struct Memory {
    var switches: SendingSwitches
    var hasBegun = false
    var isOver = false
  }

  private let memory: Mutex<Memory>

  init(_ switches: SendingSwitches) { memory = Mutex(Memory(switches: switches)) }

  var hasBegun: Bool { memory.withLock { $0.hasBegun } }
  var isOver: Bool { memory.withLock { $0.isOver } }

  func next(_ view: SendingView, _ parts: SendingParts) -> ServerSentEvent {
    memory.withLock { memory in
      memory.hasBegun = true
      if memory.switches != view.switches {
        memory.switches = view.switches
        memory.isOver = true
        return LiveProgress.state(parts.page.wording(SendingWord(view).phrase), reload: true)
      }
      if view.tally.waiting == 0 {
        memory.isOver = true
        return LiveProgress.done
      }
      return parts.live().event
    }
  }
}
