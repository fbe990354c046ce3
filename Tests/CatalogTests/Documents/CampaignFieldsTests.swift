import Domain
import Testing

@testable import Catalog

struct CampaignFieldsTests {
  /// A campaign of these activities; the first of them stands on line 2.
  private func findings(_ activities: String, head: String = "") throws -> [String] {
    try readDocument(
      """
      { campaign: { id: "c", name: { en: "C" }, places: ["0203"], from: "2026-11-02", to: "2026-12-20", segment: "s", \
      \(head) activities: [
      \(activities)
      ] } }
      """
    ).findings
  }

  @Test func `the campaign of the contract is read whole`() throws {
    let (document, findings) = try readDocument(
      """
      { campaign: { id: "know-your-office", name: { en: "Know", km: "ស្គាល់" }, places: ["0203"], from: "2026-11-02",
          to: "2026-12-20", segment: "motorbike-or-house-owners", facilitation: "ngo", partner: "P",
          budget: { total: "22000 USD" }, targets: [{ group: "female", people: 4000 }],
          activities: [
            { id: "invite", kind: "message", channel: "sms", text: { km: "ក {stop}", en: "Hi {stop}" },
              at: "-2d before forum", notAfter: "2026-12-20T18:00" },
            { id: "parade", kind: "parade", each: "district", hours: 3, between: "07:00-10:00",
              needs: { volunteers: 12, experienced: 1, resources: { loudspeaker: 2 } },
              costs: [{ line: "parade", amount: "300 USD", per: "occurrence" }], expects: { people: 900 } },
            { id: "forum", kind: "forum", each: "commune", after: { activity: "parade", days: 3 } },
            { id: "citizen-hour", kind: "citizenHour", each: "district", repeats: "monthly on the first thursday",
              needs: { resources: { governor: 1 } } },
            { id: "doors", kind: "doorToDoor", each: "commune", share: 0.6, team: 2, shift: "3h" } ] } }
      """)
    #expect(findings == [])
    guard case .campaign(let campaign)? = document?.content else { return #expect(Bool(false), "no campaign") }
    #expect(campaign.budget?.total == Money(minor: 2_200_000, .usd))
    #expect(campaign.targets == [Target(group: .female, people: 4000)])
    #expect(campaign.activities.map(\.kind) == [.message, .parade, .forum, .citizenHour, .doorToDoor])
    #expect(campaign.activity("invite")?.at == .before(days: 2, "forum"))
    #expect(campaign.activity("parade")?.minutes == 180)
    #expect(campaign.activity("parade")?.needs.resources == ["loudspeaker": 2])
    #expect(campaign.activity("forum")?.after == Dependency(activity: "parade", days: 3))
    #expect(campaign.activity("citizen-hour")?.repeats == .monthly(nth: 1, .thursday))
    #expect(campaign.activity("doors")?.doors?.share == 0.6)
    #expect(campaign.activity("doors")?.doors?.shiftMinutes == 180)
    #expect(campaign.activity("parade")?.doors == nil)
  }

  @Test func `reversed dates are told once`() throws {
    #expect(
      try readDocument(
        "{ campaign: { id: 'c', name: { en: 'C' }, places: ['0203'], from: '2026-12-20', to: '2026-11-02', segment: 's', "
          + "activities: [{ id: 'a', kind: 'forum' }] } }"
      ).findings == [
        "d.json5:1:85: error: the campaign ends (2026-11-02) before it begins (2026-12-20); swap from and to"
      ])
  }

