import Storage

/// Looks whether the store is whole.
public enum CheckStore {
  /// A sentence for each problem; empty when there is none.
  public static func run(in context: ActionContext) async throws(ActionError) -> [String] {
    try await context.read { (tx) throws(StoreError) in try tx.problems() }
  }
}
