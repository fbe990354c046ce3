import Domain
import Testing

struct PhoneNumberTests {
  private let digits = "85512345678"
  private var number: PhoneNumber { PhoneNumber(e164: "+\(digits)")! }

  @Test(arguments: [
    "", "+", "85512345678", "+1234567", "+1234567890123456", "+855 12345678", "+8551234567a", "+៨៥៥១២៣៤៥៦៧",
  ])
  func `only a plus and 8 to 15 digits are a number`(_ text: String) {
    #expect(PhoneNumber(e164: text) == nil)
  }

  @Test func `8 and 15 digits are the ends of the range`() {
    #expect(PhoneNumber(e164: "+12345678") != nil)
    #expect(PhoneNumber(e164: "+123456789012345") != nil)
  }

  @Test func `a number never prints, whatever prints it and whatever holds it`() {
    var citizen = Citizen(id: "C1")
    citizen.phone = number
    let address = Address(number)
    var shown = ["\(number)", String(describing: number), String(reflecting: number), "\(Optional(number) as Any)"]
    shown += ["\([number])", "\(["a": number])", "\(citizen)", String(reflecting: citizen)]
    shown += ["\(address)", String(reflecting: address), "\((number, address))"]
    var dumped = ""
    dump(citizen, to: &dumped)
    dump(address, to: &dumped)
    shown.append(dumped)
    for text in shown {
      #expect(!text.contains("345678"), "a number was printed")
    }
  }

  @Test func `a masked number shows the country and three digits`() {
    #expect(number.masked.hasPrefix("+855"))
    #expect(number.masked.hasSuffix("678"))
    #expect(!number.masked.contains("345"))
    #expect(number.masked.count == 12)
  }

  @Test func `a citizen's addresses come by kind`() {
    var citizen = Citizen(id: "C1")
    #expect(AddressKind.allCases.allSatisfy { citizen.address($0) == nil })
    citizen.phone = number
    citizen.telegram = "sophea"
    citizen.email = "sophea@example.org"
    #expect(citizen.address(.phone) == Address(.phone, "+\(digits)"))
    #expect(citizen.address(.telegram)?.value == "sophea")
    #expect(citizen.address(.email)?.kind == .email)
  }
}
