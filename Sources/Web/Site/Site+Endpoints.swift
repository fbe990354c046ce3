extension Site {
  /// Everything this program answers to, page by page.
  var endpoints: [Endpoint] {
    let staff = coordinatorEndpoints + sendingEndpoints + crewEndpoints + resultsEndpoints + audienceEndpoints
    return healthEndpoints + metricsEndpoints + signInEndpoints + staff + fieldEndpoints + apiEndpoints
  }
}
