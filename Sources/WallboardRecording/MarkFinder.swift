import DequeModule
import WallboardBoard
import WallboardEvents

/// Finds what is worth going to while a recording is folded, and what became of it.
struct MarkFinder: Sendable {
  /// What was found since this was last emptied: new marks, and those that have changed.
  var found: [PlaybackMark] = []
  /// The marks of the callers who wait.
  private var waits: [CallSID: PlaybackMark] = [:]

  mutating func note(_ event: WorkspaceEvent, on board: Board, at time: Timestamp) {
    if case .callEscalated(let call) = event {
      beginWait(of: call.callSID, on: board, at: time)
    } else if event.isProblem {
      found.append(PlaybackMark(.problem, at: time))
    }
  }

  mutating func noteGap(on board: Board, at time: Timestamp) {
    var content: PlaybackMark.Content?
    if case .gap(let seconds)? = board.activity.entries.last?.content {
      content = .gap(seconds: seconds)
    }
    found.append(PlaybackMark(.gap, at: time, content))
  }

  mutating func noteBookmark(on board: Board, at time: Timestamp) {
    found.append(PlaybackMark(bookmarkAt: time, on: board))
  }

  /// Looks at what a second has brought: alerts, and waits that are over.
  mutating func look(at board: Board, alarms: [Alert]) {
    for alert in alarms { note(alert) }
    // The newest are last, and in most seconds none is over.
    var place = board.alerts.history.count - 1
    while place >= 0, board.alerts.history[place].resolvedAt == board.now {
      found.append(PlaybackMark(board.alerts.history[place]))
      place -= 1
    }
    for (callSID, mark) in waits { lookAtWait(mark, of: callSID, on: board) }
  }

  /// Notes how what lasts stands at the end of the recording.
  mutating func finish(on board: Board) {
    board.alerts.active.forEachRow { found.append(PlaybackMark($0)) }
    for mark in waits.values {
      guard case .wait(var wait) = mark.content else { continue }
      wait = board.calls[wait.callSID].map { wait.named($0, on: board) } ?? wait
      wait.end = .open
      wait.waited = wait.requestedAt.map { board.now.seconds(since: $0) }
      found.append(mark.with(wait))
    }
  }

  /// The alert of a caller whose wait is marked makes that mark worse, and is none of its own in the
  /// list.
  private mutating func note(_ alert: Alert) {
    var mark = PlaybackMark(alert)
    if alert.key.kind == .escalationWaiting, case .call(let callSID) = alert.key.subject,
      let wait = waits[callSID]
    {
      mark.isListed = false
      var worse = wait
      worse.severity = [wait.severity, alert.worstSeverity].compactMap(\.self).max()
      waits[callSID] = worse
      found.append(worse)
    }
    found.append(mark)
  }

  /// A call that asks for the same again waits on.
  private mutating func beginWait(of callSID: CallSID, on board: Board, at time: Timestamp) {
    // What is told again of a wait that is over, or of one that never was, begins none.
    guard let call = board.calls[callSID], let escalation = call.escalation, escalation.isWaiting
    else { return }
    if let known = waits[callSID] {
      guard case .wait(let wait) = known.content, wait.requestedAt != escalation.requestedAt else {
        return
      }
      end(known, wait, .unanswered, after: wait.requestedAt.map { time.seconds(since: $0) })
    }
    let wait = CallerWait(callSID, requestedAt: escalation.requestedAt).named(call, on: board)
    let mark = PlaybackMark(.escalation, at: time, .wait(wait))
    waits[callSID] = mark
    found.append(mark)
  }

  private mutating func lookAtWait(_ mark: PlaybackMark, of callSID: CallSID, on board: Board) {
    let isWaiting = board.calls.look(at: callSID) { $0.escalation?.isWaiting == true }
    guard isWaiting != true, case .wait(let wait) = mark.content else { return }
    let departed = isWaiting == nil ? board.departed[callSID] : nil
    let call = board.calls[callSID] ?? departed?.call
    let named = call.map { wait.named($0, on: board) } ?? wait
    if let escalation = call?.escalation, escalation.connectedAt != nil {
      return end(mark, named, .answered, after: escalation.waited(at: board.now))
    }
    let last = departed?.ending.endedAt ?? board.now
    end(
      mark, named, departed?.ending.gaveUp == true ? .gaveUp : .unanswered,
      after: wait.requestedAt.map { last.seconds(since: $0) })
  }

  private mutating func end(
    _ mark: PlaybackMark, _ wait: CallerWait, _ end: CallerWait.End, after seconds: Int64?
  ) {
    var wait = wait
    wait.end = end
    wait.waited = seconds
    waits[wait.callSID] = nil
    found.append(mark.with(wait))
  }
}

extension PlaybackMark {
  fileprivate func with(_ wait: CallerWait) -> PlaybackMark {
    var mark = self
    mark.content = .wait(wait)
    return mark
  }
}

extension CallerWait {
  /// The same with what the call is called, as far as it is known.
  fileprivate func named(_ call: Call, on board: Board) -> CallerWait {
    var wait = self
    wait.caller = call.callerID ?? caller
    wait.service = board.serviceName(of: call).map { BoundedString($0) } ?? service
    return wait
  }
}
