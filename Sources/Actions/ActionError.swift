public import Catalog
public import Domain
public import Storage

/// Why an action was not done. Nothing was changed, whichever it is.
public enum ActionError: Error, Sendable {
  /// The files or rows have errors, each with its place.
  case findings([Finding])
  /// One field of a form or request is wrong: its name, and a sentence for the user.
  case field(String, String)
  /// It cannot be done now; the sentence says why and what to do.
  case refused(String)
  /// There is no such thing: "campaign spring".
  case notFound(String)
  case notAllowed(Permission)
  /// Somebody else changed it meanwhile.
  case conflict(String)
  /// The store is busy or out of reach; later it may do.
  case unavailable(String)
  /// The disk takes no more; reading goes on.
  case diskFull(String)
  /// A fault of ours or of the store, to be looked into.
  case fault(String)

  public init(_ error: StoreError) {
    switch error {
    case .notFound(let what): self = .notFound(what)
    case .conflict(let what): self = .conflict(what)
    case .busy, .unreachable, .key, .newerSchema, .olderSchema: self = .unavailable(error.description)
    case .diskFull: self = .diskFull(error.description)
    case .corrupt, .rule: self = .fault(error.description)
    }
  }

  /// A sentence for the person who asked.
  public var sentence: String {
    switch self {
    case .findings(let findings): "\(findings.count) \(findings.count == 1 ? "error" : "errors"); nothing was changed."
    case .field(_, let sentence), .refused(let sentence): sentence
    case .notFound(let what): "There is no \(what)."
    case .notAllowed: "Your role does not allow this. Ask an administrator."
    case .conflict(let what): StoreError.conflict(what).description
    case .unavailable(let sentence), .diskFull(let sentence), .fault(let sentence): sentence
    }
  }

  /// Why it cannot be done now; nil for another kind of error.
  public var refusal: String? {
    guard case .refused(let sentence) = self else { return nil }
    return sentence
  }

  /// More findings than these are counted, not shown: who mends a thousand sees the rest the next time.
  public static let shownFindings = 1000

  /// Each finding as `apply` prints it, the first ``shownFindings`` and a closing line; nil for another kind of error.
  public var findingLines: [String]? {
    guard case .findings(let findings) = self else { return nil }
    let rest = findings.count - Self.shownFindings
    let shown = findings.prefix(Self.shownFindings).map(\.description)
    return rest > 0 ? shown + ["… and \(rest) more; mend these first, the others are shown the next time"] : shown
  }
}
