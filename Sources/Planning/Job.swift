import Domain

/// One occurrence that the plan owes: what it needs and when it may be, before anybody is asked.
struct Job {
  struct Day {
    var day: Int
    /// What this day costs compared with the best one.
    var penalty: Int
  }

  let activity: Int
  let place: Place.Code?
  let site: Int?
  /// The day a recurrence falls on; nil when any day in the window is as good.
  var nominal: Int?
  /// In order of preference.
  var days: [Day]
  /// Minutes of the day at which it may begin.
  let starts: [Int]
  let minutes: Int
  let team: TeamNeed
  let things: [ThingNeed]
  /// The shift's doors: index into the cut routes.
  var route: Int?
  /// Language → doors of the route where it is spoken.
  var languages: [(name: String, doors: Int)] = []
  /// Series that must be over before; each with the days between.
  var after: [(series: Int, days: Int)] = []
  /// `after` names work of which nothing is in the plan at all.
  var lacksPredecessor = false
  /// Place in the order of work: predecessors have smaller ranks.
  var rank = 0
  /// The series it is part of.
  var series = 0

  var isOfDoors: Bool { route != nil }
}

/// How many people a job takes, and what must be among them.
struct TeamNeed {
  struct Requirement {
    var count: Int
    /// By volunteer index.
    var qualified: [Bool]
    var reason: Unserved.Reason
    var missing: String?
  }

  /// Fewest people; for all but trainings also the most.
  var size: Int
  /// Most people; a training takes everybody who will walk doors, up to this.
  var most: Int
  var requirements: [Requirement]
  /// By volunteer index: lives near enough.
  var withinReach: [Bool]
  /// Only people with an earlier training of this campaign.
  var trained: Bool
  /// People come to learn, and the more the better.
  var gathers: Bool
}

/// Units of one kind of resource, and which of them would do in this place.
struct ThingNeed {
  let kind: String
  let count: Int
  /// Resource indices: those of the place itself first, and of these the smallest sufficient venue.
  let candidates: [Int]
  /// Units of the kind exist here, but none is large enough.
  let tooSmall: Bool
}

/// The occurrences of one activity in one place: what `after` waits for.
struct Series {
  let activity: Int
  let place: Place.Code?
  /// Doors are past with the last shift, all else with the first occurrence.
  let waitsForAll: Bool
  var jobs: [Int] = []
  /// Kept occurrences: day and the minute at which they end.
  var kept: [(day: Int, end: Int)] = []
  /// Jobs that wait for this series.
  var dependents: [(job: Int, days: Int)] = []
}
