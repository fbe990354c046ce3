import Domain
import Foundation
import Testing

@testable import Catalog

/// What the shipped files promise beyond being readable: their README, NOTICE and CHANGELOG say so.
struct SamplePromiseTests {
  private let sample = Sample.read

  // MARK: Places and people

  @Test func `the gazetteer holds every province, district, commune and village`() {
    let counts = Dictionary(grouping: sample.places, by: \.code.level).mapValues(\.count)
    #expect(counts == [.province: 25, .district: 210, .commune: 1_652, .village: 14_578])
  }

  @Test func `the gazetteer ships no coordinates and no population`() {
    let header = Sample.lines(of: "Audiences/places.csv").first
    #expect(header == "code,parent_code,level,unit,name_en,name_km,households")
  }

  @Test func `47 volunteers, 27 of them women, about a third experienced`() {
    #expect(sample.volunteers.count == 47)
    #expect(sample.volunteers.filter { $0.sex == .female }.count == 27)
    #expect((14...18).contains(sample.volunteers.filter(\.experienced).count))
    #expect(Set(sample.volunteers.map { $0.home.ancestor(.commune) }).count == 10)
  }

  @Test func `no volunteer has the number of a citizen, and every number is one that cannot exist`() {
    let citizens = sample.citizens.compactMap(\.phone?.e164)
    let volunteers = sample.volunteers.compactMap(\.phone)
    #expect(Set(citizens).isDisjoint(with: volunteers))
    #expect((citizens + volunteers).allSatisfy { $0.hasPrefix("+85500") })
  }

  @Test func `every group that donors ask about has people on record`() {
    for group in Group.allCases {
      #expect(sample.citizens.contains { $0.belongs(to: group, in: 2026) == true }, "nobody is \(group)")
    }
  }

  // MARK: Campaigns

  @Test func `the lines of every budget add up to its total`() {
    for campaign in sample.campaigns {
      guard let budget = campaign.budget else { continue }
      let sum = budget.lines.map(\.amount).reduce(.zero(budget.total.currency), +)
      #expect(sum == budget.total, "\(campaign.id)")
    }
  }

  @Test func `the twelve-month campaign spends the contract and a year of operation`() throws {
    let budget = try #require(sample.campaigns.first { $0.id.text == "know-your-office" }?.budget)
    let contract = budget.lines.filter { $0.id.hasPrefix("ngo-") }.map(\.amount.minor).reduce(0, +)
    #expect(contract == 1_600_000)
    #expect(budget.total.minor - contract == 600_000)
  }

  @Test func `every sangkat has a venue that holds the largest forum`() {
    let forums = sample.campaigns.flatMap(\.activities).filter { $0.kind == .forum }
    let largest = forums.compactMap(\.expects?.people).max() ?? 0
    let communes = sample.places.map(\.code).filter { $0.level == .commune && $0.text.hasPrefix("0203") }
    #expect(communes.count == 10)
    for commune in communes {
      let venues = sample.resources.filter { $0.kind == "venue" && $0.place == commune }
      #expect(venues.count == 2, "\(commune) has no second choice")
      #expect(venues.contains { ($0.capacity ?? 0) >= largest }, "\(commune)")
    }
  }

  // MARK: Words

  @Test func `messages stand in both languages, hold no invisible spaces and take two parts at most`() throws {
    for activity in sample.campaigns.flatMap(\.activities) where activity.kind.isMessage {
      let (km, en) = (try #require(activity.text?.km), try #require(activity.text?.en))
      #expect(!km.unicodeScalars.contains("\u{200B}"), "\(activity.id)")
      #expect(try Sample.longest(km, .km) <= 2 * 67, "\(activity.id)")
      #expect(try Sample.longest(en, .en) <= 2 * 153, "\(activity.id)")
    }
  }

  @Test func `what people read has a Khmer and an English name`() {
    let names =
      sample.campaigns.map(\.name) + sample.campaigns.flatMap(\.activities).compactMap(\.name)
      + sample.resources.map(\.name) + sample.holidays.map(\.name) + sample.volunteers.map(\.name)
    for name in names {
      #expect(name.km?.isEmpty == false && name.en?.isEmpty == false, "\(name)")
    }
  }

  @Test func `holidays that follow the moon are to be confirmed, the others are not`() {
    let moving = ["Khmer New Year", "Visak Bochea", "Royal Ploughing Ceremony", "Pchum Ben", "Water Festival"]
    for holiday in sample.holidays {
      let name = holiday.name.en ?? ""
      #expect(holiday.toConfirm == moving.contains { name.contains($0) }, "\(holiday.date) \(name)")
    }
    #expect(Set(sample.holidays.map(\.date.year)) == [2026, 2027])
  }
}

/// The shipped files, read once for all these tests.
private struct Sample: Sendable {
  var places: [Place]
  var citizens: [Citizen]
  var volunteers: [Volunteer]
  var campaigns: [Campaign] = []
  var resources: [Resource] = []
  var holidays: [HolidayCalendar.Holiday] = []

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let read: Sample = {
    let adapters = [AdapterFields(adapter: "spool", fields: [])]
    let reading = CatalogReader(adapters: adapters).read(
      ["\(root)/Audiences", "\(root)/Campaigns"], known: KnownThings())
    var sample = Sample(places: reading.places, citizens: reading.citizens, volunteers: reading.volunteers)
    for document in reading.documents {
      switch document.content {
      case .campaign(let campaign): sample.campaigns.append(campaign)
      case .resource(let resource): sample.resources.append(resource)
      case .calendar(let calendar): sample.holidays += calendar.holidays
      default: break
      }
    }
    return sample
  }()

  static func lines(of path: String) -> [String] {
    let text = (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  /// UTF-16 units of the text with the longest values that the samples can put into its blanks.
  static func longest(_ text: String, _ language: Language) throws -> Int {
    let places = read.resources.filter { $0.kind == "venue" }.compactMap { $0.name[language] }
    let place = places.map { $0.replacing("\u{200B}", with: "") }.max { $0.utf16.count < $1.utf16.count }
    let rendered = try TextTemplate(text).rendered { field in
      switch field {
      case .place: place
      case .date: language == .km ? "ថ្ងៃព្រហស្បតិ៍ ទី១៩ ខែវិច្ឆិកា" : "Wednesday 30 September 2027"
      case .time: "08:30"
      case .office: language == .km ? "ការិយាល័យច្រកចេញចូលតែមួយ ក្រុងបាត់ដំបង" : "Battambang One Window Service Office"
      case .stop: language == .km ? "ឈប់ទទួល៖ STOP" : "To stop, reply STOP"
      case .name: "ព្រហ្ម សុវណ្ណារ៉ាបុប្ផា"
      }
    }
    return try #require(rendered).utf16.count
  }
}
