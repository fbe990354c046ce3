import Foundation

/// What is known about the window that somebody reads in.
enum Terminal {
  /// Characters in a line of standard output; nil when it is no terminal.
  static var columns: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Cells that a text takes. Khmer writes vowels and subscripts above and below the letter before: they take none.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: width
      default: width + 1
      }
    }
  }
}
