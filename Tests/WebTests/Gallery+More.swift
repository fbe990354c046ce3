import Domain

@testable import Web

extension Gallery {
  static func sending(_ page: PageContext) -> Page {
    let t = page.wording
    let counts = (delivered: 3604, sent: 96, failed: 212, waiting: 958)
    let bar = segmentedProgress(
      [.init(3604, .good), .init(96, .info), .init(212, .bad), .init(958, .neutral)], title: t(.progressTitle),
      description: t(.progress(counts, of: 4870)))
    let figures = [
      Kpi(t(.delivered), t.number(3604), t(.confirmedByNetwork), swatch: .good),
      Kpi(t(.sentNoAnswer), t.number(96), t(.handedToProvider), swatch: .info),
      Kpi(t(.failed), t.number(212), t(.seeReasonsBelow), swatch: .bad),
      Kpi(t(.waiting), t.number(958), t(.notHandedOver), swatch: .neutral),
    ]
    let chart = MinuteChart(
      (0..<64).map { 60 + $0 * 7 % 9 } + Array(repeating: 0, count: 16), from: TimeOfDay(minutes: 782),
      pauses: [(64..<80, "\(t(.paused)) 14:06")])
    let reasons = Table(
      t(.whyFailed(212)), layout: .records,
      columns: [
        .text(t(.reason)), .number(t(.peopleTitle)), .whole(t(.whatToDo)), .whole(t(.action), hidesTitle: true),
      ],
      rows: [
        .row(["Provider balance too low", "\(t.number(124))", "Top up, then resume.", ""]),
        .row([
          "Number not in service", "\(t.number(71))", "Visit at the door instead.",
          "<a href=\"/x\">Make a door list</a>",
        ]),
      ])
    let drawing = Drawing(id: "mc", title: t(.perMinute), description: "About 62 a minute until 14:06, then none.")
    let minutes = minuteChart(chart, drawing, t)
    var content = Page(
      "Forum invitation, SMS",
      content: """
        \(note(.bad, "<strong>The SMS provider refused new messages: balance too low.</strong>"))
        \(card(t(.deliveredOf(3604, 4870, 74)), id: "pr", content: "\(bar)<div class=\"sec\">\(kpis(figures))</div>"))
        <div class="split sec"><section class="card">\(figure(t(.perMinute), "65 a minute", wide: minutes.wide, narrow: minutes.narrow))\
        <div class="sec">\(table(reasons))</div></section>
        <section class="stack"><div class="card"><h2>\(t(.textTitle))</h2>\(smsPreview("វេទិកាសាធារណៈ ថ្ងៃព្រហស្បតិ៍ <b>", .km))</div>
        <div class="card"><h2>\(t(.quietHours))</h2>\
        <p class="small">\(t(.quietHoursFrom(TimeOfDay(minutes: 1200), TimeOfDay(minutes: 420))))</p></div></section></div>
        """)
    content.line = "\(tag(t(.paused), .bad))"
    content.actions = [
      postButton(t(.resumeSending), to: "/messages/1/resume", page, style: .primary),
      linkButton(t(.stopForGood), to: "/messages/1/stop", .danger),
    ]
    content.refreshSeconds = 15
    return content
  }

  static let districts: [(String, Double, Double, Facilitation)] = [
    ("Battambang", 12_900, 21_640, .ngo), ("Serei Saophoan", 8370, 22_410, .ngo), ("Pursat", 7450, 20_870, .ngo),
    ("Siem Reap", 6190, 5720, .government), ("Chbar Mon", 2960, 6480, .government),
    ("Kampong Chhnang", 3220, 5310, .mixed),
  ]

