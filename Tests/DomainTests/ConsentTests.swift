import Domain
import Testing

struct ConsentTests {
  private func given(_ entries: [(Bool, ConsentEntry.Source)]) -> Bool {
    var state = ConsentState()
    for (given, source) in entries { state.append(given: given, source: source) }
    return state.given
  }

  @Test func `absent is no`() {
    #expect(!ConsentState().given)
  }

  @Test func `an import gives consent while nobody said otherwise`() {
    #expect(given([(true, .imported)]))
    #expect(!given([(true, .imported), (false, .imported)]))
    #expect(given([(false, .imported), (true, .imported)]))
  }

  @Test(arguments: [ConsentEntry.Source.reply, .link, .door, .counter, .staff, .provider])
  func `an import never loosens what a person said`(_ source: ConsentEntry.Source) {
    #expect(!given([(true, .imported), (false, source), (true, .imported)]))
    #expect(!given([(false, source), (true, .imported)]))
    // But it may tighten it, and the person may come back.
    #expect(!given([(true, source), (false, .imported)]))
    #expect(given([(false, source), (true, source)]))
    #expect(given([(false, source), (true, .imported), (true, source)]))
  }

  @Test func `a later word of a person outweighs an earlier one`() {
    #expect(!given([(true, .door), (false, .reply)]))
    #expect(given([(false, .reply), (true, .counter)]))
  }

  @Test func `each way of contact asks for its own consent`() {
    #expect(ConsentPurpose.needed(for: .phone) == .sms)
    #expect(ConsentPurpose.needed(for: .phone, calls: true) == .call)
    #expect(ConsentPurpose.needed(for: .telegram) == .telegram)
    #expect(ConsentPurpose.needed(for: .email) == .email)
  }
}
