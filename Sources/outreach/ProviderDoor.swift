import Channels
import Domain
import Foundation
import HTTPServer
import Outbox

/// Mounts the addresses that channels offer to their providers, `/receipts/{channel}` and `/inbound/{channel}`, in front
/// of the site: pages never hear of channels.
struct ProviderDoor: Sendable {
  let outbox: OutboxService
  let site: Handler

  func answer(_ request: Request) async -> Response {
    guard request.path.count == 2, let door = CallbackRequest.Door(rawValue: request.path[0]) else {
      return await site(request)
    }
    guard ["GET", "POST"].contains(request.method) else {
      return Response(status: 405, headers: [("Allow", "GET, POST")])
    }
    var headers: [String: String] = [:]
    for (name, value) in request.headers { headers[name.lowercased()] = value }
    let call = CallbackRequest(
      door, query: request.query + form(request, headers), headers: headers, body: request.body,
      now: OutboxClock.system.now())
    let answer = await outbox.receive(call, channel: ChannelID(request.path[1]))
    var response = Response.text(answer.body, status: answer.status, type: answer.contentType)
    if answer.status == 503 { response.headers.append(("Retry-After", "2")) }
    return response
  }

  /// Gateways may post what they would otherwise put into the address.
  private func form(_ request: Request, _ headers: [String: String]) -> [(name: String, value: String)] {
    guard headers["content-type"]?.hasPrefix("application/x-www-form-urlencoded") == true else { return [] }
    let text = String(decoding: request.body, as: UTF8.self).replacing("+", with: " ")
    return text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let decoded = parts.map { $0.removingPercentEncoding ?? String($0) }
      return (name: decoded[0], value: decoded.count == 2 ? decoded[1] : "")
    }
  }
}
