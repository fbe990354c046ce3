import Domain
import Testing

@testable import Outbox

struct ChannelDeskTests {
  private func needs(_ adapter: String, calls: Bool = false) -> (address: AddressKind, consent: ConsentPurpose) {
    ChannelDesk.standard.needs(Channel(id: "c", adapter: adapter), calls: calls)
  }

  @Test func `what a channel needs of people follows from its adapter`() {
    #expect(needs("kannel") == (.phone, .sms))
    #expect(needs("kannel", calls: true) == (.phone, .call))
    #expect(needs("voice") == (.phone, .call))
    #expect(needs("telegram") == (.telegram, .telegram))
    #expect(ChannelDesk.standard.needs(nil, calls: false) == (.phone, .sms))
  }

  @Test func `a channel's own word on its addresses outweighs its adapter's`() {
    var channel = Channel(id: "c", adapter: "spool")
    channel.address = .email
    #expect(ChannelDesk.standard.needs(channel, calls: false) == (.email, .email))
  }
}
