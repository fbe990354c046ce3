extension Site {
  /// Everything this program answers to, page by page.
  var endpoints: [Endpoint] {
    healthEndpoints + signInEndpoints + coordinatorEndpoints + fieldEndpoints + crewEndpoints
  }
}
