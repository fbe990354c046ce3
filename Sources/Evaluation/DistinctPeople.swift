import Domain

/// How many different people stand behind entries. Known contacts are told apart; of counted heads only the ends are
/// certain: at least the largest single occurrence, at most the sum. People of two districts are different people.
struct DistinctPeople {
  /// What one district knows.
  private struct Heads {
    var citizens: Set<CitizenID> = []
    var households: Set<HouseholdID> = []
    var largest = 0
    var sum = 0

    mutating func add(_ entry: ReachEntry) {
      guard !entry.contacts.isEmpty else {
        largest = max(largest, entry.attendances)
        sum += entry.attendances
        return
      }
      for contact in entry.contacts {
        switch contact {
        case .citizen(let id): citizens.insert(id)
        case .household(let id): households.insert(id)
        }
      }
    }

    /// A citizen who got a message may also have opened the door, so kinds of contact never add up at the low end.
    var low: Int { max(citizens.count, households.count, largest) }
    var known: Int { citizens.count + households.count }
  }

  let range: PeopleRange

  init(_ entries: [ReachEntry]) {
    var all = Heads()
    var districts: [Place.Code?: Heads] = [:]
    for entry in entries {
      all.add(entry)
      districts[entry.belongs.place?.ancestor(.district), default: Heads()].add(entry)
    }
    let nowhere = districts.removeValue(forKey: nil)
    // Somebody known in two districts would count twice; taking every repetition off keeps the low end certain.
    let repeated = districts.values.reduce(0) { $0 + $1.known } - Self.union(districts.values).known
    let low = districts.values.reduce(0) { $0 + $1.low } - repeated
    range = PeopleRange(max(low, all.low, nowhere?.low ?? 0), all.known + all.sum)
  }

  private static func union(_ parts: some Sequence<Heads>) -> Heads {
    parts.reduce(into: Heads()) { all, part in
      all.citizens.formUnion(part.citizens)
      all.households.formUnion(part.households)
    }
  }
}
