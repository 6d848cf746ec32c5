import WallboardBoard
import WallboardEvents
import WallboardViews

/// The state of the connection in sentences, once for each change: whether what is told can be
/// trusted.
struct PlainConnection {
  private let staleAfter: Int64
  private var told: String?
  private var lostAt: Timestamp?
  private var wasOpen = false
  private var gaps = 0
  private var isSilent = false

  /// `staleAfter` is in seconds of silence.
  init(staleAfter: Int64) {
    self.staleAfter = staleAfter
  }

  /// The sentence for a change, unless it was said.
  mutating func sentence(_ change: ConnectionChange, _ board: Board) -> String? {
    switch change.phase {
    case .connecting: return nil
    case .unanswered:
      return lost(
        "there are no live updates, only what is loaded now and then; "
          + ProxyAdvice.buffering, at: change.at)
    case .open: return opened(at: change.at, board)
    case .waiting(_, _, let reason): return lost("\(reason)", at: change.at)
    case .refused(let reason, _): return lost("refused: \(reason)", at: change.at)
    case .stopped(let reason): return lost("stopped: \(reason)", at: change.at)
    }
  }

  func sentence(_ change: ClockChange) -> String? {
    guard change.isNews else { return nil }
    let consequence =
      switch change.standing {
      case .right: ""
      case .wrong: "; all times follow the platform's"
      case .disputed: "; waits may be wrong"
      }
    return change.standing.words(PlainWords.length).capitalizedFirst + consequence + "."
  }

  /// That nothing is heard any more, or again.
  mutating func silence(_ board: Board) -> String? {
    guard board.connection.isOpen, let heard = board.connection.lastHeardAt else { return nil }
    let age = board.now.seconds(since: heard)
    guard isSilent != (age > staleAfter) else { return nil }
    isSilent.toggle()
    guard isSilent else { return "Live updates are back." }
    return "Nothing received for \(PlainWords.length(age)): what was said may be out of date."
  }

  private mutating func opened(at time: Timestamp, _ board: Board) -> String {
    defer {
      wasOpen = true
      (told, lostAt, isSilent) = (nil, nil, false)
      gaps = board.connection.gaps
    }
    guard wasOpen else { return "Connected: live updates are on." }
    let outage = lostAt.map { " after \(PlainWords.length(time.seconds(since: $0)))" } ?? ""
    return "Connected again\(outage)"
      + (board.connection.gaps > gaps ? "; what happened in between was missed." : ".")
  }

  private mutating func lost(_ reason: String, at time: Timestamp) -> String? {
    lostAt = lostAt ?? time
    guard told != reason else { return nil }
    defer { told = reason }
    return told == nil && wasOpen ? "Connection lost: \(reason)." : "Not connected: \(reason)."
  }
}

/// The numbers of the board in one sentence: as soon as they are known, then whenever they have
/// changed.
struct PlainSummary {
  /// The shortest time between two, in milliseconds.
  static let pause: Int64 = 60_000

  private struct Counts: Equatable {
    var live = 0
    var waiting = 0
    var longestWait: Int64?
    var online = 0
    var busy = 0
    var alerts = 0
  }

  private let staleAfter: Int64
  private var told: Counts?
  private var toldAt: Timestamp?

  /// `staleAfter` is in seconds of silence. A stale board, or one that waits for its first reads,
  /// has no summary.
  init(staleAfter: Int64) {
    self.staleAfter = staleAfter
  }

  /// The summary, if it is due and has changed. Only rows that pass the filter are counted.
  mutating func sentence(_ board: Board, where passes: (RowID) -> Bool) -> String? {
    guard isDue(at: board) else { return nil }
    toldAt = board.now
    let counts = Self.counts(board, where: passes)
    guard counts != told else { return nil }
    told = counts
    return Self.text(counts)
  }

