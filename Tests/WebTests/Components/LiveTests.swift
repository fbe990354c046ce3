import HTTPServer
import Testing

@testable import Web

@Suite struct LiveTests {
  @Test func `an event holds every number, and its bars are those of the page`() {
    let parts = [ProgressPart(3, .good), ProgressPart(1, .neutral)]
    let progress = LiveProgress(
      values: [("delivered", "3,604"), ("word", "\"x\"")], parts: parts, title: "74% Forum", time: "14:21", percent: 74,
      speech: "74%")
    let text = String(decoding: progress.event.bytes, as: UTF8.self)
    #expect(text.hasPrefix("event: progress\ndata: {\"values\":{\"delivered\":\"3,604\",\"word\":\"\\\"x\\\"\"}"))
    #expect(text.hasSuffix("\n\n"))
    let drawn = MarkupChecks.tags(segmentedProgress(parts, title: "x", description: "y").string)
      .filter { $0["data-part"] != nil }
    #expect(drawn.map { $0["width"] } == ["74.7", "24.7"])
    #expect(text.contains("\"bars\":[{\"x\":0.0,\"width\":74.7},{\"x\":75.0,\"width\":24.7}]"))
  }

  @Test func `a live box names its stream and what to say when it is lost`() {
    let box = liveBox("/messages/1/stream", Sample.page(), content: liveValue("sent", "96")).string
    #expect(box.contains("data-stream=\"/messages/1/stream\""))
    #expect(box.contains("data-lost=\"Connection lost at #."))
    #expect(box.contains("<span data-value=\"sent\">96</span>"))
    #expect(MarkupChecks.findings(box, isWhole: false) == [])
  }
}
