package import WallboardEvents

/// What happened in a time: the end of a shift, in numbers.
package struct ShiftReport: Sendable {
  package internal(set) var coverage: Coverage
  package internal(set) var calls: ShiftCalls
  package internal(set) var waits: ShiftWaits
  package internal(set) var incidents: ShiftIncidents
  package internal(set) var operators: ShiftOperators
  package internal(set) var failures: ShiftFailures
  package internal(set) var notes = ShiftNotes()
  /// How many events of each kind came, and what could not be understood.
  package internal(set) var counts: EventCounts
  /// The targets that numbers are held against.
  package let targets: Targets
}

/// Collects a report while a board is folded, from some moment on: it looks at each input once, when the
/// board has taken it, and at each second.
package struct ReportCollector: Sendable {
  private var report: ShiftReport
  /// The counts when it began.
  private let before: EventCounts
  private var events: Int

  /// A report that begins then.
  package init(from time: Timestamp, on board: Board, by settings: BoardSettings) {
    let coverage = Coverage(from: time, on: board, staleAfter: settings.staleAfter)
    let targets = settings.targets
    report = ShiftReport(
      coverage: coverage, calls: ShiftCalls(on: board),
      waits: ShiftWaits(on: board, target: targets[.longestWait]),
      incidents: ShiftIncidents(from: time),
      operators: ShiftOperators(from: time, on: board, coverage), failures: ShiftFailures(),
      counts: EventCounts(), targets: targets)
    before = board.counts
    events = board.counts.events
  }

  /// Notes what an input that came then has changed.
  package mutating func note(_ input: Input, on board: Board, at time: Timestamp) {
    // First of all, for the rest asks what was seen.
    report.coverage.note(board, at: time)
    switch input {
    case .received(let event):
      // One that came before changes nothing.
      guard board.counts.events > events else { return }
      events = board.counts.events
      note(event, on: board, at: time)
    case .read:
      report.waits.takeRead(on: board, at: time)
      report.operators.takeRead(on: board, at: time, report.coverage)
    case .readFailed(let source, _, _, _): report.failures.noteFailedRead(of: source)
    case .observed(let event):
      if board.observations.contains(event.callSID) { report.failures.note(event.event) }
    case .note(let note): report.notes.add(note)
    case .malformed, .heard, .connection, .clock, .readStarted, .past, .observedMalformed,
      .observer,
      .intent, .notice, .noteFailed, .notes, .following, .passed, .restored, .recording, .playback,
      .frame:
      break
    }
  }

  private mutating func note(_ event: ReceivedEvent, on board: Board, at time: Timestamp) {
    report.calls.note(event.event, on: board)
    report.failures.note(event.event)
    report.operators.note(event, on: board, at: time, report.coverage)
    if let callSID = event.event.touchedCall {
      report.waits.note(callSID, on: board, at: min(event.at, time))
    }
  }

  /// Looks at what a second has brought.
  package mutating func look(at board: Board) {
    report.calls.begin(on: board)
    report.incidents.look(at: board)
  }

  /// The report as it is when the time ends then.
  package func finished(on board: Board, at time: Timestamp) -> ShiftReport {
    var report = report
    report.coverage.finish(at: time)
    report.calls.finish(on: board)
    report.waits.finish(at: time, isSeen: report.coverage.isEndSeen)
    report.incidents.finish(on: board)
    report.operators.finish(at: time, report.coverage)
    report.counts = board.counts.since(before)
    return report
  }
}

extension WorkspaceEvent {
  /// The call whose wait it may begin or end.
  fileprivate var touchedCall: CallSID? {
    switch self {
    case .callStarted(let call): call.callSID
    case .callEnded(let call): call.callSID
    case .callEscalated(let call): call.callSID
    case .operatorJoinedCall(let join): join.callSID
    case .operatorModeChanged(let change): change.callSID
    case .operatorLeftCall(let leave): leave.callSID
    case .operatorWrapUp(let wrapUp): wrapUp.callSID
    // What others tell is about no call.
    case _: nil
    }
  }
}
