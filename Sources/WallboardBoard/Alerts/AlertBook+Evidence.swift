import WallboardEvents

extension AlertBook {
  /// How many more times the rules wait for the reads of a stream that was just opened: about once
  /// a second.
  private static let longestPatience = 10

  /// Keeps what the rules need of an event.
  mutating func note(_ event: ReceivedEvent) {
    let time = min(event.at, event.receivedAt)
    if case .callStarted = event.event {
      rhythm.note(startAt: time, receivedAt: event.receivedAt)
    }
    failures.note(event.event, at: time)
  }

  /// Waits for the reads that the opening of the stream asks for: until they have come back, what
  /// is on the board may long be over.
  mutating func awaitReads() {
    awaitedReads = Set(SnapshotSource.allCases)
    patience = Self.longestPatience
  }

  /// Whether the rules are to be looked at: once a second.
  mutating func beginSecond(at now: Timestamp) -> Bool {
    guard judgedSecond != now.seconds else { return false }
    judgedSecond = now.seconds
    startedAt = startedAt ?? now
    patience = max(0, patience - 1)
    return true
  }
}