  private func isDue(at board: Board) -> Bool {
    guard board.isCurrent(staleAfter: staleAfter) else { return false }
    guard let toldAt else { return true }
    return !(0..<Self.pause).contains(board.now.milliseconds(since: toldAt))
  }

  private static func counts(_ board: Board, where passes: (RowID) -> Bool) -> Counts {
    var counts = Counts()
    for call in board.calls.values where passes(.call(call.callSID)) {
      counts.live += 1
      guard let escalation = call.escalation, escalation.isWaiting else { continue }
      counts.waiting += 1
      guard let wait = escalation.waited(at: board.now) else { continue }
      counts.longestWait = max(counts.longestWait ?? 0, wait)
    }
    for person in board.operators.values where passes(.operator(person.operatorID)) {
      if person.status == .online { counts.online += 1 }
      if person.status == .busy { counts.busy += 1 }
    }
    counts.alerts = board.alerts.active.values.count { passes(.alert($0.number)) }
    return counts
  }

  private static func text(_ counts: Counts) -> String {
    let longest = counts.longestWait.map { ", the longest for \(PlainWords.length($0))" } ?? ""
    return "\(counts.live.counted("call")) live, \(counts.waiting) waiting for an operator"
      + "\(longest); operators: \(counts.online) available, \(counts.busy) busy; "
      + "\(counts.alerts.counted("alert"))."
  }
}

/// Alerts in sentences: raised, critical, over.
struct PlainAlerts {
  private var told: [UInt64: Severity] = [:]
  private var second: Int64?
  private var raised = 0

  /// Once a second, and as soon as one is raised: before a summary counts it.
  mutating func sentences(_ board: Board, _ words: AlertWords) -> [PlainEvents.Told] {
    guard second != board.now.seconds || raised != board.alerts.raisedCount else { return [] }
    (second, raised) = (board.now.seconds, board.alerts.raisedCount)
    var sentences: [PlainEvents.Told] = []
    var lasting: Set<UInt64> = []
    // Silence is told by the connection.
    for alert in board.alerts.active.values where alert.key.kind != .streamStale {
      lasting.insert(alert.number)
      guard told[alert.number].map({ $0 < alert.severity }) ?? true else { continue }
      told[alert.number] = alert.severity
      sentences.append(.init(.alert, .alert(alert.number), words.sentence(alert) + "."))
    }
    for number in told.keys.sorted() where !lasting.contains(number) {
      guard let alert = board.alerts.alert(number), let resolvedAt = alert.resolvedAt else {
        told[number] = nil
        continue
      }
      // An alert that flaps is one incident, which is over once it stays away.
      let gone = board.now.milliseconds(since: resolvedAt)
      guard !(0..<Incidents.flappingTime).contains(gone) else { continue }
      told[number] = nil
      sentences.append(.init(.resolution, .alert(number), words.sentence(alert) + "."))
    }
    return sentences
  }
}

/// Which calls were live before a read, and which of them waited.
struct PlainStanding {
  struct Changes {
    var waiting: [Call] = []
    var found: [Call] = []
    var gone: [Call] = []
  }

  private let calls: Table<CallSID, Call>
  /// The first read finds many calls, which only the summary tells.
  private let knowsCalls: Bool

  init(_ board: Board) {
    calls = board.calls
    knowsCalls = board.reads[.calls]?.succeededAt != nil
  }

  func changes(to board: Board) -> Changes {
    var changes = Changes()
    for call in board.calls.values {
      let known = calls[call.callSID]
      if isWaiting(call), known.map(isWaiting) != true {
        changes.waiting.append(call)
      } else if known == nil, knowsCalls {
        changes.found.append(call)
      }
    }
    changes.gone = calls.values.filter { board.calls[$0.callSID] == nil }
    return changes
  }

  /// Whether an escalation says that the caller waits. A bare flag of another read may stand for
  /// one that an operator has taken.
  private func isWaiting(_ call: Call) -> Bool {
    call.escalation.map { $0.isWaiting && $0.escalationID != nil } ?? false
  }
}
