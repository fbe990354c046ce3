public import Domain

/// Somebody whom the records know, so that two meetings with them count one person.
public enum Contact: Sendable, Hashable {
  case citizen(CitizenID)
  case household(HouseholdID)
}

/// How many of those present belong to a group, of how many it was noted.
public struct GroupTally: Sendable, Hashable {
  public var people: Int
  /// Of so many people it was noted at all.
  public var recorded: Int

  public init(people: Int, recorded: Int) {
    self.people = people
    self.recorded = recorded
  }
}

/// The people of one occurrence, one broadcast, or one activity's messages in a district.
public struct ReachEntry: Sendable, Hashable {
  public var belongs: Attribution
  public var grade: ReachGrade
  /// Heads, doors answered, messages delivered, or an estimated audience.
  public var attendances: Int
  /// Whoever of them is known; empty where heads were counted or an audience was estimated.
  public var contacts: [Contact]
  public var groups: [Group: GroupTally]

  public init(_ grade: ReachGrade, attendances: Int, contacts: [Contact] = [], belongs: Attribution) {
    self.belongs = belongs
    self.grade = grade
    self.attendances = attendances
    self.contacts = contacts
    groups = [:]
  }
}

/// Who was reached, cut by one dimension: attendances as they were counted, people as far as they can be told apart.
public struct ReachTable: Sendable, Hashable {
  public struct GroupReach: Sendable, Hashable {
    /// Attendances of the group.
    public var attendances: Int
    /// Of so many counted attendances it was noted whether they belong: the denominator.
    public var recorded: Int
    /// Counted attendances of which nobody noted it.
    public var notRecorded: Int
    public var people: PeopleRange
  }

  public struct Row: Sendable, Hashable {
    /// As ``Attribution/key(_:)`` gives it; nil: entries that do not say.
    public var key: String?
    /// Counted by a receipt, at a door, or by heads.
    public var counted: Int
    public var people: PeopleRange
    /// Estimated or declared, never added to what was counted.
    public var estimated: Int
    public var estimatedPeople: PeopleRange
    public var grades: [ReachGrade: Int]
    public var groups: [Group: GroupReach]
  }

  public let dimension: Dimension
  /// In order of their keys, the row without a key last.
  public let rows: [Row]
  /// Not the sum of the rows: somebody who stands in two rows is one person.
  public let total: Row

  public init(_ entries: [ReachEntry], by dimension: Dimension) {
    self.dimension = dimension
    rows = entries.rows { $0.belongs.key(dimension) }.map { Self.row($0.key, $0.elements) }
    total = Self.row(nil, entries)
  }

  private static func row(_ key: String?, _ entries: [ReachEntry]) -> Row {
    let counted = entries.filter { !$0.grade.isEstimate }
    let estimated = entries.filter(\.grade.isEstimate)
    return Row(
      key: key, counted: counted.attendances, people: DistinctPeople(counted).range,
      estimated: estimated.attendances, estimatedPeople: DistinctPeople(estimated).range,
      grades: Dictionary(grouping: entries, by: \.grade).mapValues(\.attendances),
      groups: Dictionary(uniqueKeysWithValues: Group.allCases.map { ($0, reach(of: $0, in: counted)) }))
  }

  private static func reach(of group: Group, in counted: [ReachEntry]) -> GroupReach {
    let tallies = counted.compactMap { entry in entry.groups[group].map { (entry, $0) } }
    let recorded = tallies.reduce(0) { $0 + $1.1.recorded }
    // Which of the known contacts belong is not in the tally, so a group's people are told apart as heads are.
    let heads = tallies.map { entry, tally in
      ReachEntry(entry.grade, attendances: tally.people, belongs: entry.belongs)
    }
    return GroupReach(
      attendances: heads.attendances, recorded: recorded, notRecorded: counted.attendances - recorded,
      people: DistinctPeople(heads).range)
  }
}

extension [ReachEntry] {
  fileprivate var attendances: Int { reduce(0) { $0 + $1.attendances } }
}
