import WallboardBoard
import WallboardEvents
import WallboardViews

/// How a run without a screen ended.
package enum HeadlessEnd: Equatable, Sendable {
  case done
  /// The credential was refused.
  case refused(String)
  case failed(String)
  /// The check does not hold, which was printed.
  case unmet
  /// Whether the check holds is unknown, which was printed.
  case unknown

  /// The interface's exit status.
  package var status: Int32 {
    switch self {
    case .done: 0
    case .failed: 1
    case .refused: 2
    case .unmet: 1
    case .unknown: 3
    }
  }
}

extension Input {
  /// A line for standard error about connection and reads; `nil` for an end, which the program
  /// reports with its exit status.
  var notice: String? {
    switch self {
    case .connection(let change): change.headlessEnd == nil ? change.sentence : nil
    case .clock(let change): change.isNews ? change.sentence : nil
    case .readFailed(let source, let reason, _, _):
      "Could not load the \(source.things): \(reason)"
    case .observer(let change): change.headlessEnd == nil ? change.sentence : nil
    case .received, .malformed, .heard, .readStarted, .read, .past, .observed, .observedMalformed,
      .intent, .notice, .note, .noteFailed, .notes, .following, .restored, .playback, .recording,
      .passed, .frame:
      nil
    }
  }

  /// The end of a headless run, if the input means one.
  var headlessEnd: HeadlessEnd? {
    switch self {
    case .connection(let change): change.headlessEnd
    case .observer(let change): change.headlessEnd
    case .received, .malformed, .heard, .clock, .readStarted, .read, .readFailed, .past, .observed,
      .observedMalformed, .intent, .notice, .note, .noteFailed, .notes, .following, .restored,
      .playback, .recording, .passed,
      .frame:
      nil
    }
  }
}

extension ConnectionChange {
  fileprivate var headlessEnd: HeadlessEnd? {
    switch phase {
    case .refused: .refused(sentence)
    case .stopped: .failed(sentence)
    case .connecting, .unanswered, .open, .waiting: nil
    }
  }

  /// The change as a line for standard error.
  var sentence: String {
    switch phase {
    case .connecting(let attempt): attempt > 1 ? "Connecting (attempt \(attempt))" : "Connecting"
    case .unanswered: "Connected, but without live updates: \(ProxyAdvice.buffering)"
    case .open: "Connected: live updates are on"
    case .waiting(let until, _, let reason):
      "\(reason); trying again \(until.dueIn(since: at))"
    case .refused(let reason, _): "Refused: \(reason)"
    case .stopped(let reason): "Stopped: \(reason)"
    }
  }
}

extension ClockChange {
  /// The change as a line for standard error and for the log.
  var sentence: String { standing.words() }
}

extension ObserverChange {
  fileprivate var headlessEnd: HeadlessEnd? {
    switch phase {
    case .refused: .refused(sentence)
    case .notFound, .stopped: .failed(sentence)
    case .ended: .done
    case .connecting, .open, .waiting: nil
    }
  }

  /// The change as a line for standard error.
  var sentence: String {
    switch phase {
    case .connecting(let attempt):
      "Call \(callSID.short): connecting" + (attempt > 1 ? " (attempt \(attempt))" : "")
    case .open: "Call \(callSID.short): following"
    case .waiting(let until, _, let reason):
      "Call \(callSID.short): \(reason); trying again \(until.dueIn(since: at))"
    case .refused(let reason): "Call \(callSID.short): refused: \(reason)"
    case .notFound(let reason): "No such call: \(callSID.short): \(reason)"
    case .stopped(let reason): "Call \(callSID.short): stopped: \(reason)"
    case .ended: "Call \(callSID.short): ended"
    }
  }
}

extension Timestamp {
  fileprivate func dueIn(since time: Timestamp) -> String {
    let seconds = seconds(since: time)
    return seconds < 1 ? "now" : "in \(seconds) s"
  }
}
