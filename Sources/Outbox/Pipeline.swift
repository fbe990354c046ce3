import Storage

/// The started messages of one dispatcher that wait for their departure or a free connection, in their order.
///
/// On a channel with keys more messages may be started than there are connections, because one that is interrupted is
/// simply asked again: the store then commits while the connections are busy. How many more follows from how many left
/// of late, so that none waits long: a STOP or `halt` binds what has not left within a quarter of a second. Without keys
/// nothing is started that cannot leave at once, for whatever is interrupted is in doubt.
struct Pipeline {
  /// A started message that waited longer than this for a connection goes back, in seconds.
  static let patience = 0.1
  /// How far ahead messages are started, in seconds of the present speed.
  static let ahead = 0.05
  private static let most = 1024

  var connections = 1
  var isKeyed = false
  private(set) var waiting: [Departure] = []
  /// Index of the first that still waits.
  private var front = 0
  private(set) var underWay = 0
  private var lately = (since: 0.0, left: 0)
  /// Messages a second, of late.
  private var speed = 0.0

  var waitingCount: Int { waiting.count - front }

  /// How many messages may be under way or waiting together.
  var capacity: Int {
    guard isKeyed else { return connections }
    return connections + min(Int(speed * Self.ahead), Self.most)
  }

  var free: Int { max(0, capacity - underWay - waitingCount) }

  /// The next departure, if a connection is free for it.
  var next: Departure? { underWay < connections && front < waiting.count ? waiting[front] : nil }

  mutating func append(_ departures: [Departure]) {
    if front > 0 {
      waiting.removeFirst(front)
      front = 0
    }
    waiting += departures
  }

  /// Takes the first out, which leaves now.
  mutating func leave(at now: Double) {
    front += 1
    underWay += 1
    lately.left += 1
    let seconds = now - lately.since
    guard seconds >= 0.1 else { return }
    speed = Double(lately.left) / seconds
    lately = (now, 0)
  }

  /// Moves every departure that waits to later, by so many seconds.
  mutating func shift(by seconds: Double) {
    for index in waiting.indices where index >= front { waiting[index].at += seconds }
  }

  mutating func comeBack() { underWay -= 1 }

  /// Takes out everything that waits.
  mutating func recall() -> [Departure] {
    defer {
      waiting.removeAll(keepingCapacity: true)
      front = 0
    }
    return Array(waiting[front...])
  }

  /// Takes out everything, if the first has waited too long: the connections are slower than was thought.
  mutating func recallLate(at now: Double) -> [Departure] {
    guard front < waiting.count, waiting[front].at < now - Self.patience else { return [] }
    speed = 0
    return recall()
  }
}
