public import Domain
import Storage

/// The office and the time on its wall: what the head and foot of every page say.
public struct OfficeNow: Sendable {
  public let office: Office
  public let local: LocalDateTime
}

public enum DescribeOffice {
  public static func run(in context: ActionContext) async throws(ActionError) -> OfficeNow {
    let office = try await context.read { (tx) throws(StoreError) in try tx.office() }
    let now = context.now
    return OfficeNow(office: office, local: now.local(at: office.offset(at: now)))
  }
}
