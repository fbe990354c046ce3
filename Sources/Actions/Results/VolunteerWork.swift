import Domain
import Evaluation

/// What volunteers gave at one occurrence.
struct VolunteerWork: Sendable {
  var belongs: Attribution
  var asked = 0
  var confirmed = 0
  var attended = 0
  var absent = 0
  /// Of those who came, all together.
  var minutes = 0
  var doors = 0
  var talked = 0

  static func + (a: VolunteerWork, b: VolunteerWork) -> VolunteerWork {
    var sum = a
    sum.asked += b.asked
    sum.confirmed += b.confirmed
    sum.attended += b.attended
    sum.absent += b.absent
    sum.minutes += b.minutes
    sum.doors += b.doors
    sum.talked += b.talked
    return sum
  }
}

extension ResultsOnRecord {
  mutating func addWork(of campaign: Campaign, _ occurrences: [Occurrence], _ doors: DoorAnswers) {
    for occurrence in occurrences where occurrence.status != .cancelled {
      let activity = campaign.activity(occurrence.activity)
      let belongs = belonging(campaign, activity, place: occurrence.place, date: occurrence.date)
      var work = VolunteerWork(belongs: belongs)
      let states = occurrence.assignments.map(\.status)
      work.asked = states.count { $0 != .proposed }
      work.attended = states.count { $0 == .attended }
      work.absent = states.count { $0 == .absent }
      work.confirmed = states.count { $0 == .confirmed } + work.attended + work.absent
      work.minutes = work.attended * occurrence.minutes
      let visits = doors.visits[occurrence.id] ?? []
      work.doors = visits.count
      work.talked = visits.count { $0.disposition == .talked }
      self.work.append(work)
    }
  }
}
