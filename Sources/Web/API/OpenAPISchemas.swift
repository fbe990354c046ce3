import Domain

/// What goes over the wire, by name.
enum OpenAPISchemas {
  static var all: [(String, JSON)] {
    [
      ("Name", object([("km", words), ("en", words)], required: [])),
      ("Campaign", campaign), ("CampaignList", page("Campaign")),
      ("Segment", object([("id", OpenAPI.text), ("name", OpenAPI.reference("Name")), ("where", OpenAPI.text)])),
      ("SegmentList", page("Segment")),
      ("SegmentChange", object([("name", OpenAPI.reference("Name")), ("where", OpenAPI.text)])),
      ("CountQuestion", question), ("Count", count), ("Report", report),
      ("Status", status), ("Problem", problem),
    ]
  }

  private static let words: JSON = .object([("type", .list(["string", "null"]))])

  private static func object(_ members: [(String, JSON)], required: [String]? = nil) -> JSON {
    let names = required ?? members.map(\.0)
    return .object([
      ("type", "object"), ("properties", .object(members)), ("required", .list(names.map(JSON.text))),
    ])
  }

  private static func page(_ item: String) -> JSON {
    object([("items", OpenAPI.list(OpenAPI.reference(item))), ("next", words)])
  }

  private static var campaign: JSON {
    let activity = object([
      ("id", OpenAPI.text), ("kind", OpenAPI.choice(ActivityKind.allCases.map(\.rawValue))),
    ])
    return object([
      ("id", OpenAPI.text), ("name", OpenAPI.reference("Name")), ("from", OpenAPI.text), ("to", OpenAPI.text),
      ("places", OpenAPI.texts), ("segment", OpenAPI.text),
      ("facilitation", OpenAPI.choice(Facilitation.allCases.map(\.rawValue))), ("activities", OpenAPI.list(activity)),
    ])
  }

  /// Counts of messages: the eight states add up to the recipients.
  private static var status: JSON {
    let names = ["recipients", "planned", "sending", "sent", "delivered", "undelivered", "failed", "doubt", "skipped"]
    let reasons: JSON = .object([("type", "object"), ("additionalProperties", .object([("type", "integer")]))])
    let counts = (names + ["left"]).map { ($0, JSON.object([("type", "integer")])) }
    return object([("state", OpenAPI.text)] + counts + [("skippedReasons", reasons), ("leftOut", reasons)])
  }

  private static var question: JSON {
    object(
      [
        ("where", OpenAPI.text), ("by", OpenAPI.choice(Place.Level.allCases.map(\.name) + ["channel"])),
      ], required: ["where"])
  }

  private static var count: JSON {
    object([
      ("people", OpenAPI.whole), ("households", OpenAPI.whole),
      ("by", OpenAPI.list(object([("key", OpenAPI.text), ("people", OpenAPI.whole)]))),
    ])
  }

  /// Columns depend on the report; a null was not recorded.
  private static var report: JSON {
    let cell: JSON = .object([("type", .list(["string", "number", "null"]))])
    let row: JSON = .object([("type", "object"), ("additionalProperties", cell)])
    return object([("report", OpenAPI.text), ("rows", OpenAPI.list(row)), ("notes", OpenAPI.texts)])
  }

  private static var problem: JSON {
    object(
      [
        ("type", OpenAPI.text), ("title", OpenAPI.text), ("status", OpenAPI.whole), ("field", OpenAPI.text),
        ("errors", OpenAPI.texts),
      ], required: ["type", "title", "status"])
  }
}
