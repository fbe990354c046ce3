public import Domain

/// The people whom a rule selects, ready to be counted every way a page or a command asks.
public struct Selection: Sendable {
  let index: PeopleIndex
  let chosen: Bitset
  let year: Int

  /// People of one place, or without a place on record (nil).
  public struct PlaceCount: Sendable, Hashable {
    public var place: Place.Code?
    public var people: Int

    public init(place: Place.Code?, people: Int) {
      self.place = place
      self.people = people
    }
  }

  /// How many of the people belong to a group, and of how many it was never recorded.
  public struct GroupCount: Sendable, Hashable {
    public var people: Int
    public var notRecorded: Int

    public init(people: Int, notRecorded: Int) {
      self.people = people
      self.notRecorded = notRecorded
    }
  }

  public var people: Int { chosen.population }

  /// Different households among them; people without a household on record are not counted here.
  public var households: Int { index.households.distinct(in: chosen) }

  /// In order of place.
  public var ids: [CitizenID] {
    var ids: [CitizenID] = []
    ids.reserveCapacity(people)
    chosen.forEach { ids.append(index.ids[$0]) }
    return ids
  }

  /// Only places with people, in order of their codes; last, under nil, those whose record is less exact than the
  /// level.
  public func counts(by level: Place.Level) -> [PlaceCount] {
    var counts: [PlaceCount] = []
    var placed = 0
    for run in index.runs {
      guard let place = run.place.ancestor(level) else { continue }
      let people = chosen.population(in: run.positions)
      guard people > 0 else { continue }
      placed += people
      if counts.last?.place == place {
        counts[counts.count - 1].people += people
      } else {
        counts.append(PlaceCount(place: place, people: people))
      }
    }
    let elsewhere = people - placed
    return elsewhere == 0 ? counts : counts + [PlaceCount(place: nil, people: elsewhere)]
  }

  /// People by the ways they can be reached; one person may have several.
  public var ways: [ContactWay: Int] { index.ways.mapValues { ($0 & chosen).population } }

  /// People whose only way is their door.
  public var doorOnly: Int {
    let addresses = [ContactWay.phone, .telegram, .email].reduce(Bitset(count: index.count)) { $0 | index.ways[$1]! }
    return (chosen & index.ways[.home]! & ~addresses).population
  }

  /// The five groups of donors' tables. Groups overlap, so they do not add up.
  public var groups: [Group: GroupCount] {
    var counts: [Group: GroupCount] = [:]
    for group in Group.allCases {
      let answers = answers(group)
      counts[group] = GroupCount(
        people: (chosen & answers.yes).population, notRecorded: (chosen & answers.unknown).population)
    }
    return counts
  }

  private func answers(_ group: Group) -> Answers {
    switch group {
    case .female: index.female
    case .youth: index.birthYears.answers { Truth(Group.youthAges.contains(year - $0)) }
    case .idPoor: index.facts[.idPoor]!
    case .ethnicMinority: index.facts[.ethnicMinority]!
    case .disability: index.facts[.disability]!
    }
  }
}

extension Selection {
  /// Households in which at least one of the people lives.
  public var householdIDs: Set<HouseholdID> { index.households.values(in: chosen) }
}
