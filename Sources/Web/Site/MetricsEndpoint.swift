import Actions
import Domain
import HTTPServer

extension Site {
  /// Numbers for Prometheus. They name nobody, so that whoever watches the machine needs no account.
  var metricsEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/metrics", .public) { request in
        let up = Double(workplace.now.milliseconds - started.milliseconds) / 1000
        var lines = [
          "# HELP outreach_uptime_seconds Since the program started.", "# TYPE outreach_uptime_seconds gauge",
          "outreach_uptime_seconds \(up)", "# HELP outreach_requests_total Requests answered, by class of status.",
          "# TYPE outreach_requests_total counter",
        ]
        lines += traffic.answered.map { "outreach_requests_total{status=\"\($0.class)xx\"} \($0.count)" }
        lines += [
          "# HELP outreach_messages Messages on record, by state.", "# TYPE outreach_messages gauge",
        ]
        lines += try await CountMessages.run(in: actions(for: request)).map {
          "outreach_messages{state=\"\($0.state.rawValue)\"} \($0.count)"
        }
        return .text(lines.joined(separator: "\n") + "\n", type: "text/plain; version=0.0.4; charset=utf-8")
      }
    ]
  }
}
