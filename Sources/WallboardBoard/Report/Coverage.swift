package import WallboardEvents

/// How much of a time was seen: the stream was open, and something was received.
package struct Coverage: Sendable {
  /// A time in which nothing was received.
  package struct Gap: Ranked {
    package enum Kind: String, Sendable {
      /// There was no connection, and nothing told later what happened.
      case missing
      /// There was no connection, and the platform told afterwards what had happened.
      case caughtUp = "caught_up"
      /// The stream was open and silent for longer than heartbeats may be.
      case silent
    }

    package let from: Timestamp
    package let until: Timestamp
    package let kind: Kind

    /// Whether what happened then is not known.
    package var isUnseen: Bool { kind != .caughtUp }

    package var seconds: Int64 { until.seconds(since: from) }

    package static func precedes(_ one: Gap, _ other: Gap) -> Bool { one.seconds > other.seconds }
  }

  package let from: Timestamp
  package private(set) var until: Timestamp
  /// The longest first.
  package private(set) var gaps = Largest<Gap>(limit: Limits.reportGaps)
  /// Times that the stream was opened again.
  package private(set) var reconnects = 0
  /// Whether it is known how things stand when it ends.
  private(set) var isEndSeen = true
  private let staleAfter: Int64
  private var isOpen: Bool
  private var wasOpen: Bool
  /// When something was received last; the beginning where nothing was.
  private var heardAt: Timestamp
  private var known: (gaps: Int, reconnects: Int)
  private var unseen = Unseen()

  init(from time: Timestamp, on board: Board, staleAfter: Int64) {
    from = time
    until = time
    self.staleAfter = staleAfter
    isOpen = board.connection.isOpen
    wasOpen = board.connection.wasOpen
    heardAt = board.connection.lastHeardAt.map { min($0, time) } ?? time
    known = (board.connection.gaps, board.connection.reconnects)
  }

  package var seconds: Int64 { until.seconds(since: from) }

  /// Of them, those of which it is known what happened.
  package var seenSeconds: Int64 { max(0, seconds - unseen.total / 1_000) }

  /// Milliseconds before that moment of which nobody knows what happened.
  func unseenMilliseconds(before time: Timestamp) -> Int64 { unseen.milliseconds(before: time) }

  /// Notes how the connection stands after an input that came then.
  mutating func note(_ board: Board, at time: Timestamp) {
    let connection = board.connection
    defer {
      (isOpen, wasOpen) = (connection.isOpen, connection.wasOpen)
      known = (connection.gaps, connection.reconnects)
      // Bytes of a stream that has not opened tell nothing.
      if connection.isOpen, let newest = connection.lastHeardAt {
        heardAt = max(heardAt, min(newest, time))
      }
    }
    reconnects += max(0, connection.reconnects - known.reconnects)
    let hasOpened = connection.isOpen && (!isOpen || connection.reconnects > known.reconnects)
    if hasOpened {
      let isLost = !wasOpen || connection.gaps > known.gaps
      add(until: time, isLost ? .missing : .caughtUp)
    } else if isOpen, let newest = connection.lastHeardAt {
      addSilence(until: min(newest, time))
    }
  }

  mutating func finish(at time: Timestamp) {
    let before = unseen.total
    if isOpen { addSilence(until: time) } else { add(until: time, .missing) }
    isEndSeen = unseen.total == before
    until = max(from, time)
  }

  private mutating func addSilence(until time: Timestamp) {
    if time.seconds(since: heardAt) > staleAfter { add(until: time, .silent) }
  }

  private mutating func add(until time: Timestamp, _ kind: Gap.Kind) {
    let gap = Gap(from: max(heardAt, from), until: time, kind: kind)
    guard gap.seconds > 0 else { return }
    gaps.add(gap)
    if gap.isUnseen { unseen.add(gap) }
  }
}

/// The sum of the unseen gaps so far, and the newest of them: a moment that is asked for lies in that
/// one or after it, as a rule.
private struct Unseen {
  private(set) var total: Int64 = 0
  private var newest: Coverage.Gap?

  mutating func add(_ gap: Coverage.Gap) {
    total += gap.until.milliseconds(since: gap.from)
    newest = gap
  }

  func milliseconds(before time: Timestamp) -> Int64 {
    guard let newest, time < newest.until else { return total }
    return total - newest.until.milliseconds(since: max(time, newest.from))
  }
}
