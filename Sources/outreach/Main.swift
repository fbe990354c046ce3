import Foundation

@main
struct Main {
  static func main() async {
    // The store and its spool are for their owner only.
    umask(0o077)
    // A file that may not grow is an error to tell, not a reason to die.
    signal(SIGXFSZ, SIG_IGN)
    let code = await FrontDoor.open(arguments: Array(CommandLine.arguments.dropFirst()))
    fflush(nil)
    exit(code.rawValue)
  }
}
