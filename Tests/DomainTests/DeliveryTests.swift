import Domain
import FoundationEssentials
import Testing

struct DeliveryTests {
  /// Every change there is; what does not stand here must be refused.
  private static let table: [Delivery.State: [Delivery.Event: Delivery.State]] = [
    .planned: [.start: .sending, .skip: .skipped],
    .sending: [
      .accepted: .sent, .refusedForGood: .failed, .retryLater: .planned, .answerUnknown: .doubt,
      .resumeKeyed: .planned,
    ],
    .sent: [.receiptDelivered: .delivered, .receiptUndelivered: .undelivered],
    .undelivered: [.receiptDelivered: .delivered],
    .doubt: [
      .receiptDelivered: .delivered, .receiptUndelivered: .undelivered, .resumeKeyed: .planned,
      .orderedResend: .planned,
    ],
    .delivered: [:], .failed: [:], .skipped: [:],
  ]

  @Test(arguments: Delivery.State.allCases, Delivery.Event.allCases)
  func `each event leads where the table says or nowhere`(_ state: Delivery.State, _ event: Delivery.Event) throws {
    let expected = try #require(Self.table[state])[event]
    #expect(Delivery(state: state).after(event)?.state == expected)
  }

  @Test(arguments: Delivery.State.allCases, Delivery.Event.allCases)
  func `once in doubt a message never ends as failed or skipped`(_ state: Delivery.State, _ event: Delivery.Event) {
    guard let next = Delivery(state: state, everInDoubt: true).after(event) else { return }
    #expect(next.state != .failed && next.state != .skipped)
    #expect(next.everInDoubt)
    let plain = Self.table[state]?[event]
    #expect(next.state == (plain == .failed || plain == .skipped ? .doubt : plain))
  }

  @Test(arguments: Delivery.State.allCases)
  func `exactly the unanswered, the resumed and the resent are remembered as doubtful`(_ state: Delivery.State) {
    for event in Delivery.Event.allCases {
      guard let next = Delivery(state: state).after(event) else { continue }
      #expect(next.everInDoubt == [.answerUnknown, .resumeKeyed, .orderedResend].contains(event))
    }
  }

  @Test func `a refused event leaves room for the right one`() {
    let late = Delivery(state: .delivered)
    #expect(late.after(.receiptUndelivered) == nil)
    #expect(late.after(.receiptDelivered) == nil)
    #expect(Delivery(state: .undelivered).after(.receiptDelivered)?.state == .delivered)
  }

  @Test func `final states have no way out and reports know eight states`() {
    for state in Delivery.State.allCases {
      #expect(state.isFinal == (Self.table[state]?.isEmpty == true))
    }
    #expect(Delivery.State.allCases.count == 8)
  }

  @Test func `the drawing shows every change and no other`() throws {
    let page = try Self.page()
    let drawing = try #require(page.split(separator: "```").first { $0.hasPrefix("mermaid\n") })
    var drawn: [Delivery.State: [Delivery.Event: Delivery.State]] = [:]
    for state in Delivery.State.allCases { drawn[state] = [:] }
    for line in drawing.split(separator: "\n") where line.contains("-->") && !line.contains("[*]") {
      let words = line.split { " :->".contains($0) }.map(String.init)
      try #require(words.count == 3, "\(line)")
      let from = try #require(Delivery.State(rawValue: words[0]), "\(line)")
      let event = try #require(Delivery.Event(rawValue: words[2]), "\(line)")
      let to = try #require(Delivery.State(rawValue: words[1]), "\(line)")
      drawn[from]?[event] = to
    }
    #expect(drawn == Self.table)
    for state in Delivery.State.allCases {
      #expect(drawing.contains("\(state.rawValue) --> [*]") == state.isFinal)
    }
  }

  @Test func `the page explains every state and event, and how reports name it`() throws {
    let rows = try Self.page().split(separator: "\n").filter { $0.hasPrefix("| `") }
    for state in Delivery.State.allCases {
      let row = try #require(rows.first { $0.hasPrefix("| `\(state.rawValue)` |") })
      #expect(row.hasSuffix("| \(state.rawValue) |"))
    }
    for event in Delivery.Event.allCases { #expect(rows.contains { $0.hasPrefix("| `\(event.rawValue)` |") }) }
    #expect(rows.count == Delivery.State.allCases.count + Delivery.Event.allCases.count)
  }

  private static func page() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/delivery-states.md"), encoding: .utf8)
  }
}
