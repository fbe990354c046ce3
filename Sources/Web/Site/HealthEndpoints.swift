import Actions
import HTTPServer

extension Site {
  /// For whoever watches the daemon.
  var healthEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/health/live", .public) { _ in .text("ok\n") },
      Endpoint(.get, "/health/ready", .public) { request in
        // Ready means that the store answers.
        _ = try await DescribeOffice.run(in: actions(for: request))
        return .text("ready\n")
      },
    ]
  }
}
