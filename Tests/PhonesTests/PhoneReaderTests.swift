import Domain
import Phones
import Testing

/// The forms in which numbers were seen in real spreadsheets.
@Suite struct PhoneReaderTests {
  private let reader = PhoneReader(testPrefixes: ["+85500"])

  private func e164(_ typed: String) -> String {
    do { return try reader.read(typed).number.e164 } catch { return "\(error)" }
  }

  @Test(arguments: [
    "012 345 678", "012345678", "+855 12 345 678", "+85512345678", "855-12-345-678", "85512345678", "00855 12 345 678",
    "(+855) 12 345678", "+855 (0)12 345 678", "+855012345678", "855012345678", "012.345.678", "012/345678",
    "០១២ ៣៤៥ ៦៧៨", "+៨៥៥១២៣៤៥៦៧៨", "\u{202a}+85512345678\u{202c}", "0\u{200b}12\u{a0}345\u{a0}678", "'012345678",
    "=\"012345678\"", " 012 345 678 ", "012–345–678", "＋855 12 345 678", "8.5512345678E10", "8.5512345678e+10",
    "8,5512345678E+10", "12345678", "12345678.0", "85512345678.0", "012,345,678",
  ])
  func `a number is read however it is written`(typed: String) {
    #expect(e164(typed) == "+85512345678")
  }

  @Test(arguments: [
    "+855001234567", "000 123 456 7", "855-00-123-4567", "(+855) 00 123 4567", "00855001234567", "០០០១២៣៤៥៦៧",
    "855001234567", "+8550001234567", "\u{202a}+855001234567\u{202c}", "'+855001234567", "+៨៥៥០០១២៣៤៥៦៧",
    "8.55001234567E+11", "+855001234567 / +855007654321", "855001234567.0",
  ])
  func `an invented number of the samples is read in the same forms`(typed: String) {
    #expect(e164(typed) == "+855001234567")
  }

  @Test(
    arguments: [
      ("+85500123456", PhoneFault.tooShort), ("+8550012345678", nil), ("+85500123456789", .tooLong),
      ("+85500", .tooShort), ("00012345678", nil), ("+85500012345678", nil),
    ] as [(String, PhoneFault?)])
  func `an invented number has seven or eight digits after its prefix`(typed: String, fault: PhoneFault?) {
    #expect(e164(typed) == (fault.map { "\($0)" } ?? "+8550012345678"))
  }

  @Test func `reading what was read changes nothing`() throws {
    for typed in ["+855000123456", "+8550001234567", "+85500012345678", "000 012 3456", "012 345 678", "12345678"] {
      let once = e164(typed)
      #expect(e164(once) == once, "\(typed)")
    }
  }

  @Test func `without test prefixes an invented number is none`() {
    let strict = PhoneReader(testPrefixes: [])
    #expect(throws: PhoneFault.self) { try strict.read("000 123 4567") }
    #expect(throws: PhoneFault.self) { try PhoneReader(testPrefixes: ["", "85500", "+855x"]).read("000 123 4567") }
  }

  @Test(arguments: [
    ("", PhoneFault.empty), ("  \u{200b}\u{a0}", .empty), ("'", .empty),
    ("no phone", .notANumber), ("គ្មាន", .notANumber), ("N/A", .notANumber), ("-", .notANumber),
    ("same as husband", .notANumber), ("abc", .notANumber), ("012 345 67a", .notANumber), ("12+34", .notANumber),
    ("++85512345678", .notANumber), ("8.551234567855E10", .notANumber),
    ("8.55E+10", .lostDigits), ("8.55002E+11", .lostDigits), ("8.551234567E+10", .lostDigits), ("8E10", .lostDigits),
    ("1234567", .tooShort), ("0", .tooShort), ("12", .tooShort), ("0123456", .tooShort),
    ("012 345 678 092 345 678", .tooLong), ("+855 12 345 678 901", .tooLong),
    ("+999 12 345 678", .unknownCountry), ("020 000 000", .unassigned),
  ])
  func `what is no number says why`(typed: String, fault: PhoneFault) {
    #expect(throws: fault) { try reader.read(typed) }
  }

  @Test(arguments: [
    ("012345678 / 092345678", [PhoneNote.othersLeftOut]), ("012345678;092345678", [.othersLeftOut]),
    ("012 345 678 or 092 345 678", [.othersLeftOut]), ("012345678\n092345678", [.othersLeftOut]),
    ("same / 012345678", [.othersLeftOut]), ("012345678 / +85512345678", []), ("012345678 /", []),
    ("12345678", [.zeroRestored]), ("8.5512345678E10", [.scientificUndone]), ("012345678", []), ("+85512345678", []),
  ])
  func `what the reader decided is noted`(typed: String, notes: [PhoneNote]) throws {
    let reading = try reader.read(typed)
    #expect(reading.number.e164 == "+85512345678")
    #expect(reading.notes == notes)
  }

  @Test func `a number of another country keeps its country`() {
    #expect(e164("+44 20 7946 0958") == "+442079460958")
    #expect(e164("0066 81 234 5678") == "+66812345678")
  }

  @Test func `another region reads its own local form`() throws {
    let thai = PhoneReader(region: "TH", testPrefixes: ["+85500"])
    #expect(try thai.read("081 234 5678").number.e164 == "+66812345678")
    #expect(try thai.read("+855001234567").number.e164 == "+855001234567")
  }

  @Test func `a fault names the remedy and never the number`() {
    for fault in PhoneFault.allCases {
      #expect(fault.description.hasSuffix("."))
      #expect(fault.description.contains("012 345 678") || fault == .lostDigits)
    }
  }

  @Test func `a cell of a megabyte is refused at once`() {
    #expect(throws: PhoneFault.notANumber) { try reader.read(String(repeating: "1/", count: 500_000)) }
  }

  @Test func `many threads read at once`() async {
    let reader = reader
    let right = await withTaskGroup(of: Int.self) { group in
      for start in 0..<8 {
        group.addTask {
          (0..<500).count { number in
            let digits = String(1_000_000 + start * 500 + number)
            return (try? reader.read("0" + "1" + digits).number.e164) == "+8551" + digits
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(right == 4000)
  }
}