  @Test(arguments: [
    (
      "{ id: 'a', kind: 'forum', from: '2026-10-01' }",
      "2:33: error: activity \"a\" stands outside its campaign: 2026-10-01; choose a day from 2026-11-02 to 2026-12-20"
    ),
    (
      "{ id: 'a', kind: 'forum', from: '2026-12-01', to: '2026-11-05' }",
      "2:51: error: the activity ends (2026-11-05) before it begins (2026-12-01); swap from and to"
    ),
    (
      "{ id: 'a', kind: 'forum', repeats: ['2027-01-01'] }",
      "2:36: error: activity \"a\" stands outside its campaign: 2027-01-01; choose a day from 2026-11-02 to 2026-12-20"
    ),
    (
      "{ id: 'a', kind: 'forum', places: ['0204'] }",
      "2:35: error: activity \"a\" stands outside its campaign: place 0204; choose places inside 0203"
    ),
    (
      "{ id: 'a', kind: 'forum', places: ['203'] }",
      "2:36: error: \"203\" is no place code; a leading zero was lost: did you mean 0203?"
    ),
    ("{ id: 'a', kind: 'forun' }", "2:18: error: \"forun\" is not known here; did you mean \"forum\"?"),
    (
      "{ id: 'a', kind: 'forum', each: 'comune' }",
      "2:33: error: \"comune\" is not known here; did you mean \"commune\"?"
    ),
    (
      "{ id: 'a', kind: 'forum', repeats: 'sometimes' }",
      "2:36: error: \"sometimes\" is no rhythm; write it like \"monthly on the first thursday\""
    ),
    (
      "{ id: 'a', kind: 'forum', hours: 3, between: '07:00-09:00' }",
      "2:34: error: 180 minutes do not fit into 07:00-09:00; widen between, or shorten hours"
    ),
    (
      "{ id: 'a', kind: 'forum', between: '10:00-07:00' }",
      "2:36: error: \"10:00-07:00\" is no stretch of a day; write it like \"07:00-10:00\""
    ),
    (
      "{ id: 'a', kind: 'forum', after: { activity: 'b' } }",
      "2:34: error: unknown activity \"b\""
    ),
    (
      "{ id: 'a', kind: 'forum', after: { activity: 'a' } }",
      "2:34: error: the activities wait for each other: \"a\" after \"a\"; take one \"after\" out"
    ),
    (
      "{ id: 'a', kind: 'forum', costs: [{ line: 'x', amount: '300', per: 'occurrence' }] }",
      "2:56: error: \"300\" is an amount without a currency; write it like \"300 USD\""
    ),
    (
      "{ id: 'a', kind: 'forum', costs: [{ line: 'x', amount: 300, per: 'occurrence' }] }",
      "2:56: error: 300 is an amount without a currency; write it like \"300 USD\""
    ),
    (
      "{ id: 'a', kind: 'forum', costs: [{ line: 'x', amount: '0.001 USD', per: 'occurrence' }] }",
      "2:56: error: \"0.001 USD\" is finer than the smallest coin; write it like \"300 USD\""
    ),
    (
      "{ id: 'a', kind: 'forum', costs: [{ line: 'x', amount: '3 EUR', per: 'occurrence' }] }",
      "2:56: error: \"3 EUR\" is no amount of money; write it like \"300 USD\", in USD or KHR"
    ),
    (
      "{ id: 'a', kind: 'forum', needs: { volunteers: 1, experienced: 2 } }",
      "2:34: error: 2 experienced people in a team of 1; ask for more volunteers"
    ),
    (
      "{ id: 'a', kind: 'doorToDoor', team: 1, needs: { languages: { cja: 2 } } }",
      "2:48: error: 2 people who speak cja in a team of 1; make the team larger"
    ),
    (
      "{ id: 'a', kind: 'forum', shift: '3h' }",
      "2:34: error: a forum has no \"shift\"; leave it out: it belongs to door-to-door work"
    ),
    (
      "{ id: 'a', kind: 'doorToDoor', shift: 'long' }",
      "2:39: error: \"long\" is no length of time; write it like \"3h\""
    ),
    ("{ id: 'a', kind: 'doorToDoor', share: 60 }", "2:39: error: 60 is out of range; write a number from 0 to 1"),
    ("{ id: 'a', kind: 'survey', wave: 'baseline' }", "2:1: error: this survey has no \"survey\"; add survey: …"),
    (
      "{ id: 'a', kind: 'message', channel: 'sms', text: { en: 'Hi {stop}' }, at: 'soon' }",
      "2:76: error: \"soon\" is no time to send; write it like \"now\" or \"2026-12-10T09:00\" or \"-2d before forum\""
    ),
    (
      "{ id: 'a', kind: 'message', channel: 'sms', text: { en: 'Hi {stop}' }, at: '2027-01-01T09:00' }",
      "2:76: error: activity \"a\" stands outside its campaign: 2027-01-01T09:00; "
        + "choose a day from 2026-11-02 to 2026-12-20"
    ),
    (
      "{ id: 'a', kind: 'message', channel: 'sms', text: { en: 'Hi {nmae} {stop}' }, at: 'now' }",
      "2:51: error: unknown {nmae} in the English text; did you mean {name}?"
    ),
    (
      "{ id: 'a', kind: 'message', channel: 'sms', text: { en: 'Hi {stop} {date}' }, at: 'now' }",
      "2:51: error: {date} cannot be filled in the English text; it needs at: \"-2d before ACTIVITY\""
    ),
    (
      "{ id: 'a', kind: 'message', channel: 'sms', text: { en: 'Hi', km: 'ក {stop}' }, at: 'now' }",
      "2:51: error: the first message does not tell how to get no more (en); add {stop}"
    ),
    (
      "{ id: 'a', kind: 'message', channel: 'sms', text: { en: 'Hi {stop}' } }",
      "2:1: error: this message has no \"at\"; add at: …"
    ),
    (
      "{ id: 'a', kind: 'message', channel: 'sms', text: { en: 'Hi {stop}' }, at: '-2d before fourm' },\n"
        + "{ id: 'forum', kind: 'forum' }",
      "2:76: error: unknown activity \"fourm\"; did you mean \"forum\"?"
    ),
    (
      "{ id: 'a', kind: 'forum' },\n{ id: 'a', kind: 'forum' }",
      "3:7: error: two activities have the id \"a\"; give every activity its own"
    ),
  ])
  func `a wrong activity is told with its place and the remedy`(activity: String, told: String) throws {
    #expect(try findings(activity) == ["d.json5:\(told)"])
  }

