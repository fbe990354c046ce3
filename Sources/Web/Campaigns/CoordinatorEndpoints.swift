extension Site {
  /// The pages of whoever plans and runs campaigns.
  var coordinatorEndpoints: [Endpoint] {
    todayEndpoints + campaignListEndpoints + newCampaignEndpoints + campaignPlanEndpoints + occurrenceEndpoints
      + recordEndpoints + moveEndpoints + calendarEndpoints + historyEndpoints + helpEndpoints + messageEndpoints
      + sendingEndpoints + resendEndpoints + launchEndpoints
  }
}
