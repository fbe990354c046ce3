import CCurl

/// What the loop carries: a request to a web server, or a letter to a mail server. Handed over to the loop's thread,
/// which alone touches it from there.
protocol Errand: AnyObject, Sendable {
  /// Free of anything that would become something else on the wire.
  var isWellFormed: Bool { get }
  /// A handle for this kind of errand; it serves others of the kind afterwards.
  func makeHandle(_ settings: TransferSettings) -> EasyHandle?
  /// Sets up what is this errand's own; false if libcurl refused an option.
  func prepare(_ easy: EasyHandle) -> Bool
  /// Whether its time is up although it has not left.
  func hasWaitedTooLong(_ now: ContinuousClock.Instant) -> Bool
  /// Answers the sender of an errand that certainly did not leave.
  func refuse(_ why: NeverLeft)
  /// Answers the sender with what came of it.
  func settle(_ code: CURLcode, status: Int)
  /// Answers the sender of an errand that is given up because the program stops.
  func abandon()
}
