import Domain

/// What a route asks of its visitor. Every route names it; there is no default.
enum Access: Sendable, Equatable {
  case `public`
  case signedIn(Permission)
  /// A personal code in the address; the handler checks the code itself.
  case volunteer
}
