import ChildProcesses
import Foundation
import Testing

@testable import Catalog

@Suite struct XLSXWriterTests {
  /// The sheets' XML, unpacked by the system's own tool.
  private func unpack(_ bytes: [UInt8], _ part: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("x-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    let script = "import sys,zipfile;print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())"
    return try ChildProcess.run("python3", ["-c", script, file.path, part]).output
  }

  @Test func `the first sheet says what the others are`() throws {
    let book = XLSXWriter(about: ["Costs in USD"], sheets: [.init("cost", header: ["spent"], rows: [[.number(12.5)]])])
    let bytes = try book.bytes()
    #expect(try unpack(bytes, "xl/workbook.xml").contains("name=\"About\""))
    #expect(try unpack(bytes, "xl/sharedStrings.xml").contains("Costs in USD"))
  }

  @Test func `numbers are numbers, codes and telephones text, and the header stays in sight`() throws {
    let csv = "code,phone,people,note\n0203,+85512345678,17,'=1+1\n"
    let bytes = try XLSXWriter(about: [], sheets: [.init("people", csv: Array(csv.utf8))]).bytes()
    let sheet = try unpack(bytes, "xl/worksheets/sheet2.xml")
    #expect(sheet.contains("<v>17</v>"))
    #expect(sheet.contains("state=\"frozen\""))
    #expect(!sheet.contains("<f>"))
    let strings = try unpack(bytes, "xl/sharedStrings.xml")
    #expect(strings.contains("<t>0203</t>"))
    #expect(strings.contains("<t>+85512345678</t>"))
    #expect(strings.contains("<t>=1+1</t>"))
  }
}
