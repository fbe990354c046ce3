import Channels
import Domain
import Foundation
import Glibc
import Storage

/// Decides what becomes of messages whose daemon is gone: what was being sent is asked again with the same key where the
/// channel knows keys, and is in doubt where it does not.
struct Recovery: Sendable {
  let cache: RulesCache
  let isAlive: @Sendable (OwnerRecord) -> Bool

  init(cache: RulesCache, isAlive: @escaping @Sendable (OwnerRecord) -> Bool = ProcessTable.holds) {
    self.cache = cache
    self.isAlive = isAlive
  }

  func run(_ tx: Transaction, except own: String, at now: Instant) throws(StoreError) {
    for owner in try tx.owners() where owner.id != own && !isAlive(owner) {
      let rules = try cache.rules(tx)
      for stored in try tx.unfinished(of: owner.id) { try recover(stored, rules, tx, at: now) }
      try tx.removeOwner(owner.id)
    }
  }

  private func recover(
    _ stored: StoredMessage, _ rules: SendingRules, _ tx: Transaction, at now: Instant
  ) throws(StoreError) {
    let keyed = rules.channels[stored.message.channel]?.adapter.descriptor.keyed ?? false
    guard try tx.move(stored, keyed ? .resumeKeyed : .answerUnknown, at: now, due: now) else { return }
    try tx.note(FinishedAttempt("interrupted", burns: false), of: stored, at: now)
    if !keyed { try tx.unpark(stored.message.channel, stored.message.id.text, at: now) }
  }
}

/// Tells whether a process of this machine still runs, by its number and the moment the system started it.
enum ProcessTable {
  static func holds(_ owner: OwnerRecord) -> Bool { started(owner.pid) == owner.processStarted }

  /// Field 22 of `/proc/PID/stat` (proc(5)) with the machine's boot; nil when there is no such process.
  static func started(_ pid: Int32) -> String? {
    guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      // The second field is the command in brackets and may hold anything.
      let rest = stat.range(of: ")", options: .backwards)
    else { return nil }
    let fields = stat[rest.upperBound...].split(separator: " ")
    // A zombie runs nothing any more.
    guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
    let boot = (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? ""
    return "\(boot.prefix(8))-\(fields[19])"
  }
}