  static func results(_ page: PageContext) -> Page {
    let t = page.wording
    let shares: [TableRow] = [
      .group(facilitationWord(.ngo, t)),
      .row([
        "Battambang", rangeCell(0.95, low: 0.908, high: 0.974, before: 0.2, fill: .ngo), "\(t.percent(0.95))", "91–97",
      ]),
      .group(facilitationWord(.government, t)),
      .row([
        "Siem Reap", rangeCell(0.31, low: 0.245, high: 0.383, before: 0.2, fill: .government), "\(t.percent(0.31))",
        "25–38",
      ]),
      .remark("Kampong Chhnang", "\(t(.noClearChange))"),
    ]
    var aware = Table(
      t(.whoKnowsOffice), note: "\(t(.bandIsRange))", layout: .bars,
      columns: [.text(t(.district)), .bar(t), .number(t(.value)), .number(t(.value))], rows: shares)
    aware.hidesHead = true
    let plot = Scatter(
      districts.map { Scatter.Point($0.0, reached: $0.1, spent: $0.2, $0.3) }, xTitle: t(.citizensReached),
      yTitle: "USD \(t(.spent))")
    let drawing = Drawing(id: "sc", title: t(.moneyAndReach), description: "All values are in the table of districts.")
    let drawings = scatter(plot, drawing, t)
    let key: Markup = "\(t(.sameCostLines)) \(facilitationWord(.ngo, t)) \(facilitationWord(.government, t))"
    let panels = districts.map { district in
      Panel(
        district.0, total: t(.inTheYear(Int(district.1))), values: (1...12).map { Int(district.1) * ($0 % 5 + 1) / 36 },
        fill: district.3 == .ngo ? .ngo : .government)
    }
    let numbers = Table(
      t(.allNumbersByDistrict), layout: .records,
      columns: [.text(t(.district)), .text(t(.facilitation)), .number(t(.spent)), .number(t(.reached))],
      rows: districts.map {
        .row(["\($0.0)", facilitationWord($0.3, t), "\(t.number(Int($0.2)))", "\(t.number(Int($0.1)))"])
      })
    var counts: [LocalDate: Int] = [:]
    for offset in 60..<340 where offset % 3 != 0 { counts[LocalDate(dayNumber: 20_454 + offset)] = offset % 7 }
    let heat = Drawing(id: "hm", title: "Activities per day in 2026", description: "Nothing in January.")
    var content = Page(
      "NGO-led districts spend 3.7 times as much, and each newly aware citizen costs 55% less",
      content: """
        \(filterForm("/results", t) { filters(t) })
        <div class="two sec"><section class="card">\(table(aware))\(remark(.warn, "\(t(.notByLot))"))</section>
        <section class="card">\(figure(t(.moneyAndReach), key, wide: drawings.wide, narrow: drawings.narrow))</section></div>
        \(card(t(.reachedEachMonth), id: "sm", content: smallMultiples(panels, id: "p", measure: t(.citizensReached), t)))
        <section class="card">\(figure("2026", "x", wide: "<div class=\"scroll\">\(yearHeatMap(counts, year: 2026, heat, t))</div>"))</section>
        <section class="card">\(table(numbers))</section>
        """)
    content.isLandscape = true
    return content
  }

  private static func filters(_ t: Wording) -> Markup {
    let year = Field("year", t(.year), .select([.init("2025", "2025"), .init("2026", "2026")]), value: "2025")
    return "<div><label class=\"small\" for=\"\(year.id)\">\(year.label)</label>\(control(year))</div>"
  }

  static func audience(_ page: PageContext) -> Page {
    let t = page.wording
    let owns = Field(
      "owns", t(.owns), .select([.init("owns_motorbike", t(.motorbike)), .init("owns_house", t(.houseOwned))]))
    let stopped = Field("stopped", t(.leaveOutStopped), .checkbox, value: "yes")
    let composition = Table(
      t(.whoTheyAre), note: "\(t(.notRecordedIsNotNo))", layout: .bars,
      columns: [.text(t(.group)), .bar(t), .number(t(.peopleTitle)), .number(t(.notRecorded))],
      rows: Group.allCases.enumerated().map { index, group in
        .row([
          twoLines("\(t(.group(group)))", "\(t.other(.group(group)))"),
          partCell(0.5 - Double(index) * 0.1, notRecorded: 0.12),
          twoLines("\(t.number(6180))", "\(t.percent(0.51))"), "<span class=\"muted\">\(t.number(1454))</span>",
        ])
      })
    return Page(
      "Motorbike and house owners",
      content: """
        <div class="split"><section class="card"><h2>\(t(.whoIsInGroup))</h2>
        \(ruleLine("\(t(.everyoneOnRecord))", left: 61_240, removed: nil, t))
        \(ruleLine("<label for=\"f-owns\">\(t(.owns))</label> \(control(owns))", left: 23_810, removed: 37_430, t))
        \(ruleLine("\(field(stopped, t))", left: nil, removed: nil, t))</section>
        <section class="card first-sm" aria-live="polite"><h2>\(t(.peopleInGroup))</h2>
        <p class="kpi"><span class="v">\(t.number(12_118))</span> <span class="muted">\(t(.peopleInHouseholds(12_118, 7940)))</span></p>
        \(remark(.warn, "\(t(.noPhoneOnRecord(2248)))"))</section></div>
        <section class="card sec">\(table(composition))</section>\(pageLinks(page: 2, of: 5, t) { "/audience?page=\($0)" })
        """)
  }

  static func month(_ page: PageContext) -> Page {
    let t = page.wording
    var forum = MonthCalendar.Entry("08:30", t(.kind(.forum)), address: "/x", campaign: "One Window")
    forum.facilitation = .ngo
    forum.detail = "Ou Mal"
    var parade = MonthCalendar.Entry("07:00", t(.kind(.parade)), address: "/x", campaign: "Certificates")
    parade.facilitation = .government
    parade.clash = t(.conflict)
    var calendar = MonthCalendar(
      page.today, today: page.today, caption: t.monthAndYear(page.today),
      entries: [page.today + 7: [forum], page.today + 12: [parade, forum, forum, forum, forum]]
    ) { "/calendar?day=\($0)" }
    calendar.holidays = [page.today + 12: LocalizedText(km: "ព្រះរាជពិធីបុណ្យអុំទូក", en: "Water Festival")]
    return Page(t.monthAndYear(page.today), content: "<section class=\"wide\">\(monthCalendar(calendar, t))</section>")
  }

