/// What somebody knows who was told a conversation up to here.
struct Told: Sendable {
  private(set) var state = ""
  /// The agent's line as far as its fragments have come.
  private(set) var openLine = ""
  /// How often the caller has spoken.
  private(set) var turns = 0
  /// The tools that run, the oldest first.
  private(set) var runningTools: [(name: String, id: String)] = []

  mutating func take(_ event: ObserverEvent) {
    switch event.name {
    case .sessionStart: state = event.text("initial_state")
    case .stateTransition: state = event.text("next_state")
    case .userTranscript where event.text("speaker_role") == Cast.Role.caller.rawValue: turns += 1
    case .agentTranscriptDelta: openLine += event.text("delta")
    case .agentTranscript: openLine = ""
    case .toolCallStarted: runningTools.append((event.text("tool_name"), event.text("call_id")))
    case .toolCallCompleted: runningTools.removeAll { $0.id == event.text("call_id") }
    default: break
    }
  }
}

extension ObserverEvent {
  /// The text of a field, empty when it has none.
  func text(_ key: String) -> String {
    guard case .string(let text)? = data[key] else { return "" }
    return text
  }
}
