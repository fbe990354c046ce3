import Domain

/// Takes a few related jobs out of the timetable and puts them back in another way; keeps what is better.
///
/// Ruin and recreate after Schrimpf et al., "Record Breaking Optimization Results Using the Ruin and Recreate
/// Principle", J. Comput. Phys. 159 (2000), accepted by record-to-record travel.
struct TimetableRuin {
  private static let daysTried = 5
  private static let startsTried = 6
  /// How much worse than the record a timetable may be to go on from, at the start.
  private static let tolerance = 300.0

  private var timetable: Timetable
  private var random: SeededGenerator
  private let movable: [Int]
  private let rounds: Int
  private var record: [Placement?]
  private var recordScore: Int

  /// Improves until the rounds are over or somebody asks to stop; returns the rounds done.
  static func improve(_ timetable: inout Timetable, limits: PlanningLimits) -> Int {
    let movable = timetable.jobs.indices.filter { index in
      let job = timetable.jobs[index]
      return !job.team.gathers && !job.days.isEmpty && (job.team.most > 0 || !job.things.isEmpty)
    }
    guard !movable.isEmpty else { return 0 }
    var search = TimetableRuin(timetable, movable, limits)
    var round = 0
    while round < limits.rounds, !limits.shouldStop() {
      search.step(round)
      round += 1
    }
    search.returnToRecord()
    timetable = search.timetable
    return round
  }

  private init(_ timetable: Timetable, _ movable: [Int], _ limits: PlanningLimits) {
    self.timetable = timetable
    self.movable = movable
    rounds = max(1, limits.rounds)
    random = SeededGenerator(seed: limits.seed)
    record = timetable.placements
    recordScore = timetable.score
  }

  private mutating func step(_ round: Int) {
    let before = timetable.score
    let chosen = choose()
    let old = chosen.map { ($0, timetable.remove($0)) }
    for index in order(chosen) {
      let job = timetable.jobs[index]
      let starts = sample(job.starts, Self.startsTried)
      if let placement = timetable.bestPlacement(index, days: days(job), starts: starts, enough: Self.daysTried) {
        timetable.place(index, placement)
      }
    }
    let allowed = Self.tolerance * (1 - Double(round) / Double(rounds))
    let isGood = timetable.score <= max(before, recordScore + Int(allowed)) && timetable.dependentsHold(of: chosen)
    if !isGood {
      for (index, _) in old { timetable.remove(index) }
      for case (let index, let placement?) in old { timetable.place(index, placement) }
    } else if timetable.score < recordScore {
      record = timetable.placements
      recordScore = timetable.score
    }
  }

  /// One job, rather one without a day, and some that share its week or its people.
  private mutating func choose() -> [Int] {
    let homeless = movable.filter { timetable.placements[$0] == nil && !timetable.jobs[$0].lacksPredecessor }
    let first =
      !homeless.isEmpty && random.below(2) == 0
      ? homeless[random.below(homeless.count)] : movable[random.below(movable.count)]
    let job = timetable.jobs[first]
    let day = timetable.placements[first]?.day ?? job.days[random.below(job.days.count)].day
    let week = timetable.frame.weeks[day]
    let near = movable.filter { other in
      guard other != first, let placement = timetable.placements[other] else { return false }
      return abs(timetable.frame.weeks[placement.day] - week) <= 1
    }
    var chosen = [first]
    let count = 1 + random.below(5)
    for _ in 0..<count {
      let pool = near.isEmpty || random.below(4) == 0 ? movable : near
      let other = pool[random.below(pool.count)]
      if !chosen.contains(other) { chosen.append(other) }
    }
    return chosen
  }

  private mutating func order(_ chosen: [Int]) -> [Int] {
    var shuffled = chosen
    random.shuffle(&shuffled)
    let position = Dictionary(uniqueKeysWithValues: shuffled.enumerated().map { ($1, $0) })
    return shuffled.sorted {
      (timetable.jobs[$0].rank, position[$0]!) < (timetable.jobs[$1].rank, position[$1]!)
    }
  }

  /// The best days and some by chance, in order of preference.
  private mutating func days(_ job: Job) -> [Job.Day] {
    guard job.days.count > 2 * Self.daysTried else { return job.days }
    var chosen = Array(job.days.prefix(2))
    let first = random.below(job.days.count)
    for step in 0..<(3 * Self.daysTried) { chosen.append(job.days[(first + step * 7) % job.days.count]) }
    return chosen.sorted { ($0.penalty, $0.day) < ($1.penalty, $1.day) }
  }

  private mutating func sample(_ starts: [Int], _ count: Int) -> [Int] {
    guard starts.count > count else { return starts }
    var shuffled = starts
    random.shuffle(&shuffled)
    return shuffled.prefix(count).sorted()
  }

  private mutating func returnToRecord() {
    for index in movable { timetable.remove(index) }
    for index in movable {
      if let placement = record[index] { timetable.place(index, placement) }
    }
  }
}
