import DequeModule
import WallboardEvents

/// How fast the agent replied on followed calls in the last hour.
package struct ReplyTimes: Equatable, Sendable {
  /// Milliseconds, and the minutes since.
  private struct Reply: Equatable, Sendable {
    var milliseconds: Double
    var age = 0
  }

  private var replies: Deque<Reply> = []

  /// At most ``Limits/replies``, in milliseconds, oldest first.
  package var readings: [Double] { replies.map(\.milliseconds) }

  /// Adds a reply; one that cannot be is left out.
  mutating func add(milliseconds: Double) {
    guard milliseconds >= 0, milliseconds < 1e9 else { return }
    replies.append(Reply(milliseconds: milliseconds))
    if replies.count > Limits.replies { replies.removeFirst() }
  }

  /// Notes that minutes passed, and forgets what is older than an hour.
  mutating func age(minutes: Int) {
    guard minutes > 0 else { return }
    for index in replies.indices { replies[index].age += minutes }
    while let oldest = replies.first, oldest.age >= HourLedger.minutes { replies.removeFirst() }
  }
}

extension Array<Double> {
  /// The reading within which so many of a hundred readings stay (nearest rank): a reading that was
  /// made, never one between two; `nil` of none.
  package func percentile(_ percent: Int) -> Double? {
    guard !isEmpty, (1...100).contains(percent) else { return nil }
    // The rank, rounded up: 1 ... count.
    let rank = (count * percent + 99) / 100
    return sorted()[rank - 1]
  }
}