  static func activityForm(_ page: PageContext) -> Page {
    let t = page.wording
    let errors = [
      FieldError("name", t(.enter(.aNameForActivity))),
      FieldError("date", t(.outsideCampaign(page.today, page.today + 30))),
      FieldError("kinds", t(.chooseDistrict)),
    ]
    let fields = [
      Field("name", t(.nameKhmer)).with {
        $0.error = errors.message(for: "name"); $0.hint = "Volunteers see this."; $0.language = .km
      },
      Field("date", t(.date), .date, value: "24/12/2026").with { $0.error = errors.message(for: "date") },
      Field("cost", t(.plannedCost), .money, value: "120").with { $0.isOptional = true },
      Field("kinds", t(.districts), .checks([.init("0203", "Battambang"), .init("0204", "Bavel")])).with {
        $0.error = errors.message(for: "kinds")
        $0.values = ["0204"]
      },
      Field(
        "lead", t(.facilitation), .radios(Facilitation.allCases.map { .init($0.rawValue, t(.facilitation($0))) }),
        value: "ngo"),
      Field("note", t(.note), .area(rows: 3), value: "</textarea><script>x</script>"),
      Field("live", t(.leaveOutStopped), .checkbox, value: "yes"),
      Field("list", t(.file), .file(accept: ".csv,.xlsx")), Field("at", t(.time), .time),
      Field("n", t(.participants), .number),
      Field("phone", t(.phone), .phone),
      Field("word", t(.password), .password).with { $0.autocomplete = "new-password" },
    ]
    var content = Page(
      t(.addActivity),
      content: """
        \(errorSummary(errors, t))\(form("/campaigns/1/activities/new", page, takesFile: true) {
          "\(fields.map { field($0, t) })<p class=\"row\">\(button(t(.save), .primary))\(link(t(.cancel), to: "/campaigns/1"))</p>"
        })
        \(checkList([(t(.done), .good, "Test"), (t(.toDo), .warn, "Type")]))
        \(QRCode("http://owso.lan/v/K7QM4RTX")?.markup(label: t(.personalLink)))
        """)
    content.hasErrors = true
    return content
  }

  static func volunteer(_ page: PageContext) -> VolunteerPage {
    let t = Wording(page.language, digits: page.language == .km ? .khmer : .arabic)
    let doors: [DoorLine] = (1...60).map { number in
      let label =
        page.language == .km ? "លេខ \(number * 2 - 1) របង\u{200B}ពណ៌\u{200B}ខៀវ" : "No. \(number * 2 - 1), blue gate"
      var line = DoorLine(number, label, address: "/v/K7QM4RTX/doors/\(number)")
      line.map = mapAddress(Coordinate(latitude: 13.1013, longitude: 103.2 + Double(number) / 10_000))
      if number <= 12 { line.disposition = number == 3 ? .notHome : number == 6 ? .refused : .talked }
      return line
    }
    var current = CurrentDoor(doors[12], next: 14, action: "/v/K7QM4RTX/doors/13")
    current.questionCount = 1
    let asked = page.language == .km ? "តើ​អ្នក​ស្គាល់​ការិយាល័យ​ច្រក​ចេញ​ចូល​តែ​មួយ​ទេ?" : "Do you know the office?"
    let answers: [(String, Markup)] = [("yes", "\(t(.knows))"), ("no", "\(t(.doesNotKnow))")]
    current.questions = question(1, "\(asked)", name: "q-aware", answers: answers, t) + groupChoice(t)
    var map = RouteMap(
      doors.map { door in
        let n = Double(door.number)
        let bend = [0, 0.0004, 0.0001, 0.0005][door.number % 4]
        return RouteMap.Stop(
          Coordinate(latitude: 13.1 + bend + n * 0.00003, longitude: 103.2 + n * 0.00006), door.disposition)
      }, current: 12)
    map.landmarks = [.init(Coordinate(latitude: 13.1002, longitude: 103.2028), t(.pagoda))]
    var content = VolunteerPage(
      t(.routeNumber(4, LocalizedText(km: "ស្វាយប៉ោ", en: "Svay Por"))),
      lines: [t.dayAndMonth(page.today + 2) + " " + t.times(TimeOfDay(minutes: 450), TimeOfDay(minutes: 660))],
      address: "/v/K7QM4RTX",
      content: """
        <section class="now" data-current data-forgets aria-labelledby="door">\(meter(12 / 60.0))\
        <p class="row between small muted"><span>\(t(.housesDone(12, 60)))</span></p>\(currentDoor(current, t))</section>
        <section data-forgets aria-labelledby="map"><h2 id="map">\(t(.map))</h2>\
        <figure>\(routeMap(map, id: "rm", t))<figcaption><small>\(t(.mapLegend))</small></figcaption></figure></section>
        <section data-forgets aria-labelledby="list"><h2 id="list">\(t(.houseList))</h2>\(doorList(doors, t))</section>
        """)
    content.connection = connectionLine(.received(at: TimeOfDay(minutes: 642)), t)
    content.forgetAt = 4_000_000_000
    return content
  }
}
