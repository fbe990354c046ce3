/// What an account is for. Every right is denied unless the table below grants it.
public enum Role: String, Sendable, Codable, CaseIterable {
  case administrator, coordinator, manager, volunteer, auditor

  /// The table of rights; the tests hold every route against it.
  public var permissions: Set<Permission> {
    switch self {
    case .administrator: [.manageAccounts, .seeStatus]
    case .coordinator:
      [.planCampaigns, .launchCampaigns, .seeCampaigns, .seePeople, .recordResults, .seeCosts, .seeStatus, .exportPeople]
    case .manager: [.seeCampaigns, .seeCosts, .approveLaunch, .seeStatus]
    case .volunteer: [.walkRoutes]
    case .auditor: [.seeCosts, .seeAudit, .seeStatus]
    }
  }

  public func may(_ permission: Permission) -> Bool { permissions.contains(permission) }
}

public enum Permission: String, Sendable, Codable, CaseIterable {
  /// Accounts, tokens, channels and other settings.
  case manageAccounts
  case planCampaigns, launchCampaigns, approveLaunch, seeCampaigns
  /// Records of citizens, within the account's area.
  case seePeople, exportPeople
  case recordResults, seeCosts
  case walkRoutes
  case seeAudit, seeStatus
}
