import WallboardSimulator

/// A turn of a call, as a story tells it or as an observer of the call can put it together.
struct ToldTurn: Equatable {
  var user: String?
  var agent: String?
  var filler: String?
  var isInterrupted = false
  var role: String?
  var emotion: String?
  /// Of engine, navigation, rendering and audio.
  var stages: [Double?] = [nil, nil, nil, nil]
  var tools: [Tool] = []
  var states: [String] = []

  private static let stageKeys = ["engine_ms", "nav_ms", "render_ms", "audio_ttfb_ms"]

  struct Tool: Equatable {
    var id: String
    var input: JSON?
    var output: String?
    var milliseconds: Double?
    var hasSucceeded: Bool?
    var error: String?
  }

  /// The turns of a story.
  static func told(by story: JSON) -> [ToldTurn] {
    (story["turns"]?.elements ?? []).map { turn in
      ToldTurn(
        user: turn["user_transcript"]?.string, agent: turn["agent_transcript"]?.string,
        filler: turn["filler_type"]?.string, isInterrupted: turn["interrupted"] == true,
        role: turn["speaker_role"]?.string, emotion: turn["emotion_label"]?.string,
        stages: stageKeys.map { turn[$0]?.double },
        tools: (turn["tool_calls"]?.elements ?? []).map { tool in
          Tool(
            id: tool.text(at: "call_id"), input: tool["input"] ?? .null,
            output: tool["output"]?.string, milliseconds: tool["duration_ms"]?.double,
            hasSucceeded: tool["succeeded"] == true, error: tool["error_message"]?.string)
        },
        states: (turn["state_transitions"]?.elements ?? []).map { $0.text(at: "next_state") })
    }
  }

  /// The turns of a call by what an observer was sent: what somebody said begins one; what the
  /// agent does, and says, belongs to it until the agent has said a line.
  static func observed(in events: [JSON]) -> [ToldTurn] {
    var turns: [ToldTurn] = []
    func open() {
      if turns.last.map({ $0.agent != nil }) ?? true { turns.append(ToldTurn()) }
    }
    for event in events {
      switch event.type {
      case "user_transcript":
        turns.append(
          ToldTurn(user: event["transcript"]?.string, role: event["speaker_role"]?.string))
      case "latency":
        open()
        turns[turns.count - 1].stages = stageKeys.map { event[$0]?.double }
      case "agent_transcript":
        if event.text(at: "speaker_role") == "operator" { turns.append(ToldTurn()) } else { open() }
        turns[turns.count - 1].add(line: event)
      case "tool_call_started":
        open()
        turns[turns.count - 1].tools.append(
          Tool(id: event.text(at: "call_id"), input: asObject(event["input"])))
      case "tool_call_completed": for index in turns.indices { turns[index].finish(event) }
      case "state_transition" where !turns.isEmpty:
        turns[turns.count - 1].states.append(event.text(at: "next_state"))
      case "emotion" where !turns.isEmpty:
        turns[turns.count - 1].emotion = event["segment_dominant"]?.string
      default: break
      }
    }
    return turns
  }

  /// Everything that was said, in order.
  static func lines(of turns: [ToldTurn]) -> [String] {
    turns.flatMap { [$0.user, $0.agent].compactMap(\.self) }
  }

  private mutating func add(line event: JSON) {
    agent = event["transcript"]?.string
    filler = event["filler_type"]?.string
    isInterrupted = event["interrupted"] == true
    role = role ?? event["speaker_role"]?.string
  }

  private mutating func finish(_ event: JSON) {
    guard let index = tools.firstIndex(where: { $0.id == event.text(at: "call_id") }) else {
      return
    }
    tools[index].output = event["output"]?.string
    tools[index].milliseconds = event["duration_ms"]?.double
    tools[index].hasSucceeded = event["succeeded"] == true
    tools[index].error = event["error_message"]?.string
  }

  /// A story has room for an object alone.
  private static func asObject(_ input: JSON?) -> JSON? {
    if case .string(let text)? = input {
      .object([.init(key: "text", value: .string(text))])
    } else {
      input
    }
  }
}
