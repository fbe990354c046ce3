import Channels
import Domain
import Storage
import Targeting

/// Knows of everybody whether, and under which address, an activity may write to them.
struct AddressDesk {
  struct Refusal: Error {
    var reason: SkipReason
  }

  let people: [Person]
  private let suppressed: Set<[UInt8]>
  private let consents: [ConsentPurpose: Set<CitizenID>]
  private let caps: [ContactCap]
  let rules: SendingRules
  /// The names that segments may use today.
  let vocabulary: SegmentVocabulary
  let now: Instant

  init(_ tx: Transaction, _ rules: SendingRules, _ campaign: Campaign, at now: Instant) throws(StoreError) {
    (self.rules, self.now) = (rules, now)
    suppressed = try tx.suppressedAddresses()
    caps = rules.campaigns[campaign.id]?.caps ?? []
    var consents: [ConsentPurpose: Set<CitizenID>] = [:]
    for purpose in ConsentPurpose.allCases { consents[purpose] = try tx.citizens(consentingTo: purpose) }
    self.consents = consents
    let reached = try tx.lastReached { rules.zone.local($0).date }
    var people: [Person] = []
    try tx.eachCitizen(openingAddresses: true) { record in
      people.append(
        Person(record.citizen, lastReached: reached[record.citizen.id]))
    }
    self.people = people
    vocabulary = SegmentVocabulary(
      places: try tx.places(), attributes: SegmentVocabulary.kinds(of: people.lazy.map(\.citizen.attributes)))
  }

  /// The person's address for the activity, unless something forbids it. `taken` holds those already written to.
  func addressed(
    _ person: Person, _ task: MessageTask, _ taken: Set<Address>, _ tx: Transaction
  ) throws(StoreError) -> Result<Address, Refusal> {
    guard let address = person.citizen.address(task.kind) else { return .failure(Refusal(reason: .noAddress)) }
    if suppressed.contains(tx.index(of: address)) { return .failure(Refusal(reason: .optedOut)) }
    guard consents[task.purpose]?.contains(person.citizen.id) == true else {
      return .failure(Refusal(reason: .noConsent))
    }
    guard rules.mayReach(address, over: task.channel.id) else { return .failure(Refusal(reason: .notTestRecipient)) }
    if taken.contains(address) { return .failure(Refusal(reason: .sharedAddress)) }
    for cap in caps {
      let since = now.adding(seconds: -86_400 * Double(cap.days))
      if try tx.contacts(to: address, since: since) >= cap.messages { return .failure(Refusal(reason: .contactCap)) }
    }
    return .success(address)
  }
}
