import Domain
import Planning

/// A problem small enough to solve on paper: one commune, two villages, two people who are always free.
/// 2026-12-07 is a Monday.
enum Toy {
  static let commune = code("020301")

  static func problem(_ from: String = "2026-12-07", _ to: String = "2026-12-13") -> PlanningProblem {
    let campaign = Campaign(
      id: "toy", name: LocalizedText(en: "Toy"), places: [commune], dates: (date(from), date(to)))
    var problem = PlanningProblem(campaign: campaign, today: date("2026-11-21"), limits: PlanningLimits(rounds: 30))
    problem.places = ["0203", "020301", "02030101", "02030102"].map {
      Place(code: code($0), unit: "", name: LocalizedText(en: $0))
    }
    problem.volunteers = [volunteer("ann", experienced: true), volunteer("bob")]
    return problem
  }

  static func volunteer(_ id: String, experienced: Bool = false) -> Volunteer {
    var person = Volunteer(id: VolunteerID(id), name: LocalizedText(en: id), home: code("02030101"))
    person.availability = .always
    person.experienced = experienced
    return person
  }

  static func activity(_ id: String, _ kind: ActivityKind, volunteers: Int = 1) -> Activity {
    var activity = Activity(id: ActivityID(id), kind: kind)
    activity.needs.volunteers = volunteers
    activity.minutes = 120
    return activity
  }

  static func thing(_ id: String, _ kind: String, capacity: Int? = nil) -> Resource {
    var thing = Resource(id: ResourceID(id), name: LocalizedText(en: id), kind: kind)
    thing.capacity = capacity
    return thing
  }

  static func doors(_ count: Int, village: String = "02030101", points: Bool = true) -> [Household] {
    (0..<count).map { index in
      var door = Household(id: HouseholdID("\(village)-\(index)"), village: code(village))
      door.door = index
      if points { door.point = Coordinate(latitude: 13 + Double(index) * 0.0003, longitude: 103.2) }
      return door
    }
  }

  static func doorWork(shift: Int = 180) -> Activity {
    var activity = activity("doors", .doorToDoor)
    activity.needs = Needs()
    activity.doors = DoorWork()
    activity.doors!.shiftMinutes = shift
    return activity
  }
}
