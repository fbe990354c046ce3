import Actions
import Domain
import HTTPServer

extension Site {
  /// The volunteer's shifts for the phone's calendar: when and where, and nothing about the campaign.
  func shiftCalendar(_ request: PageRequest, _ visitor: FieldVisitor) async throws -> Response {
    let day = try await ShowVolunteerDay.run(visitor.volunteer, in: actions(for: request))
    let t = request.page.wording
    let events = day.shifts.map { shift in
      CalendarFile.Event(
        id: "shift-" + shift.occurrence.id.text,
        title: [t(.shift), shift.place.map { t.plain($0) }].compactMap { $0 }.joined(separator: ", "),
        date: shift.occurrence.date, from: shift.occurrence.start, to: shift.occurrence.end,
        status: Self.status(shift), point: shift.meetingPoint)
    }
    let file = CalendarFile(name: t(.shifts), events: events, made: workplace.now)
    return .text(file.text, type: "text/calendar; charset=utf-8")
  }

  private static func status(_ shift: VolunteerShift) -> CalendarFile.Status {
    if shift.occurrence.status == .cancelled { return .cancelled }
    switch shift.status {
    case .declined, .absent: return .cancelled
    case .confirmed, .attended: return .confirmed
    case .proposed, .asked: return .tentative
    }
  }
}