  @Test func `a campaign of centuries is a mistyped year`() throws {
    let text = "{ campaign: { id: 'c', name: { en: 'C' }, places: ['0203'], from: '2026-11-02', to: '2926-11-02', "
    #expect(
      try readDocument(text + "segment: 's', activities: [{ id: 'a', kind: 'forum', repeats: 'weekly on monday' }] } }")
        .findings == ["d.json5:1:85: error: the campaign lasts longer than ten years; check the year"])
  }

  @Test func `activities that wait for each other in a circle are told once`() throws {
    #expect(
      try findings(
        """
        { id: "a", kind: "forum", after: { activity: "c" } },
        { id: "b", kind: "forum", after: { activity: "a" } },
        { id: "c", kind: "forum", after: { activity: "b" } },
        { id: "d", kind: "forum", after: { activity: "c" } },
        """) == [
          "d.json5:2:34: error: the activities wait for each other: \"a\" after \"c\" after \"b\" after \"a\"; "
            + "take one \"after\" out"
        ])
  }

  @Test func `a cost under an unknown line of the budget is told`() throws {
    #expect(
      try findings(
        "{ id: 'a', kind: 'forum', costs: [{ line: 'forun', amount: '3 USD', per: 'occurrence' }] }",
        head: "budget: { total: '10 USD', lines: [{ id: 'forum', amount: '9 USD' }] },"
      ) == ["d.json5:2:34: error: the budget has no line \"forun\"; did you mean \"forum\"?"])
  }

  @Test func `lines above the total and a rhythm without a day are worth a warning`() throws {
    #expect(
      try findings(
        "{ id: 'a', kind: 'forum', from: '2026-11-10', to: '2026-11-20', repeats: 'monthly on day 5' }",
        head: "budget: { total: '10 USD', lines: [{ id: 'x', amount: '9 USD' }, { id: 'y', amount: '2 USD' }] },"
      ) == [
        "d.json5:1:130: warning: the lines add up to 11.00 USD, more than the total of 10.00 USD; check the sums",
        "d.json5:2:74: warning: \"monthly on day 5\" falls on no day from 2026-11-10 to 2026-11-20; "
          + "widen the dates, or choose another rhythm",
      ])
  }
}
