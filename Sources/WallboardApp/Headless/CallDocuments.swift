import DequeModule
import WallboardBoard
import WallboardEvents

struct CallDocument: JSONWritable {
  private let call: Call
  private let serviceName: BoundedString?

  init(_ call: Call, in board: Board) {
    self.call = call
    serviceName = call.serviceName ?? call.serviceID.flatMap { board.services[$0] }
  }

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("call_sid", call.callSID)
      try members.member("caller_id", call.callerID)
      try members.member("direction", call.direction)
      try members.member("escalation", call.escalation.map(EscalationDocument.init))
      try members.array("operators") { operators in
        for participant in call.operators {
          try operators.element(CallOperatorDocument(participant: participant))
        }
      }
      try members.member("origin", call.origin.rawValue)
      try members.member("service_id", call.serviceID)
      try members.member("service_name", serviceName)
      try members.member("started_at", call.startedAt)
      try members.member("wrap_up_reason", call.wrapUpReason)
    }
  }
}

private struct EscalationDocument: JSONWritable {
  let escalation: Escalation

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("connected_at", escalation.connectedAt)
      try members.member("escalation_id", escalation.escalationID)
      try members.member("reason", escalation.reason)
      try members.member("requested_at", escalation.requestedAt)
      try members.member("status", escalation.status)
      try members.member("trigger", escalation.trigger)
    }
  }
}

private struct CallOperatorDocument: JSONWritable {
  let participant: CallOperator

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("joined_at", participant.joinedAt)
      try members.member("mode", participant.mode)
      try members.member("operator_id", participant.operatorID)
    }
  }
}

struct EndedCallsDocument: JSONWritable {
  private let ended: EndedCalls

  init(_ ended: EndedCalls) {
    self.ended = ended
  }

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("by_completion_reason", ended.byCompletionReason.counts)
      try members.member("count", ended.count)
      try members.member("duration_seconds_sum", ended.durationSum)
      try members.member("escalated", ended.escalated)
      try members.array("recent") { recent in
        for call in ended.recent.suffix(Limits.recentCalls) {
          try recent.element { members in
            try members.member("call_sid", call.callSID)
            try members.member("completion_reason", call.completionReason)
            try members.member("direction", call.direction)
            try members.member("duration_seconds", call.duration)
            try members.member("ended_at", call.endedAt)
            try members.member("escalated", call.escalated)
          }
        }
      }
    }
  }
}

/// The followed call; of several, the one followed longest.
struct ObservationDocument: JSONWritable {
  private let observation: Observation

  init(_ observation: Observation) {
    self.observation = observation
  }

  func write(to text: inout JSONText) throws {
    let entries = observation.timeline.entries
    try text.object { members in
      try members.member("call_sid", observation.callSID)
      // How often something said was missed.
      try members.member("gaps", observation.gaps)
      try members.member("status", observation.phase.word)
      try members.array("tool_calls") { runs in
        for case .tool(let run) in entries.lazy.map(\.content) {
          try runs.element(ToolCallDocument(run: run))
        }
      }
      try members.array("transcript") { lines in
        for entry in entries {
          guard case .utterance(let line) = entry.content else { continue }
          try lines.element(UtteranceDocument(line: line, at: entry.at))
        }
      }
    }
  }
}

extension ObserverPhase {
  /// The interface's word for it.
  fileprivate var word: String {
    switch self {
    case .connecting: "connecting"
    case .open: "open"
    case .waiting: "waiting"
    case .refused: "refused"
    case .notFound: "not_found"
    case .stopped: "stopped"
    case .ended: "ended"
    }
  }
}

private struct UtteranceDocument: JSONWritable {
  let line: Utterance
  let at: Timestamp

  func write(to text: inout JSONText) throws {
    let state = line.graphState.flatMap { $0.isEmpty ? nil : $0 }
    try text.object { members in
      try members.member("at", at)
      // Whether the text is complete: neither growing, nor a guess, nor cut off.
      try members.member("final", line.state == .final)
      try members.member("interrupted", line.isInterrupted)
      try members.member("speaker", line.speaker.role.word)
      // Of the conversation graph, if the line came with one.
      try members.member("state", state)
      try members.member("text", line.text)
    }
  }
}

private struct ToolCallDocument: JSONWritable {
  let run: ToolRun

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("call_id", run.callID)
      try members.member("duration_ms", run.durationMilliseconds)
      try members.member("error", run.failure)
      try members.member("status", run.status.word)
      try members.member("tool_name", run.name)
    }
  }
}

extension ToolRun.Status {
  /// The interface's word for it.
  fileprivate var word: String {
    switch self {
    // The interface has three words. The last heard of an unfinished run is that it began, not that
    // it failed.
    case .running, .unfinished: "running"
    case .succeeded: "succeeded"
    case .failed: "failed"
    }
  }
}
