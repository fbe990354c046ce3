import Domain
import Foundation
import HTTPServer
import SampleOffice
import Storage
import Testing

@testable import Web

@Suite struct RecordPageTests {
  private static let address = "\(CoordinatorPageTests.activity)/\(PlannedOffice.pastForum)/record"
  private static let move = "\(CoordinatorPageTests.activity)/\(PlannedOffice.parade)/move"

  @Test func `a wrong record comes back whole, with each problem at its field and above`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    let response = await client.post(
      Self.address,
      [("participants", "440"), ("female", "445"), ("youth", "many"), ("asked", "9"), ("answered", "10"), ("note", "rain")])
    let page = Sample.text(response)
    #expect(response.status == 422)
    #expect(page.contains("<title>Error: "))
    for sentence in [
      "Female (445) cannot be more than participants (440)", "Enter a whole number, 0 or more",
      "Answered (10) cannot be more than asked (9)",
    ] {
      #expect(page.components(separatedBy: sentence).count == 3, "\(sentence)")
    }
    #expect(page.contains("value=\"445\""))
    #expect(page.contains("value=\"many\""))
    #expect(page.contains(">rain</textarea>"))
    #expect(page.contains("href=\"#f-female\""))
    #expect(MarkupChecks.findings(page) == [])
  }

  @Test func `the same errors in Khmer`() async throws {
    var client = try await OfficeClient(try await PlannedOffice())
    client.language = .km
    let page = Sample.text(await client.post(Self.address, [("participants", "១០"), ("female", "១២")]))
    #expect(page.contains("(១២)"))
    #expect(page.contains("value=\"១២\""))
    #expect(MarkupChecks.findings(page) == [])
  }

  @Test func `Khmer digits and thousands are read, and the cost is kept with its receipt`() async throws {
    let office = try await PlannedOffice()
    let client = try await OfficeClient(office)
    let response = await client.post(
      Self.address,
      [
        ("participants", "១,០៤៤"), ("female", "20"), ("line", "forums"), ("amount", "1,038.50"), ("currency", "USD"),
        ("receipt", "R-12"),
      ])
    #expect(response.status == 303)
    let (record, costs) = try await office.store.read { (tx) throws(StoreError) in
      (try tx.record(of: PlannedOffice.pastForum), try tx.costs(of: PlannedOffice.campaign))
    }
    #expect(record?.participants == 1044)
    #expect(record?.groups[.youth] == nil)
    #expect(costs.first { $0.receipt == "R-12" }?.amount == Money("1038.50 USD"))
    let page = await client.text("\(CoordinatorPageTests.activity)/\(PlannedOffice.pastForum)")
    #expect(page.contains("20 of 1,044"))
    #expect(page.contains("Not recorded"))
  }

  @Test func `a wrong amount is told, and a receipt without an amount`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    let wrong = Sample.text(await client.post(Self.address, [("amount", "1.2.3"), ("currency", "USD"), ("line", "forums")]))
    #expect(wrong.contains("Enter an amount like 120 or 120.50"))
    let alone = Sample.text(await client.post(Self.address, [("receipt", "R-1")]))
    #expect(alone.contains("Enter an amount for this line"))
    let line = Sample.text(await client.post(Self.address, [("amount", "5"), ("currency", "USD"), ("line", "yachts")]))
    #expect(line.contains("Choose one of these"))
  }

  @Test func `a form sent twice is one record and one payment`() async throws {
    let office = try await PlannedOffice()
    let client = try await OfficeClient(office)
    let page = await client.text(Self.address)
    let payment = MarkupChecks.value("value", in: page, where: ["name": "payment"]) ?? ""
    let fields = [
      ("seen", ""), ("payment", payment), ("participants", "40"), ("line", "forums"), ("amount", "12"), ("currency", "USD"),
    ]
    for _ in 0..<2 { #expect(await client.post(Self.address, fields).status == 303) }
    let costs = try await office.store.read { (tx) throws(StoreError) in try tx.costs(of: PlannedOffice.campaign) }
    #expect(costs.count { $0.amount == Money("12 USD") } == 1)
  }

  @Test func `of two people who record the same, the later one is told and loses nothing`() async throws {
    let office = try await PlannedOffice()
    let client = try await OfficeClient(office)
    #expect(await client.post(Self.address, [("seen", ""), ("participants", "40")]).status == 303)
    let late = await client.post(Self.address, [("seen", ""), ("participants", "44"), ("note", "rain")])
    let page = Sample.text(late)
    #expect(late.status == 422)
    #expect(page.contains("Somebody else has recorded this meanwhile."))
    #expect(page.contains("value=\"44\""))
    #expect(page.contains(">rain</textarea>"))
    #expect(MarkupChecks.findings(page) == [])
    let seen = MarkupChecks.value("value", in: page, where: ["name": "seen"]) ?? ""
    #expect(await client.post(Self.address, [("seen", seen), ("participants", "44")]).status == 303)
    let record = try await office.store.read { (tx) throws(StoreError) in try tx.record(of: PlannedOffice.pastForum) }
    #expect(record?.participants == 44)
  }

  @Test func `an empty form takes nothing off the list of what waits`() async throws {
    let office = try await PlannedOffice()
    let client = try await OfficeClient(office)
    let empty = await client.post(Self.address, [("participants", " "), ("currency", "USD"), ("line", "forums")])
    #expect(empty.status == 422)
    #expect(Sample.text(empty).contains("Enter the number of participants, or mark the record as partly recorded"))
    #expect(await client.post(Self.address, [("partly", "yes")]).status == 303)
  }

  @Test func `without the form's token nothing is saved`() async throws {
    let office = try await PlannedOffice()
    let client = try await OfficeClient(office)
    let forged = try await OfficeClient(try await PlannedOffice()).session.form
    let response = await client.site.handler(
      Sample.request(
        "POST", Self.address,
        headers: [
          (name: "Cookie", value: "session=\(client.session.token)"), (name: "Host", value: "127.0.0.1:8080"),
          (name: "Content-Type", value: "application/x-www-form-urlencoded"),
        ], body: "participants=3&form_token=\(forged)"))
    #expect(response.status == 403)
    #expect(try await office.store.read { (tx) throws(StoreError) in try tx.record(of: PlannedOffice.pastForum) } == nil)
  }

  @Test func `a move is looked at before it is made`() async throws {
    let office = try await PlannedOffice()
    let client = try await OfficeClient(office)
    let holiday = Sample.text(await client.post(Self.move, [("date", "25/11/2026"), ("time", "07:00")]))
    #expect(holiday.contains("a public holiday (Water Festival)"))
    let free = Sample.text(await client.post(Self.move, [("date", "26/11/2026"), ("time", "7:00")]))
    #expect(free.contains("This day breaks nothing"))
    #expect(free.contains("value=\"2026-11-26T07:00\""))
    let moved = await client.post(Self.move, [("date", "26/11/2026"), ("time", "07:00"), ("seen", "2026-11-26T07:00")])
    #expect(moved.status == 303)
    let parade = try await office.store.read { (tx) throws(StoreError) in try tx.occurrence(PlannedOffice.parade) }
    #expect(parade?.date == LocalDate("2026-11-26"))
  }

  @Test func `a day that changed after the look is looked at again`() async throws {
    let office = try await PlannedOffice()
    let client = try await OfficeClient(office)
    let page = await client.post(Self.move, [("date", "27/11/2026"), ("time", "07:00"), ("seen", "2026-11-26T07:00")])
    #expect(page.status == 200)
    let parade = try await office.store.read { (tx) throws(StoreError) in try tx.occurrence(PlannedOffice.parade) }
    #expect(parade?.date == LocalDate("2026-11-24"))
  }

  @Test func `a past day is told, and what was held stays where it was`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    let past = await client.post(Self.move, [("date", "11/11/2026"), ("time", "07:00")])
    #expect(past.status == 422)
    #expect(Sample.text(past).contains("Choose today or a later day"))
    _ = await client.post(Self.address, [("participants", "12")])
    let held = await client.post(
      "\(CoordinatorPageTests.activity)/\(PlannedOffice.pastForum)/move", [("date", "20/11/2026"), ("time", "07:00")])
    #expect(held.status == 409)
  }

  @Test func `a day outside the campaign or no day at all is told`() async throws {
    let client = try await OfficeClient(try await PlannedOffice())
    let outside = Sample.text(await client.post(Self.move, [("date", "24/12/2026"), ("time", "07:00")]))
    #expect(outside.contains("The date must be inside the campaign: 2 November to 20 December 2026"))
    let nothing = Sample.text(await client.post(Self.move, [("date", "soon"), ("time", "25:00")]))
    #expect(nothing.contains("Enter a date like 19/11/2026"))
    #expect(nothing.contains("Enter a time like 08:30"))
    #expect(nothing.contains("value=\"soon\""))
  }
}
