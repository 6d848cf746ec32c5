import DequeModule
import WallboardBoard
import WallboardEvents

/// The followed call, of several the one that has been followed longest.
struct ObservationDocument: Encodable {
  let callSID: CallSID
  /// `connecting`, `open`, `waiting`, `refused`, `not_found`, `stopped` or `ended`.
  let status: String
  let transcript: [UtteranceDocument]
  let toolCalls: [ToolCallDocument]
  /// Times that what was said meanwhile is missing.
  let gaps: Int

  enum CodingKeys: String, CodingKey {
    case status, transcript, gaps
    case callSID = "call_sid"
    case toolCalls = "tool_calls"
  }

  init(_ observation: Observation) {
    callSID = observation.callSID
    status = observation.phase.word
    gaps = observation.gaps
    let entries = observation.timeline.entries
    transcript = entries.compactMap { entry in
      guard case .utterance(let line) = entry.content else { return nil }
      return UtteranceDocument(line, at: entry.at)
    }
    toolCalls = entries.compactMap { entry in
      guard case .tool(let run) = entry.content else { return nil }
      return ToolCallDocument(run)
    }
  }
}

extension ObserverPhase {
  /// The word for it in a snapshot.
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

struct UtteranceDocument: Encodable {
  /// The speaker's role.
  let speaker: String
  @Nullable var text: Protected<Text>?
  /// The state of the conversation graph, where the line came with one.
  @Nullable var state: Text?
  let interrupted: Bool
  /// Whether the text is whole: neither growing, nor a guess, nor cut off.
  let final: Bool
  let at: Timestamp

  init(_ line: Utterance, at time: Timestamp) {
    speaker = line.speaker.role.word
    _text = Nullable(wrappedValue: line.text)
    let state = line.graphState.flatMap { $0.isEmpty ? nil : $0 }
    _state = Nullable(wrappedValue: state)
    interrupted = line.isInterrupted
    final = line.state == .final
    at = time
  }
}

struct ToolCallDocument: Encodable {
  @Nullable var callID: Text?
  @Nullable var toolName: Text?
  let status: String
  @Nullable var durationMilliseconds: Double?
  @Nullable var error: Protected<Text>?

  enum CodingKeys: String, CodingKey {
    case status, error
    case callID = "call_id"
    case toolName = "tool_name"
    case durationMilliseconds = "duration_ms"
  }

  init(_ run: ToolRun) {
    _toolName = Nullable(wrappedValue: run.name)
    status = run.status.word
    _callID = Nullable(wrappedValue: run.callID)
    _durationMilliseconds = Nullable(wrappedValue: run.durationMilliseconds)
    _error = Nullable(wrappedValue: run.failure)
  }
}

extension ToolRun.Status {
  /// The interface's word for it.
  fileprivate var word: String {
    switch self {
    // The interface promises three words. That a run began is the last that was heard of it;
    // nobody said that it failed.
    case .running, .unfinished: "running"
    case .succeeded: "succeeded"
    case .failed: "failed"
    }
  }
}
