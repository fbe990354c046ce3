/// Every way in which every command can end. The help of each command says which codes it can give; a test holds this
/// table and the help to each other, so that a new command or code without a line here fails.
enum ExitTable {
  static let all = files + people + plans + sending + reports + operations

  /// Ways that need more than one command to show; each has a test of its own.
  static let elsewhere: Set<String> = [
    "plan 5", "launch 5", "serve 0", "serve 1",
  ]

  private static let files = [
    ExitCase("apply", 0, ["content"], says: "0 created, 0 changed, 16 unchanged."),
    ExitCase("apply", 2, says: "Wrong number of words. Usage: outreach apply PATH…"),
    ExitCase("apply", 3, ["nowhere"], says: "nowhere:1:1: error: there is no such file or folder; check the spelling"),
    ExitCase("import", 0, ["citizens", "content/citizens.csv"], says: "5 taken, 0 of them repaired, 0 rejected."),
    ExitCase(
      "import", 1, ["survey", "content/citizens.csv", "--survey", "nothing", "--wave", "baseline"],
      says: "There is no survey “nothing”."),
    ExitCase("import", 2, ["dogs", "content/citizens.csv"], says: "import takes citizens, households"),
    ExitCase("import", 3, ["costs", "content/citizens.csv"], says: "the column \"line\" is missing"),
    ExitCase("export", 0, ["citizens"], says: "+855002000000"),
    ExitCase("export", 1, ["citizens"], says: "The result cannot be written.").within(.fullOutput),
    ExitCase("export", 2, ["dogs"], says: "export takes one of citizens, households, volunteers, events"),
  ]

  private static let people = [
    ExitCase("count", 0, ["all"], says: "5 people"),
    ExitCase("count", 1, ["all"], says: "The result cannot be written.").within(.fullOutput),
    ExitCase(
      "count", 2, ["all", "--by", "street"], says: "--by takes province, district, commune, village or channel"),
    ExitCase("count", 3, ["owns_hose"], says: "owns_hose"),
    ExitCase("explain", 0, ["c4", "spring"], says: "invite: leftOut, noConsent").after(["launch", "spring", "--yes"]),
    ExitCase("explain", 1, ["c9", "spring"], says: "There is no citizen “c9”."),
    ExitCase("explain", 2, ["c4"], says: "Wrong number of words."),
    ExitCase("link", 0, ["v1"], says: "On paper, for /v: "),
    ExitCase("link", 1, ["v9"], says: "There is no volunteer “v9”."),
    ExitCase("link", 2, says: "Wrong number of words."),
    ExitCase("user add", 0, ["dara", "--role", "manager", "--area", "0203"], says: "/sign-in/"),
    ExitCase("user add", 1, ["dara", "--role", "manager"], says: "There is already an account “dara”.")
      .after(["user", "add", "dara", "--role", "auditor"]),
    ExitCase("user add", 2, ["dara", "--role", "king"], says: "There is no role “king”; there are: administrator"),
    ExitCase("user add", 3, ["Dara Sok", "--role", "manager"], says: "A name has lower-case letters"),
    ExitCase("user link", 0, ["dara"], says: "/sign-in/").after(["user", "add", "dara", "--role", "auditor"]),
    ExitCase("user link", 1, ["dara"], says: "There is no account “dara” that is in use."),
    ExitCase("user link", 2, says: "Wrong number of words."),
    ExitCase("user list", 0, says: "dara  auditor  everywhere  no password yet")
      .after(["user", "add", "dara", "--role", "auditor"]),
    ExitCase("user list", 1, says: "The result cannot be written.").within(.fullOutput)
      .after(["user", "add", "dara", "--role", "auditor"]),
    ExitCase("user list", 2, ["all"], says: "Wrong number of words."),
    ExitCase("user disable", 0, ["dara"], says: "The account dara is shut.")
      .after(["user", "add", "dara", "--role", "auditor"]),
    ExitCase("user disable", 1, ["dara"], says: "There is no account “dara”."),
    ExitCase("user disable", 2, says: "Wrong number of words."),
    ExitCase("token create", 0, ["--role", "manager", "--expires", "2099-01-01"], says: ""),
    ExitCase("token create", 1, ["--role", "manager"], says: "The result cannot be written.").within(.fullOutput),
    ExitCase("token create", 2, ["--role", "manager", "--expires", "soon"], says: "--expires takes a day such as"),
    ExitCase(
      "token create", 3, ["--role", "manager", "--expires", "2020-01-01"], says: "2020-01-01 is not after today"),
  ]

