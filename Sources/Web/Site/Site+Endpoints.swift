extension Site {
  /// Everything this program answers to, page by page.
  var endpoints: [Endpoint] {
    let staff = coordinatorEndpoints + crewEndpoints + resultsEndpoints + audienceEndpoints
    return healthEndpoints + metricsEndpoints + signInEndpoints + staff + fieldEndpoints + stopEndpoints + apiEndpoints
  }
}
