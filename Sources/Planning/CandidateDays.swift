import Domain

/// The days on which an activity's occurrences may fall, best first.
struct CandidateDays {
  struct Wanted {
    var nominal: Int?
    var days: [Job.Day]
  }

  /// A recurring occurrence moves at most this far from its day.
  static let reach = 7

  /// Every allowed day, for work that has no day of its own.
  let any: [Job.Day]
  /// One entry for each occurrence that is owed.
  let wanted: [Wanted]

  init(_ frame: PlanningFrame, _ activity: Activity) {
    let (from, to) = frame.dates(of: activity)
    let last = min(to, activity.notAfter?.date ?? to, frame.date(frame.dayCount - 1))
    let allowed = { (date: LocalDate) in
      from <= date && date <= last && date >= frame.earliest && frame.allows(date, activity)
    }
    let nominal = activity.repeats.map { rule in
      rule.days(from: frame.problem.campaign.from, to: min(to, frame.date(frame.dayCount - 1))).filter { $0 >= from }
    }
    let open: [LocalDate] = (nominal ?? (from <= last ? (from.dayNumber...last.dayNumber).map(LocalDate.init) : []))
      .filter(allowed)
    any = Self.ranked(open, frame, latest: activity.wave == .endline && activity.kind == .survey)
    guard let nominal else {
      wanted = [Wanted(nominal: nil, days: any)]
      return
    }
    wanted = nominal.indices.map { index in
      let day = nominal[index]
      let before = index > 0 ? (day - nominal[index - 1] - 1) / 2 : Self.reach
      let after = index + 1 < nominal.count ? (nominal[index + 1] - day - 1) / 2 : Self.reach
      return Wanted(
        nominal: day - frame.firstDay,
        days: Self.around(day, before: min(before, Self.reach), after: min(after, Self.reach)).filter {
          allowed($0.date)
        }
        .map { Job.Day(day: $0.date - frame.firstDay, penalty: $0.distance * Weights.movedDay) })
    }
  }

  /// Early is better, so that there is time left when something falls through; a last survey is better late.
  private static func ranked(_ dates: [LocalDate], _ frame: PlanningFrame, latest: Bool) -> [Job.Day] {
    let ordered = latest ? dates.reversed() : dates
    return ordered.map { date in
      Job.Day(day: date - frame.firstDay, penalty: abs(date - ordered[0]) * Weights.lateDay)
    }
  }

  /// The day itself, then outwards; of two equally near days the later first.
  private static func around(_ day: LocalDate, before: Int, after: Int) -> [(date: LocalDate, distance: Int)] {
    var dates = [(date: day, distance: 0)]
    for distance in 1...max(1, max(before, after)) {
      if distance <= after { dates.append((day + distance, distance)) }
      if distance <= before { dates.append((day - distance, distance)) }
    }
    return dates
  }
}

extension PlanningFrame {
  /// Neither a holiday nor a weekday that the activity does not want.
  func allows(_ date: LocalDate, _ activity: Activity) -> Bool {
    !problem.holidays.contains(date) && (activity.weekdays?.contains(date.weekday) ?? true)
  }
}
