import Actions
import Domain
import Foundation
import HTTPServer

/// What the script on the phone sends: up to fifty answers, with the phone's own clock beside them.
struct VisitBatch: Decodable, Sendable {
  struct Event: Decodable, Sendable {
    var id: String
    var route: String
    var door: Int
    var disposition: String
    var at: Int64
    var leaflets: Int?
    var answers: [String: String]?
    var groups: [String]?
    var doNotVisit: Bool?
  }

  /// Milliseconds since 1970 by the phone.
  var clock: Int64
  var events: [Event]
}

extension Site {
  /// Names the ids that may be forgotten by the phone. Repeating a batch changes nothing.
  func recordBatch(_ request: PageRequest) async throws -> Response {
    let t = VolunteerPage.wording(request.page)
    let entry = try await EnterByCode.run(request.parameter("code"), from: request.request.peer, at: workplace)
    guard case .open(let volunteer, _) = entry else {
      return refusal(entry == .tooMany ? .tooManyCodes : .codeUnknown, t, status: entry == .tooMany ? 429 : 404)
    }
    guard let batch = try? JSONDecoder().decode(VisitBatch.self, from: Data(request.request.body)) else {
      return refusal(.batchUnreadable, t, status: 400)
    }
    let receipt: VisitReceipt
    do throws(ActionError) {
      receipt = try await keep(batch, of: volunteer, request)
    } catch {
      guard case .field(_, let sentence) = error else { throw error }
      return .json(.object([("detail", .text(sentence))]), status: 422)
    }
    return answer(receipt, t)
  }

  private func keep(
    _ batch: VisitBatch, of volunteer: VolunteerID, _ request: PageRequest
  ) async throws(ActionError) -> VisitReceipt {
    let answers = batch.events.compactMap(\.answer)
    let clock = Instant(milliseconds: batch.clock)
    var receipt = try await RecordVisits.run(answers, of: volunteer, clock: clock, in: actions(for: request))
    let understood = Set(answers.map(\.id))
    receipt.unknown += batch.events.map(\.id).filter { !understood.contains($0) }
    return receipt
  }

  private func answer(_ receipt: VisitReceipt, _ t: Wording) -> Response {
    let refused = receipt.unknown + receipt.closed
    let members: [(String, JSON)] = [
      ("received", .list(receipt.received.map { .text($0) })), ("refused", .list(refused.map { .text($0) })),
    ]
    guard !refused.isEmpty else { return .json(.object(members)) }
    let status = !receipt.received.isEmpty ? 200 : receipt.closed.isEmpty ? 404 : 410
    return .json(.object(members + [("detail", .text(t(.answersNotAccepted)))]), status: status)
  }

  private func refusal(_ detail: Phrase, _ t: Wording, status: Int) -> Response {
    .json(.object([("detail", .text(t(detail)))]), status: status)
  }
}

extension VisitBatch.Event {
  /// Nil when the answer is none that this program knows.
  fileprivate var answer: DoorAnswer? {
    guard let disposition = Disposition(rawValue: disposition) else { return nil }
    var answer = DoorAnswer(id: id, route: RouteID(route), door: door, disposition: disposition)
    answer.at = Instant(milliseconds: at)
    answer.leaflets = min(max(leaflets ?? 0, 0), 99)
    answer.answers = answers ?? [:]
    answer.groups = Set((groups ?? []).compactMap { Group(rawValue: $0) })
    answer.doNotVisit = doNotVisit ?? false
    return answer
  }
}

extension Phrase {
  static let batchUnreadable = Phrase("The answers cannot be read.", "មិន|អាច|អាន|ចម្លើយ|បាន|ទេ។")
}
