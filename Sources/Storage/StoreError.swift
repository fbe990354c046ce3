/// What can go wrong with the store, each with its decision: whose fault, and whether to try again.
public enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  case notFound(String)
  /// Somebody else changed it meanwhile; read again and decide.
  case conflict(String)
  /// Another program holds the store; later it will do.
  case busy
  case unreachable(String)
  /// The disk is full or fails; nothing was changed.
  case diskFull(String)
  case corrupt(String)
  /// The store was made by a later version of the program.
  case newerSchema(found: Int, known: Int)
  /// The store must be migrated first.
  case olderSchema(found: Int, known: Int)
  /// The key file is missing, unreadable or belongs to another store.
  case key(String)
  /// A rule of the schema would be broken: a fault of ours, not of the user's.
  case rule(String)

  public var description: String {
    switch self {
    case .notFound(let what): "There is no \(what)."
    case .conflict(let what): "\(what) was changed by someone else meanwhile; read it again and repeat the change."
    case .busy: "The store is busy: another program is writing. Try again in a moment."
    case .unreachable(let why): "The store cannot be opened: \(why)"
    case .diskFull(let why): "The store cannot be written (\(why)). Free some space on its disk; nothing was changed."
    case .corrupt(let why): "The store is damaged (\(why)). Stop the daemon and restore the last backup."
    case .newerSchema(let found, let known):
      "The store has schema \(found), but this program knows only \(known). Install the newer version of outreach."
    case .olderSchema(let found, let known):
      "The store has schema \(found), this program needs \(known). Make a backup and run: outreach migrate"
    case .key(let why): why
    case .rule(let why): "The store refused a change that breaks its rules (\(why)); nothing was changed."
    }
  }
}
