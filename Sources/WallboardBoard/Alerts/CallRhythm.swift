import DequeModule
package import WallboardEvents

/// How calls usually follow each other, learnt from their newest starts.
package struct CallRhythm: Equatable, Sendable {
  /// How many starts it takes to know a rhythm.
  private static let fewestStarts = 12
  /// The silence that is nothing unusual, whatever the rhythm; seconds.
  static let shortestSilence: Int64 = 60

  /// At most ``Limits/rhythm``, oldest first.
  private var starts: Deque<Timestamp> = []

  /// No call has started.
  package init() {}

  /// When a call last started.
  package var lastStart: Timestamp? { starts.last }

  /// Takes a start that was heard of at `receivedAt`, by the clock that starts are measured by.
  mutating func note(startAt time: Timestamp, receivedAt: Timestamp) {
    if let last = starts.last, time < last {
      // A start that is told late changes no rhythm; one that comes before the last means that the
      // clock was set back.
      guard last.milliseconds(since: receivedAt) > Connection.replayWindow else { return }
      starts.removeAll()
    }
    starts.append(time)
    if starts.count > Limits.rhythm { starts.removeFirst() }
  }

  /// The usual pause between two starts, in seconds: the mean without the longest, which may have
  /// been a night. `nil` while too few calls have started.
  package var usualPause: Double? {
    guard starts.count >= Self.fewestStarts else { return nil }
    let pauses = zip(starts.dropFirst(), starts).map { later, earlier in
      Double(later.milliseconds) - Double(earlier.milliseconds)
    }
    let sum = pauses.reduce(0, +) - (pauses.max() ?? 0)
    return max(1, sum / Double(pauses.count - 1) / 1_000)
  }
}
