/// The help texts; golden files in the tests keep them true.
enum Help {
  /// Fits the narrowest terminals in use.
  private static let width = 80

  static func usage(of command: Command) -> String { pieces(of: command).joined(separator: " ") }

  static func page(of command: Command) -> String {
    var text = lines(of: ["Usage:"] + pieces(of: command), indent: 7) + "\n\(paragraphs(command.summary + "."))"
    if !command.details.isEmpty { text += "\n\(paragraphs(command.details))" }
    if !command.options.isEmpty { text += "\nOptions:\n" + table(command.options) }
    text += "\nOptions of every command:\n" + table(Command.common)
    return text + "\nExit codes:\n" + command.exits.sorted().map { "  \($0.rawValue)  \($0.words)\n" }.joined()
  }

  static func overview(_ commands: [Command]) -> String {
    let width = (commands.map(\.name.count).max() ?? 0) + 2
    var text =
      "Usage: outreach COMMAND [WORDS] [OPTIONS]\n\nPlans, runs and measures outreach campaigns.\n\nCommands:\n"
    for command in commands {
      text += "  \(command.name)\(String(repeating: " ", count: width - command.name.count))\(command.summary)\n"
    }
    return text + "\nMore about one: outreach COMMAND --help\n"
  }

  private static func pieces(of command: Command) -> [String] {
    ["outreach", command.name] + (command.arguments.isEmpty ? [] : [command.arguments])
      + command.options.map { "[\($0.name)\($0.value.map { " \($0)" } ?? "")]" }
  }

  private static func table(_ options: [Command.Option]) -> String {
    let names = options.map { $0.name + ($0.value.map { " \($0)" } ?? "") }
    let column = (names.map(\.count).max() ?? 0) + 4
    return zip(names, options).map { name, option in
      let start = "  \(name)" + String(repeating: " ", count: column - name.count - 3)
      return lines(of: [start] + option.help.split(separator: " ").map(String.init), indent: column)
    }.joined()
  }

  private static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n\n").map { paragraph in
      lines(of: paragraph.split { $0 == " " || $0 == "\n" }.map(String.init), indent: 0)
    }.joined(separator: "\n")
  }

  /// Pieces set into lines; those after the first begin `indent` columns in.
  private static func lines(of pieces: [String], indent: Int) -> String {
    var lines: [String] = []
    var line = pieces[0]
    for piece in pieces.dropFirst() {
      if line.count + 1 + piece.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent) + piece
      } else {
        line += " " + piece
      }
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }
}
