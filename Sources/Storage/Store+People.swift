// The people on record, as a whole.

extension Transaction {
  /// A number that grows whenever somebody's record may have changed: whoever keeps an index of people asks it.
  public func peopleVersion() throws(StoreError) -> Int { Int(try meta("peopleVersion") ?? "0") ?? 0 }

  /// Called by whoever changes people's records, in the same transaction.
  public func bumpPeopleVersion() throws(StoreError) {
    try setMeta("peopleVersion", String(try peopleVersion() + 1))
  }
}
