/// Finds people who together meet all requirements, one person counting for several; the cheapest first, and if that
/// leads nowhere, the next.
struct TeamSearch {
  private let needs: [TeamNeed.Requirement]
  /// Volunteers, the cheapest first.
  private let candidates: [Int]
  private let size: Int
  /// Choices still allowed; more would never end for requirements that nobody can meet together.
  private var budget = 4000

  init(qualified needs: [TeamNeed.Requirement], _ candidates: [Int], size: Int) {
    self.needs = needs
    self.candidates = candidates
    self.size = size
  }

  mutating func find() -> [Int]? {
    var team: [Int] = []
    return cover(&team) ? team : nil
  }

  private mutating func cover(_ team: inout [Int]) -> Bool {
    let open = needs.filter { missing($0, team) > 0 }
    guard let hardest = open.min(by: { spare($0, team) < spare($1, team) }) else { return fill(&team) }
    guard open.allSatisfy({ missing($0, team) <= size - team.count }) else { return false }
    let able = candidates.filter { hardest.qualified[$0] && !team.contains($0) }
    // Those who help with most at once come first; among equals the cheaper stays first, because the sort is stable by
    // position.
    let ranked = able.enumerated().map { (offset: $0, volunteer: $1, helps: open.count(where: helped(by: $1))) }
      .sorted { ($1.helps, $0.offset) < ($0.helps, $1.offset) }
    for choice in ranked {
      guard budget > 0 else { return false }
      budget -= 1
      team.append(choice.volunteer)
      if cover(&team) { return true }
      team.removeLast()
    }
    return false
  }

  private func helped(by volunteer: Int) -> (TeamNeed.Requirement) -> Bool { { $0.qualified[volunteer] } }

  private func missing(_ need: TeamNeed.Requirement, _ team: [Int]) -> Int {
    need.count - team.count(where: { need.qualified[$0] })
  }

  /// How many more are able than needed: the least goes first.
  private func spare(_ need: TeamNeed.Requirement, _ team: [Int]) -> Int {
    candidates.count(where: { need.qualified[$0] && !team.contains($0) }) - missing(need, team)
  }

  private func fill(_ team: inout [Int]) -> Bool {
    for volunteer in candidates where team.count < size {
      if !team.contains(volunteer) { team.append(volunteer) }
    }
    return team.count == size
  }
}
