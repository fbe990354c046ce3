/// Every command, in the order in which the help shows them.
enum CommandList {
  static let all: [Command] =
    [
      .serve, .apply, .importSheet, .export, .count, .plan, .show, .accept,
      .launch, .approve, .pause, .resume, .cancel, .status, .halt, .explain, .reportDeliveries,
      .userAdd, .userLink, .userList, .userDisable, .tokenCreate, .link,
      .channelCheck, .migrate, .check,
    ] + Command.reports
}
