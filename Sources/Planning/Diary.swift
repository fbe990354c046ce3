/// A stretch of one day that somebody or something has promised.
struct Booking {
  var start: Int
  var end: Int
  /// Index in the travel table; nil is unknown.
  var site: Int?
  /// The job it belongs to; nil for kept work and other campaigns.
  var job: Int?
}

/// The promised time of one volunteer or resource, so that nobody is in two places.
struct Diary {
  private(set) var days: [[Booking]]
  private(set) var weekMinutes: [Int]
  private(set) var minutes = 0

  init(days: Int, weeks: Int) {
    self.days = Array(repeating: [], count: days)
    weekMinutes = Array(repeating: 0, count: weeks)
  }

  /// True when a stretch at `site` fits between the day's bookings, the way there and back included.
  func isClear(day: Int, from start: Int, to end: Int, site: Int?, travel: TravelTable) -> Bool {
    days[day].allSatisfy { booking in
      let way = travel.minutes(booking.site, site)
      return booking.end + way <= start || end + way <= booking.start
    }
  }

  mutating func add(_ booking: Booking, day: Int, week: Int) {
    days[day].append(booking)
    weekMinutes[week] += booking.end - booking.start
    minutes += booking.end - booking.start
  }

  mutating func remove(job: Int, day: Int, week: Int) {
    guard let index = days[day].firstIndex(where: { $0.job == job }) else { return }
    let booking = days[day].remove(at: index)
    weekMinutes[week] -= booking.end - booking.start
    minutes -= booking.end - booking.start
  }
}
