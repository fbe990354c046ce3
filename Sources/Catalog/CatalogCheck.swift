import Domain

/// What must fit together between files: ids used once, names that exist. Pure: everything it knows is passed in.
struct CatalogCheck {
  /// The store's things and those of this call together.
  var known: KnownThings
  var documents: [Document]

  func findings() -> [Finding] {
    twice() + offices() + unknown(documents.flatMap(\.references)) + resources()
  }

  /// Names of `references` that nothing describes.
  func unknown(_ references: [Reference]) -> [Finding] {
    references.filter { !known.has($0.kind, $0.name) }.map { reference in
      Finding(
        file: reference.file, position: reference.position,
        message: "unknown \(reference.kind.rawValue) \"\(reference.name)\"",
        advice: known.advice(reference.kind, reference.name))
    }
  }

  private func twice() -> [Finding] {
    var first: [String: Document] = [:]
    return documents.compactMap { document in
      let key = "\(document.content.kind) \(document.content.id)"
      guard let other = first[key] else {
        first[key] = document
        return nil
      }
      return Finding(
        file: document.file, position: document.position,
        message: "the \(document.content.kind) \"\(document.content.id)\" stands in \(other.file) already",
        advice: "give one of them another id, or delete it")
    }
  }

  private func offices() -> [Finding] {
    let offices = documents.filter { $0.content.kind == "office" }
    guard let first = offices.first else { return [] }
    return offices.dropFirst().filter { $0.content.id != first.content.id }.map { document in
      Finding(
        file: document.file, position: document.position, message: "a second office beside the one in \(first.file)",
        advice: "keep one office")
    }
  }

  /// A resource that does not exist yet is no mistake, but nothing that needs it can be planned.
  private func resources() -> [Finding] {
    documents.flatMap { document -> [Finding] in
      guard case .campaign(let campaign) = document.content else { return [] }
      let needed = campaign.activities.reduce(into: Set<String>()) { $0.formUnion($1.needs.resources.keys) }
      return needed.subtracting(known.resourceKinds).sorted().map { kind in
        Finding(
          file: document.file, position: document.position, severity: .warning,
          message: "no resource of the kind \"\(kind)\" is known, so what needs it cannot be planned",
          advice: adviceForUnknown(kind, known: known.resourceKinds))
      }
    }
  }
}
