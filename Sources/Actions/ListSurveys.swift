public import Domain
import Storage

/// The surveys on record, for forms that take answers to them.
public enum ListSurveys {
  public static func run(in context: ActionContext) async throws(ActionError) -> [Survey] {
    try context.require(.recordResults)
    return try await context.read { (tx) throws(StoreError) in try tx.documents(Survey.self) }
  }
}
