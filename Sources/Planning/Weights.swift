/// What the timetable counts against a plan: lower is better. The proportions follow published planning benchmarks:
/// nothing is worth leaving work out, and a moved day weighs more than a longer way.
enum Weights {
  /// A job without a day.
  static let unplaced = 40_000
  /// A day away from the day a recurrence falls on.
  static let movedDay = 300
  /// A day later than the earliest one possible.
  static let lateDay = 20
  /// A minute of one person's way from home.
  static let travelMinute = 5
  /// A team of two or more of one sex only.
  static let genderMix = 500
  /// Each public occurrence in one place and week beyond the first.
  static let sameWeek = 1500
  /// A door whose language a member of the team does not speak.
  static let foreignDoor = 40
  /// A person trained who can then walk doors.
  static let trainee = -3000
  /// Squares of half hours given, summed over volunteers, times this: even shares.
  static let workload = 1
}
