public import Domain
import Storage
import Targeting

/// A segment with the revision that `If-Match` compares.
public struct SegmentView: Sendable {
  public var segment: Segment
  public var revision: Int
}

/// Keeps a group's name and rule, once the rule can be read.
public enum SaveSegment {
  /// What the caller knows of the group that is changed.
  public enum Expectation: Sendable, Equatable {
    /// There is none of that id yet.
    case new
    case revision(Int)
    case anything
  }

  /// - Returns: the revision that it has now.
  @discardableResult
  public static func run(
    _ segment: Segment, expecting: Expectation, in context: ActionContext
  ) async throws(ActionError) -> Int {
    try context.require(.planCampaigns)
    try await check(segment, context)
    let (now, by) = (context.now, context.principal.name)
    let revision = try await context.write { (tx) throws(StoreError) -> Int in
      let known = try tx.revised(Segment.self, segment.id.text)
      switch (expecting, known?.revision) {
      case (.new, .some): throw .conflict("segment “\(segment.id)”")
      case (.revision(let wanted), let revision) where wanted != revision: throw .conflict("segment “\(segment.id)”")
      default: break
      }
      if try tx.put(segment, at: now) != .unchanged {
        try tx.audit("save segment", "segment \(segment.id)", by: by, at: now)
      }
      return try tx.revised(Segment.self, segment.id.text)?.revision ?? 1
    }
    return revision
  }

  private static func check(_ segment: Segment, _ context: ActionContext) async throws(ActionError) {
    guard segment.id.isDocumentID else {
      throw .field("id", "“\(segment.id)” is no id: use lower-case letters, digits and hyphens, at most 64.")
    }
    guard !(segment.name.km ?? "").isEmpty || !(segment.name.en ?? "").isEmpty else {
      throw .field("name", "Give the group a name in Khmer or English.")
    }
    let (_, vocabulary) = try await context.audience.current(context)
    do throws(SegmentSyntaxError) {
      _ = try SegmentParser(vocabulary).parse(segment.rule)
    } catch {
      throw .field("where", "\(error)")
    }
  }
}

/// The groups on record.
public enum ListSegments {
  public static func run(in context: ActionContext) async throws(ActionError) -> [SegmentView] {
    try context.require(.seeCampaigns)
    return try await context.read { (tx) throws(StoreError) in
      var views: [SegmentView] = []
      for segment in try tx.documents(Segment.self) {
        let revision = try tx.revised(Segment.self, segment.id.text)?.revision ?? 1
        views.append(SegmentView(segment: segment, revision: revision))
      }
      return views
    }
  }

  public static func one(_ id: SegmentID, in context: ActionContext) async throws(ActionError) -> SegmentView {
    try context.require(.seeCampaigns)
    let found = try await context.read { (tx) throws(StoreError) in try tx.revised(Segment.self, id.text) }
    guard let found else { throw .notFound("segment “\(id)”") }
    return SegmentView(segment: found.value, revision: found.revision)
  }
}
