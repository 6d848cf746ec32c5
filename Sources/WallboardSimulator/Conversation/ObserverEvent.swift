/// Something that happened on a call, as its observers receive it.
struct ObserverEvent: Sendable, Equatable {
  let name: ObserverEventName
  /// The event's own fields, without its `type`.
  let data: JSON

  init(_ name: ObserverEventName, _ data: JSON) {
    self.name = name
    self.data = data
  }

  /// The message as it is sent.
  var json: JSON {
    data.with("type", .string(name.rawValue))
  }

  /// The text of a field, empty when it has none.
  func text(_ key: String) -> String {
    guard case .string(let text)? = data[key] else { return "" }
    return text
  }
}

/// Every event of a call's observer socket (contract 1.5), by its wire name.
enum ObserverEventName: String, Sendable {
  case sessionInfo = "session_info"
  case sessionStart = "session_start"
  case sessionEnd = "session_end"
  case userTranscript = "user_transcript"
  case agentTranscript = "agent_transcript"
  case agentTranscriptDelta = "agent_transcript_delta"
  case bargeIn = "barge_in"
  case toolCallStarted = "tool_call_started"
  case toolCallCompleted = "tool_call_completed"
  case forwardCallResolved = "forward_call_resolved"
  case participantJoined = "participant_joined"
  case participantLeft = "participant_left"
  case speakerMuted = "speaker_muted"
  case emotion
  case compoundEmotion = "compound_emotion"
  case empathyClassified = "empathy_classified"
  case voiceContextApplied = "voice_context_applied"
  case latency
  case navTiming = "nav_timing"
  case stateTransition = "state_transition"
  case mediaAttached = "media_attached"
  case actorAllocated = "actor_allocated"
  case actorShutdown = "actor_shutdown"
}

extension ObserverEvent {
  /// The event as earlier versions of the platform sent it: a tool's fields by other names and
  /// without an id, a caller's line in part first.
  var inOldWords: [JSON] {
    switch name {
    case .toolCallStarted: [renamed(["input": "tool_input"])]
    case .toolCallCompleted: [renamed(["error_message": "error"])]
    case .userTranscript: [partial, data.with("is_final", true).with("type", type)]
    default: [json]
    }
  }

  private var type: JSON {
    .string(name.rawValue)
  }

  private var partial: JSON {
    let words = text("transcript").split(separator: " ")
    let half = words.prefix((words.count + 1) / 2).joined(separator: " ")
    return JSON.object(
      data.members.map { $0.key == "transcript" ? .init(key: $0.key, value: .string(half)) : $0 }
    )
    .with("is_final", false).with("type", type)
  }

  private func renamed(_ names: [String: String]) -> JSON {
    JSON.object(
      data.members.compactMap { member in
        guard member.key != "call_id", member.key != "parent_call_id" else { return nil }
        return .init(key: names[member.key] ?? member.key, value: member.value)
      }
    ).with("type", type)
  }
}
