import Channels
import Domain
import Storage
import Targeting

/// One message activity made ready: its channel, its rule, its texts, the moment it leaves. Whatever is wrong with it is
/// found here, before anybody is addressed.
struct MessageTask: Sendable {
  let activity: Activity
  let channel: Channel
  let adapter: any ChannelAdapter
  let kind: AddressKind
  let purpose: ConsentPurpose
  private let matcher: Matcher
  private let places: [Place.Code]
  private let templates: [Language: TextTemplate]
  let occasions: Occasions
  let names: PlaceNames
  let tariffs: [Tariff]

  func selects(_ person: Person) -> Bool {
    let isNear =
      places.isEmpty || person.citizen.village.map { village in places.contains { $0.contains(village) } } ?? false
    return isNear && matcher.selects(person)
  }

  /// The text for a reader of that language, in it or else in the other.
  func template(_ language: Language) -> (template: TextTemplate, language: Language)? {
    if let template = templates[language] { return (template, language) }
    return templates.first.map { ($0.value, $0.key) }
  }

  func offersOptOut(_ language: Language) -> Bool { templates[language]?.offersOptOut ?? false }

  static func make(
    _ activity: Activity, of campaign: Campaign, _ desk: AddressDesk, _ tx: Transaction
  ) throws(StoreError) -> Result<MessageTask, LaunchFault> {
    let rules = desk.rules
    var faults: [String] = []
    let channel = channel(of: activity, rules, &faults)
    let templates = templates(of: activity, &faults)
    let rule = try rule(of: activity.segment ?? campaign.segment, activity, desk.vocabulary, tx, &faults)
    let occasions = try Occasions(activity, campaign, rules, tx, at: desk.now)
    if let missing = occasions.missing { faults.append(missing) }
    guard faults.isEmpty, let channel, let rule else { return .failure(LaunchFault(reasons: faults)) }
    let descriptor = channel.adapter.descriptor
    let kind = descriptor.kind(of: channel.channel)
    let year = rules.zone.local(desk.now).date.year
    return .success(
      MessageTask(
        activity: activity, channel: channel.channel, adapter: channel.adapter,
        kind: kind,
        purpose: .needed(for: kind, calls: activity.kind == .call || descriptor.calls),
        matcher: Matcher(rule, year: year),
        places: activity.places ?? campaign.places, templates: templates, occasions: occasions,
        names: desk.vocabulary.places,
        tariffs: try tx.documents(Tariff.self).filter { $0.channel == channel.channel.id }))
  }

  private static func channel(
    of activity: Activity, _ rules: SendingRules, _ faults: inout [String]
  ) -> SendingRules.OfChannel? {
    guard let id = activity.channel else {
      faults.append("Activity \(activity.id) names no channel to send over.")
      return nil
    }
    guard let found = rules.channels[id] else {
      faults.append("Activity \(activity.id) sends over channel \(id), which is not set up.")
      return nil
    }
    faults += ChannelDesk.problems(found.channel).map { "The \($0)." }
    return found
  }

  private static func templates(of activity: Activity, _ faults: inout [String]) -> [Language: TextTemplate] {
    var templates: [Language: TextTemplate] = [:]
    for language in Language.allCases {
      guard let text = activity.text?[language], !text.isEmpty else { continue }
      do throws(TextTemplate.Problem) {
        templates[language] = try TextTemplate(text)
      } catch {
        faults.append("The text of activity \(activity.id) \(Self.words(error)).")
      }
    }
    if templates.isEmpty, faults.isEmpty { faults.append("Activity \(activity.id) has no text.") }
    return templates
  }

  private static func words(_ problem: TextTemplate.Problem) -> String {
    switch problem {
    case .unknownField(let name, _):
      let known = TextField.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
      return "has an unknown field {\(name)}; there are \(known)"
    case .looseBrace: return "has a brace without its partner"
    }
  }

  private static func rule(
    of id: SegmentID, _ activity: Activity, _ vocabulary: SegmentVocabulary, _ tx: Transaction,
    _ faults: inout [String]
  ) throws(StoreError) -> SegmentExpression? {
    guard let segment = try tx.document(Segment.self, id.text) else {
      faults.append("Activity \(activity.id) is meant for segment \(id), which does not exist.")
      return nil
    }
    do throws(SegmentSyntaxError) {
      return try SegmentParser(vocabulary).parse(segment.rule)
    } catch {
      faults.append("Segment \(id) cannot be read: \(error)")
      return nil
    }
  }
}
