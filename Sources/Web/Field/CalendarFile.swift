import Domain

/// An iCalendar file (RFC 5545) that phones and computers subscribe to.
struct CalendarFile: Sendable {
  enum Status: String, Sendable { case tentative = "TENTATIVE", confirmed = "CONFIRMED", cancelled = "CANCELLED" }

  struct Event: Sendable {
    /// Stays the same whatever changes, so that calendars move the entry instead of adding one.
    var id: String
    var title: String
    var date: LocalDate
    var from: TimeOfDay
    var to: TimeOfDay
    var status: Status
    var point: Coordinate?
  }

  var name: String
  var events: [Event]
  /// When the file was made.
  var made: Instant

  var text: String {
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Outreach//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:\(Self.escaped(name))", "X-WR-TIMEZONE:Asia/Phnom_Penh", "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
      "X-PUBLISHED-TTL:PT6H",
    ]
    // Seven hours east of Greenwich all year.
    let zone = [
      "BEGIN:VTIMEZONE", "TZID:Asia/Phnom_Penh", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0700",
      "TZOFFSETTO:+0700", "TZNAME:+07", "END:STANDARD", "END:VTIMEZONE",
    ]
    let lines = head + zone + events.flatMap(lines) + ["END:VCALENDAR"]
    return lines.map(Self.folded).joined()
  }

  private func lines(_ event: Event) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(event.id)@outreach", "DTSTAMP:\(Self.utc(made))",
      "DTSTART;TZID=Asia/Phnom_Penh:\(Self.local(event.date, event.from))",
      "DTEND;TZID=Asia/Phnom_Penh:\(Self.local(event.date, event.to))", "SUMMARY:\(Self.escaped(event.title))",
      "STATUS:\(event.status.rawValue)", "SEQUENCE:\(event.status == .cancelled ? 1 : 0)",
    ]
    if let point = event.point { lines.append("GEO:\(point.latitude);\(point.longitude)") }
    return lines + ["END:VEVENT"]
  }

  private static func local(_ date: LocalDate, _ time: TimeOfDay) -> String {
    // 24:00 is the next day's beginning.
    let (date, time) = time.minutes >= 1440 ? (date + 1, TimeOfDay(minutes: time.minutes - 1440)) : (date, time)
    return date.description.filter { $0 != "-" } + "T" + time.description.filter { $0 != ":" } + "00"
  }

  private static func utc(_ instant: Instant) -> String {
    let local = instant.local(at: ZoneOffset(seconds: 0))
    return Self.local(local.date, local.time) + "Z"
  }

  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\", ",", ";": out += "\\" + String(character)
      case _ where character.isNewline: out += "\\n"
      default: out.append(character)
      }
    }
    return out
  }

  /// At most 75 bytes a line; what is longer goes on after a space, never inside a character.
  static func folded(_ line: String) -> String {
    var out = ""
    var room = 75
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if size > room {
        out += "\r\n "
        room = 74
      }
      out.unicodeScalars.append(scalar)
      room -= size
    }
    return out + "\r\n"
  }
}
