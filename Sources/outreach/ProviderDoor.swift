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
    var call = CallbackRequest(
      door, query: request.query, headers: headers, body: request.body, now: OutboxClock.system.now())
    call.method = request.method
    let answer = await outbox.receive(call, channel: ChannelID(request.path[1]))
    var response = Response.text(answer.body, status: answer.status, type: answer.contentType)
    if answer.status == 503 { response.headers.append(("Retry-After", "2")) }
    return response
  }
}
