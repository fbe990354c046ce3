import Domain

/// Slows down guessing: so many tries a minute for a name, an address or a door, then a wait. Nobody is locked out for
/// longer than a minute after the last try that was let through.
actor AttemptLimiter {
  private var tries: [String: [Instant]] = [:]

  /// Counts a try under each subject; false when one of them has had its share in the last minute.
  func admits(_ subjects: [(name: String, perMinute: Int)], at now: Instant) -> Bool {
    let since = now.adding(seconds: -60)
    if tries.count > 10_000 { tries = tries.filter { $0.value.last.map { $0 > since } ?? false } }
    for subject in subjects {
      tries[subject.name] = (tries[subject.name] ?? []).filter { $0 > since }
      if tries[subject.name]!.count >= subject.perMinute { return false }
    }
    for subject in subjects { tries[subject.name]!.append(now) }
    return true
  }

  /// False when the subject has had its share in the last minute; counts nothing.
  func hasLeft(_ subject: String, perMinute: Int, at now: Instant) -> Bool {
    let since = now.adding(seconds: -60)
    return (tries[subject] ?? []).count { $0 > since } < perMinute
  }

  /// Counts one try.
  func count(_ subject: String, at now: Instant) {
    let since = now.adding(seconds: -60)
    if tries.count > 10_000 { tries = tries.filter { $0.value.last.map { $0 > since } ?? false } }
    tries[subject] = (tries[subject] ?? []).filter { $0 > since } + [now]
  }
}
