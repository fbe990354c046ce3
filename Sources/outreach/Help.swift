/// The help texts; golden files in the tests keep them true.
enum Help {
  static func usage(of command: Command) -> String {
    var text = "outreach \(command.name)"
    if !command.arguments.isEmpty { text += " \(command.arguments)" }
    for option in command.options { text += " [\(option.name)\(option.value.map { " \($0)" } ?? "")]" }
    return text
  }

  static func page(of command: Command) -> String {
    var text = "Usage: \(usage(of: command))\n\n\(command.summary).\n"
    if !command.details.isEmpty { text += "\n\(command.details)\n" }
    if !command.options.isEmpty { text += "\nOptions:\n" + table(command.options) }
    return text + "\nOptions of every command:\n" + table(Command.common)
  }

  static func overview(_ commands: [Command]) -> String {
    let width = (commands.map(\.name.count).max() ?? 0) + 2
    var text = "Usage: outreach COMMAND [WORDS] [OPTIONS]\n\nPlans, runs and measures outreach campaigns.\n\nCommands:\n"
    for command in commands {
      text += "  \(command.name)\(String(repeating: " ", count: width - command.name.count))\(command.summary)\n"
    }
    return text + "\nMore about one: outreach COMMAND --help\n"
  }

  private static func table(_ options: [Command.Option]) -> String {
    let names = options.map { $0.name + ($0.value.map { " \($0)" } ?? "") }
    let width = (names.map(\.count).max() ?? 0) + 2
    return zip(names, options).map { name, option in
      "  \(name)\(String(repeating: " ", count: width - name.count))\(option.help)\n"
    }.joined()
  }
}
