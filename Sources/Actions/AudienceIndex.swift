import Domain
import Storage
import Targeting

/// The index of people in memory, made anew when their records changed. One daemon keeps one; a command makes its own.
actor AudienceIndex {
  private var version: Int?
  private var index: PeopleIndex?
  private var vocabulary = SegmentVocabulary()

  /// The index and the names that rules may use, true to the store as it is now.
  func current(_ context: ActionContext) async throws(ActionError) -> (index: PeopleIndex, vocabulary: SegmentVocabulary) {
    let now = try await context.read { (tx) throws(StoreError) in try tx.peopleVersion() }
    if let index, version == now { return (index, vocabulary) }
    let loaded = try await context.read { (tx) throws(StoreError) in
      (try tx.peopleVersion(), PeopleIndex(try tx.people()), try tx.segmentVocabulary())
    }
    (version, index, vocabulary) = loaded
    return (loaded.1, loaded.2)
  }
}

extension Transaction {
  /// Everybody on record as rules see them.
  func people() throws(StoreError) -> [Person] {
    let office = try office()
    let reached = try lastReached { $0.local(at: office.offset(at: $0)).date }
    var people: [Person] = []
    try eachCitizen(openingAddresses: true) { (record) throws(StoreError) in
      people.append(Person(record.citizen, lastReached: reached[record.citizen.id]))
    }
    return people
  }

  /// Places by name, and the further columns that people's records have.
  func segmentVocabulary() throws(StoreError) -> SegmentVocabulary {
    SegmentVocabulary(places: try places(), attributes: SegmentVocabulary.kinds(of: try citizenAttributes()))
  }
}
