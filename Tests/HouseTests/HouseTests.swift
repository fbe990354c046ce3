import Foundation
import Testing

@Suite struct HouseTests {
  @Test(arguments: House.files(in: "Sources").filter { House.mayImport[$0.room] != nil })
  func `a room imports only what the plan of the house allows`(file: House.SourceFile) {
    let toolchain = House.pure.contains(file.room) ? House.forPureRooms : House.toolchain
    let allowed = House.mayImport[file.room]!.union(toolchain)
    for module in file.imports where !allowed.contains(module) {
      Issue.record("\(file.path) imports \(module), which the plan of the house does not allow")
    }
  }

  @Test func `every room of the package stands in the plan`() {
    let rooms = Set(House.files(in: "Sources").map(\.room)).subtracting(["outreach"])
    #expect(rooms == Set(House.mayImport.keys))
  }

  @Test(arguments: House.files(in: "Sources"))
  func `a file stays under four hundred lines`(file: House.SourceFile) {
    let isTable = file.path.contains("Phrases") || file.path.contains("/Schema")
    #expect(file.lines.count <= 400 || isTable, "\(file.path) has \(file.lines.count) lines")
  }

  @Test(arguments: House.files(in: "Tests"))
  func `a test file stays under six hundred lines`(file: House.SourceFile) {
    #expect(file.lines.count <= 600, "\(file.path) has \(file.lines.count) lines")
  }

  @Test(arguments: House.files(in: "Sources"))
  func `a function stays under sixty lines`(file: House.SourceFile) {
    for function in file.functions where function.lines > 60 {
      Issue.record("\(file.path): \(function.name) has \(function.lines) lines")
    }
  }

  @Test func `no type is named like its module`() {
    for file in House.files(in: "Sources") {
      for line in file.lines {
        let words = line.split(separator: " ").map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
        for (keyword, name) in zip(words, words.dropFirst())
        where ["struct", "class", "enum", "actor", "protocol"].contains(keyword) && name == file.room {
          Issue.record("\(file.path) names a type like its module: \(name)")
        }
      }
    }
  }

  @Test func `the package declares no package`() throws {
    let manifest = try String(contentsOf: House.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    #expect(!manifest.contains(".package("))
  }

  @Test func `the top level holds only what the plan names`() throws {
    let allowed: Set<String> = [
      "Package.swift", "Sources", "Tests", "Campaigns", "Audiences", "README.md", "Makefile", "docs", "LICENSE",
      "NOTICE", "CHANGELOG.md", "var",
    ]
    let entries = try FileManager.default.contentsOfDirectory(atPath: House.root.path)
    for entry in entries where !entry.hasPrefix(".") && entry != "Package.resolved" {
      #expect(allowed.contains(entry), "\(entry) does not belong at the top level")
    }
  }
}
