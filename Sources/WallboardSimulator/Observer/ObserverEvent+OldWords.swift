extension ObserverEvent {
  /// The event as earlier versions of the platform told it: a tool's fields by other names and
  /// without an id, a caller's line first in part.
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
