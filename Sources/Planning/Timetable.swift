import Domain

/// Where and when a job takes place, and with whom.
struct Placement {
  var day: Int
  var start: Int
  var team: [Int]
  var things: [Int]
  /// The part of the score that depends on nothing but this placement.
  var cost: Int
}

/// The plan in the making: which jobs stand where, and everything that follows from it, kept up to date by `place` and
/// `remove` alone.
struct Timetable {
  let frame: PlanningFrame
  let jobs: [Job]
  let series: [Series]
  private(set) var placements: [Placement?]
  private(set) var people: [Diary]
  private(set) var things: [Diary]
  /// By volunteer: the first day of training, which a door must be later than.
  private(set) var trainedOn: [Int]
  /// Lower is better; see ``Weights``.
  private(set) var score: Int
  private var publicJobs: [[Int]: Int] = [:]

  init(_ frame: PlanningFrame, _ jobs: [Job], _ series: [Series]) {
    self.frame = frame
    self.jobs = jobs
    self.series = series
    placements = Array(repeating: nil, count: jobs.count)
    let blank = Diary(days: frame.dayCount, weeks: frame.weekCount)
    people = Array(repeating: blank, count: frame.volunteers.count)
    things = Array(repeating: blank, count: frame.resources.count)
    trainedOn = Array(repeating: .max, count: frame.volunteers.count)
    score = jobs.count * Weights.unplaced
    enterPromises()
  }

  private mutating func enterPromises() {
    let volunteer = Dictionary(
      frame.volunteers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let resource = Dictionary(
      frame.resources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for busy in frame.problem.busy {
      guard let day = frame.day(busy.date) else { continue }
      let booking = Booking(
        start: busy.window.from.minutes, end: busy.window.to.minutes, site: frame.travel.index(busy.place), job: nil)
      switch busy.who {
      case .volunteer(let id): if let index = volunteer[id] { enter(booking, day, person: index) }
      case .resource(let id): if let index = resource[id] { enter(booking, day, thing: index) }
      }
    }
    for kept in frame.problem.kept where kept.status != .cancelled {
      guard let day = frame.day(kept.date) else { continue }
      let site = frame.travel.index(kept.place)
      let booking = Booking(start: kept.start.minutes, end: kept.start.minutes + kept.minutes, site: site, job: nil)
      let trains = frame.problem.campaign.activity(kept.activity)?.kind == .training
      for index in kept.team.compactMap({ volunteer[$0] }) {
        enter(booking, day, person: index)
        if trains { trainedOn[index] = min(trainedOn[index], day) }
      }
      for index in kept.resources.compactMap({ resource[$0] }) { enter(booking, day, thing: index) }
      if let activity = frame.problem.campaign.activity(kept.activity), activity.kind.isPublic {
        publicJobs[[site ?? -1, frame.weeks[day]], default: 0] += 1
      }
    }
    score += people.reduce(0) { $0 + workload($1.minutes) }
  }

  private mutating func enter(_ booking: Booking, _ day: Int, person index: Int) {
    people[index].add(booking, day: day, week: frame.weeks[day])
  }

  private mutating func enter(_ booking: Booking, _ day: Int, thing index: Int) {
    things[index].add(booking, day: day, week: frame.weeks[day])
  }

  func activity(_ job: Job) -> Activity { frame.problem.campaign.activities[job.activity] }

  func workload(_ minutes: Int) -> Int { (minutes / 30) * (minutes / 30) * Weights.workload }

  /// How many public occurrences that place already has in the week of that day.
  func publicNeighbours(_ job: Job, day: Int) -> Int {
    activity(job).kind.isPublic ? publicJobs[[job.site ?? -1, frame.weeks[day]], default: 0] : 0
  }

  mutating func place(_ index: Int, _ placement: Placement) {
    let job = jobs[index]
    score += placement.cost - Weights.unplaced
    count(job, placement.day, 1)
    let booking = Booking(start: placement.start, end: placement.start + job.minutes, site: job.site, job: index)
    for volunteer in placement.team {
      score -= workload(people[volunteer].minutes)
      enter(booking, placement.day, person: volunteer)
      score += workload(people[volunteer].minutes)
      if job.team.gathers { trainedOn[volunteer] = min(trainedOn[volunteer], placement.day) }
    }
    for thing in placement.things { enter(booking, placement.day, thing: thing) }
    placements[index] = placement
  }

  /// Takes a job out again. Trainings stay where they were put first, because the doors of their people hang on them.
  @discardableResult
  mutating func remove(_ index: Int) -> Placement? {
    guard let placement = placements[index] else { return nil }
    let job = jobs[index]
    let week = frame.weeks[placement.day]
    for volunteer in placement.team {
      score -= workload(people[volunteer].minutes)
      people[volunteer].remove(job: index, day: placement.day, week: week)
      score += workload(people[volunteer].minutes)
    }
    for thing in placement.things { things[thing].remove(job: index, day: placement.day, week: week) }
    count(job, placement.day, -1)
    score -= placement.cost - Weights.unplaced
    placements[index] = nil
    return placement
  }

  /// Enters or withdraws a job among the public ones of its place and week, which compete.
  private mutating func count(_ job: Job, _ day: Int, _ change: Int) {
    guard activity(job).kind.isPublic else { return }
    let key = [job.site ?? -1, frame.weeks[day]]
    let before = publicJobs[key, default: 0]
    publicJobs[key] = before + change
    score += Weights.sameWeek * (max(0, before + change - 1) - max(0, before - 1))
  }
}

extension Occurrence {
  /// The people who come: those who declined or stayed away do not count.
  var team: [VolunteerID] {
    assignments.filter { $0.status != .declined && $0.status != .absent }.map(\.volunteer)
  }
}
