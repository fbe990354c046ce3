import Domain

/// What stays the same while the planner tries things: the calendar as numbers, people and things by index.
///
/// A class only because the search hands it round millions of times; it never changes.
final class PlanningFrame: Sendable {
  /// A person or thing with the hours in which it may be asked.
  struct Hours: Sendable {
    /// By weekday, Monday first: stretches in minutes of the day.
    let weekly: [[(from: Int, to: Int)]]
    let away: Set<Int>

    func isFree(day: Int, weekday: Int, from: Int, to: Int) -> Bool {
      !away.contains(day) && weekly[weekday].contains { $0.from <= from && to <= $0.to }
    }
  }

  let problem: PlanningProblem
  /// Volunteers and resources in the order of their ids, whatever order they were given in.
  let volunteers: [Volunteer]
  let resources: [Resource]
  let volunteerHours: [Hours]
  let resourceHours: [Hours]
  let weekLimit: [Int]
  let homes: [Int?]
  let travel: TravelTable
  let firstDay: LocalDate
  let dayCount: Int
  let weekCount: Int
  let weekdays: [Int]
  let weeks: [Int]
  let isHoliday: [Bool]
  /// People who walk doors need a training of this campaign first.
  let trainsWalkers: Bool

  /// Days beyond the campaign in which the nearest day for unserved work is looked for.
  static let lookout = 60
  /// Ten years: a mistyped century shall not fill the memory. Later days are not planned.
  static let longest = 3653

  init(_ problem: PlanningProblem, sites: Set<Place.Code>) {
    self.problem = problem
    volunteers = problem.volunteers.sorted { $0.id < $1.id }
    resources = problem.resources.sorted { $0.id < $1.id }
    let ends = problem.campaign.activities.flatMap { [$0.from, $0.to] }.compactMap { $0 }
    let all = ends + [problem.campaign.from, problem.campaign.to, problem.today]
    let firstDay = all.min()! - Self.lookout
    self.firstDay = firstDay
    dayCount = min((all.max()! + Self.lookout) - firstDay + 1, Self.longest)
    let dates = (0..<dayCount).map { firstDay + $0 }
    weekdays = dates.map { $0.weekday.rawValue - 1 }
    weeks = dates.map { ($0.weekStart - firstDay.weekStart) / 7 }
    weekCount = (weeks.last ?? 0) + 1
    isHoliday = dates.map(problem.holidays.contains)
    let hours = { (availability: Availability) in
      Hours(
        weekly: Weekday.allCases.map { day in
          (availability.weekly[day] ?? []).map { ($0.from.minutes, $0.to.minutes) }
        },
        away: Set(availability.away.map { $0 - firstDay }))
    }
    volunteerHours = volunteers.map { hours($0.availability) }
    resourceHours = resources.map { hours($0.availability) }
    weekLimit = volunteers.map { Int(min(max($0.maxHoursPerWeek, 0), 168) * 60) }
    let elsewhere = problem.busy.compactMap(\.place) + problem.kept.compactMap(\.place) + volunteers.map(\.home)
    travel = TravelTable(places: problem.places, visiting: sites.union(elsewhere))
    homes = volunteers.map { [travel] in travel.index($0.home) }
    trainsWalkers = problem.campaign.activities.contains { $0.kind == .training }
  }

  func date(_ day: Int) -> LocalDate { firstDay + day }

  /// nil outside the calendar that the planner looks at.
  func day(_ date: LocalDate) -> Int? {
    let day = date - firstDay
    return (0..<dayCount).contains(day) ? day : nil
  }

  /// The first day for which people can still be asked.
  var earliest: LocalDate { problem.today + 1 }

  func window(of activity: Activity) -> TimeWindow {
    activity.between ?? problem.officeHours
      ?? TimeWindow(from: TimeOfDay(minutes: 7 * 60), to: TimeOfDay(minutes: 17 * 60))
  }

  func dates(of activity: Activity) -> (from: LocalDate, to: LocalDate) {
    (activity.from ?? problem.campaign.from, activity.to ?? problem.campaign.to)
  }
}
