import Foundation

@main
struct Main {
  static func main() async {
    let code = await FrontDoor.open(arguments: Array(CommandLine.arguments.dropFirst()))
    fflush(nil)
    exit(code.rawValue)
  }
}
