/// One line of a call's story: what the caller said and what the agent answered, or one of both.
struct StoryTurn: Sendable {
  /// When in the call something happened, and how many events of the script had come by then.
  struct Moment: Sendable {
    let time: Int
    let number: Int
  }

  /// Of its first event.
  let moment: Moment
  private var fields: [String: JSON] = [:]
  private var tools: [Tool] = []
  private var transitions: [JSON] = []

  fileprivate struct Tool {
    let started: JSON
    var completed: JSON?
  }

  /// The fields of `Turn`, in the specification's order; of what the call does not know, null.
  ///
  /// The contract has no word about the times but their names. Here all of them are milliseconds;
  /// those of speech count from the start of the call.
  private static let keys = [
    "id", "trigger", "user_transcript", "agent_transcript", "agent_action", "interrupted",
    "filler_type", "speaker_id", "speaker_role", "emotion_label", "emotion_valence",
    "compound_emotions", "stt_confidence", "eot_confidence", "state", "tool_calls",
    "state_transitions", "inner_thoughts", "timestamp", "engine_ms", "user_speech_start_ms",
    "user_speech_end_ms", "agent_speech_start_ms", "agent_speech_end_ms", "audio_window_start_ms",
    "audio_window_end_ms", "nav_ms", "render_ms", "audio_ttfb_ms", "signal_kind", "signal_source",
    "state_before", "state_after", "primary_effect_kind", "tool_name", "tool_succeeded", "tool_ms",
    "modality", "empathy_tier", "decision_bearing",
  ]

  init(_ trigger: String, at moment: Moment, in state: String) {
    self.moment = moment
    fields = [
      "trigger": .string(trigger), "interrupted": false, "inner_thoughts": [], "modality": "voice",
      "state": .string(state), "state_before": .string(state), "state_after": .string(state),
    ]
  }

  subscript(key: String) -> JSON {
    get { fields[key] ?? .null }
    set { fields[key] = newValue }
  }

  func json(number: Int, _ clock: CallClock) -> JSON {
    var turn = self
    turn["id"] = .string("turn-\(number)")
    turn["timestamp"] = JSON(time: clock.time(of: moment))
    turn["tool_calls"] = .array(tools.compactMap(\.json))
    turn["state_transitions"] = .array(transitions)
    return .object(Self.keys.map { JSON.Member(key: $0, value: turn[$0]) })
  }

  mutating func move(by event: JSON) {
    let (from, to) = (event["previous_state"] ?? .null, event["next_state"] ?? .null)
    self["state_after"] = to
    transitions.append([
      "type": event["transition_type"] ?? .null, "previous_state": from, "next_state": to,
      "annotation": event["annotation"] ?? .null, "nav_ms": nil, "from_state": from, "to_state": to,
    ])
  }

  mutating func start(_ tool: JSON) {
    tools.append(Tool(started: tool))
  }

  /// Returns whether the tool ran in this turn.
  mutating func complete(_ tool: JSON) -> Bool {
    let id = tool["call_id"]
    guard let index = tools.lastIndex(where: { $0.started["call_id"] == id }) else { return false }
    tools[index].completed = tool
    // What runs within another tool takes none of the turn's own time.
    guard tools[index].isOutermost, case .integer(let time)? = tool["duration_ms"] else {
      return true
    }
    if case .integer(let others) = self["tool_ms"] {
      self["tool_ms"] = .integer(others + time)
    } else {
      self["tool_ms"] = .integer(time)
    }
    return true
  }
}

extension StoryTurn.Tool {
  var isOutermost: Bool {
    started["parent_call_id"] ?? .null == .null
  }

  /// Nothing while it runs.
  var json: JSON? {
    completed.map { completed in
      [
        "tool_name": started["tool_name"] ?? .null, "call_id": started["call_id"] ?? .null,
        "input": input, "output": completed["output"] ?? .null, "output_truncated": false,
        "output_original_length": nil, "output_truncated_to": nil,
        "duration_ms": completed["duration_ms"] ?? .null,
        "succeeded": completed["succeeded"] ?? .null,
        "error_message": completed["error_message"] ?? .null,
        "integration_name": started["integration_name"] ?? .null,
        "endpoint_name": started["endpoint_name"] ?? .null,
        "protocol": started["protocol"] ?? .null,
      ]
    }
  }

  /// An object: here a string, which the socket allows, has to stand in one.
  private var input: JSON {
    guard case .string(let text)? = started["input"] else { return started["input"] ?? .null }
    return ["text": .string(text)]
  }
}

extension CallClock {
  func time(of moment: StoryTurn.Moment) -> Int {
    time(of: moment.time, number: moment.number)
  }
}
