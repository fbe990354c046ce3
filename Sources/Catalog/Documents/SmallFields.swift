import Domain

/// The keys of a `segment` document. The rule itself is checked by who knows the segment language.
enum SegmentFields {
  static func read(_ fields: inout FieldReader) -> Segment? {
    let id: SegmentID? = fields.required("id", .id(), "the id that campaigns name")
    let name = fields.required("name", .words(), "what people call the segment")
    let rule = fields.required("where", .text(limit: 4_000), "an expression such as owns_motorbike or owns_house")
    guard let id, let name, let rule else { return nil }
    return Segment(id: id, name: name, rule: rule)
  }
}

/// The keys of a `resource` document.
enum ResourceFields {
  static func read(_ fields: inout FieldReader) -> Resource? {
    let id: ResourceID? = fields.required("id", .id(), "the id of the thing or official")
    let name = fields.required("name", .words(), "what people call it")
    let kind = fields.required(
      "kind", .text(limit: 64), "loudspeaker, vehicle, venue, governor …: what needs.resources names")
    let place = fields.optional("place", .place, "where it serves; everywhere unless set")
    let capacity = fields.optional("capacity", .whole(1...1_000_000), "people a venue holds")
    let weekly = FieldKind<Availability>.phrase("list of weekly hours", like: "mon 07:00-11:00|sat 07:00-17:00") {
      Availability(weekly: $0)
    }
    let available = fields.optional("available", weekly, "weekly hours; always unless set")
    let away = fields.optional("away", .list(of: .date), "days on which it is not there") ?? []
    guard let id, let name, let kind else { return nil }
    var resource = Resource(id: id, name: name, kind: kind)
    resource.place = place
    resource.capacity = capacity
    if let available { resource.availability = available }
    resource.availability.away = Set(away)
    return resource
  }
}

/// The keys of a `calendar` document.
enum CalendarFields {
  static func read(_ fields: inout FieldReader) -> HolidayCalendar? {
    let id: CalendarID? = fields.required("id", .id(), "the id of the calendar")
    let name = fields.optional("name", .words(), "what people call it")
    let days = fields.required("days", .list(of: day), "the days on which nothing takes place")
    guard let id, let days else { return nil }
    var calendar = HolidayCalendar(id: id, holidays: days)
    calendar.name = name
    return calendar
  }

  private static var day: FieldKind<HolidayCalendar.Holiday> {
    .object("holiday") { fields in
      let date = fields.required("date", .date, "the day")
      let name = fields.required("name", .words(), "what the day is called")
      let toConfirm = fields.optional("toConfirm", .yesNo, "true where the day may still move") ?? false
      guard let date, let name else { return nil }
      return HolidayCalendar.Holiday(date: date, name: name, toConfirm: toConfirm)
    }
  }
}

/// The keys of a `tariff` document.
enum TariffFields {
  static func read(_ fields: inout FieldReader) -> Tariff? {
    let id: TariffID? = fields.required("id", .id(), "the id of the tariff")
    _ = fields.optional("name", .words(), "what people call it")
    let channel: ChannelID? = fields.required("channel", .reference(to: .channel), "the channel it is for")
    let prices = fields.required("prices", .list(of: price, atLeast: 1), "prices by day and prefix")
    guard let id, let channel, let prices else { return nil }
    return Tariff(id: id, channel: channel, prices: prices)
  }

  private static var price: FieldKind<Tariff.Price> {
    .object("price") { fields in
      let from = fields.required("from", .date, "the first day on which it holds")
      let prefix = fields.optional("prefix", .text(limit: 64), "beginning of the addresses; all unless set") ?? ""
      let price = fields.required("price", .unitPrice, "the price of one part, minute or spot")
      guard let from, let price else { return nil }
      return Tariff.Price(from: from, prefix: prefix, price: price)
    }
  }
}
