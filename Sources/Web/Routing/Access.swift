import Domain

/// What a route asks of its visitor. Every route names it; there is no default.
enum Access: Sendable, Equatable {
  case `public`
  case signedIn(Permission)
  /// A personal code in the address; the handler checks the code itself.
  case volunteer
}

/// The things a role may do, from the table of roles. Deny by default.
enum Permission: String, Sendable, CaseIterable {
  /// Today, calendar, help: every staff role.
  case readPages
  /// Accounts, keys, channels, office.
  case administer
  /// Import, plan, launch, stop, routes, volunteers.
  case coordinate
  /// A citizen's own record, inside one's area.
  case readCitizens
  /// Costs, counts, reports.
  case readResults
  /// Being the second person for a launch or a plan.
  case approve
  case readAudit
}

extension Role {
  func may(_ permission: Permission) -> Bool {
    switch permission {
    case .readPages: self != .volunteer
    case .administer: self == .administrator
    case .coordinate, .readCitizens: self == .coordinator
    case .readResults: self == .coordinator || self == .manager || self == .auditor
    case .approve: self == .manager || self == .coordinator
    case .readAudit: self == .auditor
    }
  }
}
