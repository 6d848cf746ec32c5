import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The state of a connection in words, and what to do about it.
struct ConnectionNote: Equatable {
  /// One word, with a mark so that it is clear without colour.
  var state: StyledText
  /// What to do, then the reason, which is cut where there is no room for both.
  var detail: String?
}

/// Puts the state of the event stream into words.
struct ConnectionNoteMaker: RegionMaker {
  let context: FrameContext

  /// The state now; of a recording, the state then.
  var note: ConnectionNote {
    isReplay ? recordedNote : noteOfNow
  }

  private var recordedNote: ConnectionNote {
    var note = noteOfNow
    note.detail = recordedDetail
    guard freshness != .live else {
      note.state = StyledText(" RECORDED ", .notice, emphasis: .reverse)
      return note
    }
    note.state.text = " RECORDED " + note.state.text.drop { $0 == " " }
    return note
  }

  /// Why nothing came at that moment of the recording. Advice would be too late.
  private var recordedDetail: String? {
    switch live.connection.phase {
    case .open: freshness.isCurrent ? nil : "nothing was received, not even a heartbeat"
    case .connecting(let attempt): detail(ofAttempt: attempt)
    case .unanswered: ProxyAdvice.buffering
    case .waiting(_, let attempt, let reason): "attempt \(attempt): \(reason)"
    case .refused(let reason, _), .stopped(let reason): "\(reason)"
    }
  }

  private var noteOfNow: ConnectionNote {
    switch live.connection.phase {
    case .open: return openNote
    case .connecting(let attempt):
      return ConnectionNote(
        state: StyledText("\(glyphs.halfDot) CONNECTING", .connectionConnecting),
        detail: detail(ofAttempt: attempt))
    case .unanswered:
      return ConnectionNote(
        state: StyledText("\(glyphs.warning) NO LIVE UPDATES", .connectionRetrying),
        detail: ProxyAdvice.buffering)
    case .waiting(let until, let attempt, let reason):
      let seconds = Durations.countdown(to: until, from: live.now)
      return ConnectionNote(
        state: StyledText("\(glyphs.warning) NOT CONNECTED", .connectionRetrying),
        detail: "\(Self.retries) (in \(seconds) s): \(reason) (attempt \(attempt))")
    case .refused(let reason, let until):
      return ConnectionNote(
        state: StyledText(" \(glyphs.failure) REFUSED ", .connectionRefused),
        detail: "check the token, then press r\(orWait(until: until)): \(reason)")
    case .stopped(let reason):
      return ConnectionNote(
        state: StyledText(" \(glyphs.failure) STOPPED ", .connectionRefused),
        detail: "\(Self.startsAgain): \(reason)")
    }
  }

  /// Why there is no connection and what helps, in full and without a countdown; `nil` while there
  /// is nothing to explain.
  var advice: String? {
    if isReplay { return recordedDetail }
    return switch live.connection.phase {
    case .open, .connecting: nil
    case .unanswered: "No live updates: \(ProxyAdvice.buffering)"
    case .waiting(_, _, let reason): "\(reason) — \(Self.retries)"
    case .refused(let reason, _): "\(reason) — check the token and its rights, then press r"
    case .stopped(let reason): "\(reason) — \(Self.startsAgain)"
    }
  }

  private static let retries = "r retries now"
  private static let startsAgain = "r starts again"

  private func detail(ofAttempt attempt: Int) -> String? {
    let reason = live.connection.trouble.map { ": \($0)" } ?? ""
    return attempt > 1 || !reason.isEmpty ? "attempt \(attempt)\(reason)" : nil
  }

  private var openNote: ConnectionNote {
    switch freshness {
    case .live, .disconnected:
      ConnectionNote(state: StyledText("\(glyphs.filledDot) LIVE", .connectionLive))
    case .quiet(let seconds):
      ConnectionNote(
        state: StyledText(
          "\(glyphs.halfDot) LAST DATA \(Durations.stopwatch(seconds))", .connectionConnecting))
    case .silent(let seconds):
      ConnectionNote(
        state: staleState(seconds),
        detail: "nothing received for \(Durations.stopwatch(seconds)); r reconnects")
    }
  }

  /// As bad as the alert about it, which may be raised later.
  private func staleState(_ seconds: Int64) -> StyledText {
    let severity = targets.severity(of: .stale, in: [.stale: Double(seconds)]) ?? .warning
    return StyledText(
      " \(severity.mark(glyphs)) STALE \(Durations.wait(seconds)) ",
      severity == .critical ? .connectionStale : .connectionRetrying, emphasis: .reverse)
  }

  private func orWait(until time: Timestamp?) -> String {
    time.map { " or wait " + Durations.coarse(Durations.countdown(to: $0, from: live.now)) } ?? ""
  }
}

/// Whether the board is up to date.
enum Freshness: Equatable {
  case live
  /// The stream is open, but two heartbeats have failed to come: what is shown is not called live any
  /// more, though it still counts.
  case quiet(seconds: Int64)
  /// The stream is open, but nothing was received for that many seconds.
  case silent(seconds: Int64)
  /// Events do not flow.
  case disconnected

  init(_ board: Board, staleAfter: Int64) {
    guard board.connection.isOpen else {
      self = .disconnected
      return
    }
    let age = board.age ?? 0
    guard board.isLive(staleAfter: staleAfter) else {
      self = .silent(seconds: age)
      return
    }
    // Nobody says how often a heartbeat comes; what is stale has missed three of them.
    self = age > staleAfter * 2 / 3 ? .quiet(seconds: age) : .live
  }

  /// Whether what is shown is how things stand, as far as anybody can tell.
  var isCurrent: Bool {
    switch self {
    case .live, .quiet: true
    case .silent, .disconnected: false
    }
  }
}