  private static let plans = [
    ExitCase("plan", 0, ["fair", "--rounds", "10"], says: "forum in 020301  v1"),
    ExitCase("plan", 1, ["autumn"], says: "There is no campaign “autumn”."),
    ExitCase(
      "plan", 2, ["fair", "--seconds", "soon"], says: "--seconds takes seconds, such as 10 or 2.5, not “soon”."),
    ExitCase("show", 0, ["fair"], says: "fair: Fair, 2026-01-01 to 2035-12-31, no plan yet"),
    ExitCase("show", 1, ["autumn"], says: "There is no campaign “autumn”."),
    ExitCase("show", 2, says: "Wrong number of words."),
    ExitCase("accept", 0, ["fair"], says: "The plan of fair holds now.").after(["plan", "fair", "--rounds", "10"]),
    ExitCase("accept", 1, ["fair"], says: "Make one first: outreach plan fair"),
    ExitCase("accept", 2, ["fair", "--yes"], says: "outreach accept has no option --yes"),
  ]

  private static let sending = [
    ExitCase("launch", 0, ["spring", "--yes"], says: "Launched spring."),
    ExitCase("launch", 1, ["fair", "--yes"], says: "Run: outreach plan fair; outreach accept fair"),
    ExitCase("launch", 2, ["spring", "--yes=4"], says: "--yes takes no value."),
    ExitCase("approve", 0, ["spring"], says: "Approved spring as it reads now."),
    ExitCase("approve", 1, ["autumn"], says: "There is no campaign “autumn”."),
    ExitCase("approve", 2, says: "Wrong number of words."),
    ExitCase("pause", 0, ["spring"], says: "Paused spring.").after(["launch", "spring", "--yes"]),
    ExitCase("pause", 1, ["spring"], says: "Campaign spring was not launched yet."),
    ExitCase("pause", 2, says: "Wrong number of words."),
    ExitCase("resume", 0, ["spring"], says: "Resumed spring.").after(
      ["launch", "spring", "--yes"], ["pause", "spring"]),
    ExitCase("resume", 1, ["autumn"], says: "There is no campaign “autumn”."),
    ExitCase("resume", 2, ["spring", "--all"], says: "Name a campaign, or --all after a halt"),
    ExitCase("cancel", 0, ["spring"], says: "4 messages will not be sent.").after(["launch", "spring", "--yes"]),
    ExitCase("cancel", 1, ["spring"], says: "Campaign spring was not launched yet."),
    ExitCase("cancel", 2, says: "Wrong number of words."),
    ExitCase("status", 0, ["spring"], says: "spring: running, 4 messages, 4 left").after(["launch", "spring", "--yes"]),
    ExitCase("status", 1, ["autumn"], says: "There is no campaign “autumn”."),
    ExitCase("status", 2, ["spring", "fair"], says: "Wrong number of words."),
    ExitCase("halt", 0, says: "All sending is stopped."),
    ExitCase("halt", 2, ["spring"], says: "Wrong number of words."),
    ExitCase("channel check", 0, says: "spool: good."),
    ExitCase("channel check", 1, ["pigeon"], says: "There is no channel “pigeon”."),
    ExitCase("channel check", 2, ["spool", "spool"], says: "Wrong number of words."),
  ]

  private static let reports =
    [
      ExitCase("report deliveries", 0, ["spring", "--format", "csv"], says: "+855002000000,planned,")
        .after(["launch", "spring", "--yes"])
    ]
    + ["cost", "reach", "awareness", "volunteers", "targets"].map { report in
      ExitCase(
        "report \(report)", 0, ["fair", "spring", "--by", "district"],
        says: report == "targets" ? "campaign  group" : "total")
    }
    + ["cost", "reach", "awareness", "volunteers", "targets", "deliveries"].flatMap { report in
      [
        ExitCase("report \(report)", 1, ["autumn"], says: "There is no campaign “autumn”."),
        ExitCase("report \(report)", 2, ["fair", "--by", "street"], says: "--by takes district"),
      ]
    }

  private static let operations = [
    ExitCase("serve", 2, ["--listen", "0.0.0.0:0"], says: "0.0.0.0 can be reached from other machines."),
    ExitCase("check", 0, says: "The store is whole."),
    ExitCase("check", 1, says: "The audit trail is broken at entry 1.").within(.tampered),
    ExitCase("check", 2, ["everything"], says: "Wrong number of words."),
    ExitCase("migrate", 0, says: "the newest; nothing was to do."),
    ExitCase("migrate", 2, ["now"], says: "Wrong number of words."),
  ]
}
