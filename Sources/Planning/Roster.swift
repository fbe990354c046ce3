import Domain

/// Chooses the people for one job at one day and hour: all that is required, then who lives near and has given least.
struct Roster {
  private struct Candidate {
    let volunteer: Int
    /// Part of the score that stays with the placement.
    let cost: Int
    /// The same with the growing share of work: what the choice goes by.
    let price: Int
  }

  private let timetable: Timetable
  private let job: Job
  private var candidates: [Candidate] = []
  private var untrained = 0

  init(_ timetable: Timetable, _ job: Job, day: Int, start: Int) {
    self.timetable = timetable
    self.job = job
    let frame = timetable.frame
    let end = start + job.minutes
    for volunteer in frame.volunteers.indices {
      guard job.team.withinReach[volunteer],
        frame.volunteerHours[volunteer].isFree(day: day, weekday: frame.weekdays[day], from: start, to: end),
        timetable.people[volunteer].weekMinutes[frame.weeks[day]] + job.minutes <= frame.weekLimit[volunteer],
        timetable.people[volunteer].isClear(day: day, from: start, to: end, site: job.site, travel: frame.travel)
      else { continue }
      if job.team.trained, timetable.trainedOn[volunteer] >= day {
        untrained += 1
      } else {
        candidates.append(candidate(volunteer, day))
      }
    }
    candidates.sort { ($0.price, $0.volunteer) < ($1.price, $1.volunteer) }
  }

  private func candidate(_ volunteer: Int, _ day: Int) -> Candidate {
    let diary = timetable.people[volunteer]
    let travel = timetable.frame.travel
    let from = diary.days[day].map { travel.minutes($0.site, job.site) }.min()
    var cost = (from ?? travel.minutes(timetable.frame.homes[volunteer], job.site)) * Weights.travelMinute
    let spoken = timetable.frame.volunteers[volunteer].languages
    for language in job.languages where !spoken.contains(language.name) { cost += language.doors * Weights.foreignDoor }
    if job.team.gathers { cost += isNewHere(volunteer) ? Weights.trainee : 0 }
    let more = timetable.workload(diary.minutes + job.minutes) - timetable.workload(diary.minutes)
    return Candidate(volunteer: volunteer, cost: cost, price: cost + more)
  }

  /// Has no place yet in a training of this series.
  private func isNewHere(_ volunteer: Int) -> Bool {
    !timetable.series[job.series].jobs.contains { timetable.placements[$0]?.team.contains(volunteer) ?? false }
  }

  func team() -> Result<(members: [Int], cost: Int), Timetable.ShortageError> {
    guard candidates.count >= job.team.size else {
      let missing = candidates.count + untrained >= job.team.size ? "training" : nil
      return .failure(shortage(.noVolunteers, missing))
    }
    for need in job.team.requirements
    where candidates.count(where: { need.qualified[$0.volunteer] }) < need.count {
      return .failure(shortage(need.reason, need.missing))
    }
    var search = TeamSearch(qualified: job.team.requirements, candidates.map(\.volunteer), size: job.team.size)
    guard var members = search.find() else {
      let last = job.team.requirements.last
      return .failure(shortage(last?.reason ?? .noVolunteers, last?.missing))
    }
    if job.team.gathers { fill(&members) } else { mix(&members) }
    let costs = candidates.filter { members.contains($0.volunteer) }.reduce(0) { $0 + $1.cost }
    return .success((members.sorted(), costs + (isOneSided(members) ? Weights.genderMix : 0)))
  }

  private func shortage(_ reason: Unserved.Reason, _ missing: String?) -> Timetable.ShortageError {
    Timetable.ShortageError(shortage: .init(reason: reason, missing: missing))
  }

  /// A training takes everybody who was not in it yet, up to its seats.
  private func fill(_ members: inout [Int]) {
    for candidate in candidates where members.count < job.team.most {
      if !members.contains(candidate.volunteer), isNewHere(candidate.volunteer) { members.append(candidate.volunteer) }
    }
  }

  /// Exchanges one of a team of one sex for the nearest of the other, if all needs stay met and it costs less than the
  /// mix is worth.
  private func mix(_ members: inout [Int]) {
    guard isOneSided(members) else { return }
    let prices = Dictionary(uniqueKeysWithValues: candidates.map { ($0.volunteer, $0.price) })
    var best: (price: Int, members: [Int])?
    for other in candidates where sex(other.volunteer) != sex(members[0]) && sex(other.volunteer) != nil {
      for index in members.indices {
        var changed = members
        changed[index] = other.volunteer
        let price = other.price - prices[members[index], default: 0]
        guard price < best?.price ?? Weights.genderMix, isComplete(changed) else { continue }
        best = (price, changed)
      }
    }
    if let best { members = best.members }
  }

  private func isComplete(_ members: [Int]) -> Bool {
    job.team.requirements.allSatisfy { need in members.count(where: { need.qualified[$0] }) >= need.count }
  }

  private func isOneSided(_ members: [Int]) -> Bool {
    guard members.count > 1, let first = sex(members[0]) else { return false }
    return members.allSatisfy { sex($0) == first }
  }

  private func sex(_ volunteer: Int) -> Sex? { timetable.frame.volunteers[volunteer].sex }
}
