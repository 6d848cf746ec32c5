import WallboardBoard
import WallboardEvents

/// Whether what is told can be trusted, in sentences: once for each change.
struct PlainConnection {
  private let staleAfter: Int64
  private var told: String?
  private var lostAt: Timestamp?
  private var wasOpen = false
  private var gaps = 0
  private var isSilent = false

  /// Says so after so many seconds of silence.
  init(staleAfter: Int64) {
    self.staleAfter = staleAfter
  }

  /// What the change means, unless it was told.
  mutating func sentence(_ change: ConnectionChange, _ board: Board) -> String? {
    switch change.phase {
    case .connecting: return nil
    case .unanswered:
      return lost(
        "the stream is not answered, so that reads alone tell what happens; "
          + ProxyAdvice.buffering, at: change.at)
    case .open: return opened(at: change.at, board)
    case .waiting(_, _, let reason): return lost("\(reason)", at: change.at)
    case .refused(let reason, _): return lost("refused: \(reason)", at: change.at)
    case .stopped(let reason): return lost("stopped: \(reason)", at: change.at)
    }
  }

  /// How this machine's clock stands, where that is news.
  func sentence(_ change: ClockChange) -> String? {
    guard change.isNews else { return nil }
    func length(_ seconds: Int64) -> String {
      PlainWords.length(Int64(clamping: seconds.magnitude))
    }
    switch change.standing {
    case .right: return "This machine's clock is right again."
    case .wrong(let seconds):
      return "This machine's clock is \(length(seconds)) \(seconds < 0 ? "behind" : "ahead of")"
        + " the platform's, by which times are told."
    case .disputed(let seconds):
      return "The platform dates its answers \(length(seconds))"
        + " \(seconds < 0 ? "ahead of" : "behind") this machine's clock, which is not believed:"
        + " waits may be wrong."
    }
  }

  /// That nothing is heard any more, or is heard again.
  mutating func silence(_ board: Board) -> String? {
    guard board.connection.isOpen, let heard = board.connection.lastHeardAt else { return nil }
    let age = board.now.seconds(since: heard)
    guard isSilent != (age > staleAfter) else { return nil }
    isSilent.toggle()
    guard isSilent else { return "The stream is heard again." }
    return "Nothing was heard for \(PlainWords.length(age)): what is told may be out of date."
  }

  private mutating func opened(at time: Timestamp, _ board: Board) -> String {
    defer {
      wasOpen = true
      (told, lostAt, isSilent) = (nil, nil, false)
      gaps = board.connection.gaps
    }
    guard wasOpen else { return "Connected: events flow." }
    let outage = lostAt.map { " after \(PlainWords.length(time.seconds(since: $0)))" } ?? ""
    return "Connected again\(outage)"
      + (board.connection.gaps > gaps ? "; what happened meanwhile was not told." : ".")
  }

  private mutating func lost(_ reason: String, at time: Timestamp) -> String? {
    lostAt = lostAt ?? time
    guard told != reason else { return nil }
    defer { told = reason }
    return told == nil && wasOpen ? "Connection lost: \(reason)." : "Not connected: \(reason)."
  }
}
