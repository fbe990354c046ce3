import Domain
import Testing

struct RoleTests {
  /// Right → who has it; written out so that a change of rights is seen in review.
  private static let table: [Permission: Set<Role>] = [
    .manageAccounts: [.administrator],
    .planCampaigns: [.coordinator],
    .launchCampaigns: [.coordinator],
    .approveLaunch: [.manager],
    .seeCampaigns: [.coordinator, .manager],
    .seePeople: [.coordinator],
    .exportPeople: [.coordinator],
    .recordResults: [.coordinator],
    .seeCosts: [.coordinator, .manager, .auditor],
    .walkRoutes: [.volunteer],
    .seeAudit: [.auditor],
    .seeStatus: [.administrator, .coordinator, .manager, .auditor],
  ]

  @Test(arguments: Role.allCases, Permission.allCases)
  func `a role may exactly what the table grants`(_ role: Role, _ permission: Permission) throws {
    #expect(role.may(permission) == (try #require(Self.table[permission]).contains(role)))
  }

  @Test func `nobody both launches and approves, and only one role sees people`() {
    for role in Role.allCases { #expect(!(role.may(.launchCampaigns) && role.may(.approveLaunch))) }
    #expect(Role.allCases.filter { $0.may(.seePeople) } == [.coordinator])
  }
}
