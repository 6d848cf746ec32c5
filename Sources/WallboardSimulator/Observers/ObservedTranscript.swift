/// A call's transcript as an observer of the whole call ought to see it: the simulator's own reading
/// of the contract's rules (1.5).
struct ObservedTranscript: Sendable {
  /// The oldest entries go first.
  static let limit = 20_000

  private var entries: [Entry] = []
  private var forgotten = 0
  /// The entry of the agent's line whose fragments come in, counted with those forgotten.
  private var openLine: Int?
  private var hasEnded = false

  private enum Entry {
    case line(Line)
    case tool(Tool)
  }

  private struct Line {
    let speaker: String
    var text: String
    var isInterrupted = false
    var filler: JSON = nil
    var isFinal = true
  }

  private struct Tool {
    let name: String
    let id: String
    let parent: JSON
    var status = "running"
    var error: JSON = nil
  }

  mutating func take(_ event: ObserverEvent) {
    switch event.name {
    case .userTranscript:
      add(.line(Line(speaker: event.text("speaker_role"), text: event.text("transcript"))))
    case .agentTranscriptDelta: extend(by: event.text("delta"))
    case .agentTranscript: finishLine(event)
    case .toolCallStarted:
      let parent = event.data["parent_call_id"] ?? .null
      let name = event.text("tool_name")
      add(.tool(Tool(name: name, id: event.text("call_id"), parent: parent)))
    case .toolCallCompleted: complete(event)
    case .sessionEnd: hasEnded = true
    default: break
    }
  }

  var json: JSON {
    [
      "entries": .array(entries.map(Self.json)), "forgotten": .integer(forgotten),
      "ended": .boolean(hasEnded),
    ]
  }

  private mutating func add(_ entry: Entry) {
    entries.append(entry)
    guard entries.count > Self.limit else { return }
    let surplus = entries.count - Self.limit + Self.limit / 10
    entries.removeFirst(surplus)
    forgotten += surplus
  }

  private mutating func extend(by delta: String) {
    guard let index = openIndex, case .line(var line) = entries[index] else {
      add(.line(Line(speaker: "agent", text: delta, isFinal: false)))
      openLine = forgotten + entries.count - 1
      return
    }
    line.text += delta
    entries[index] = .line(line)
  }

  private mutating func finishLine(_ event: ObserverEvent) {
    let line = Line(
      speaker: event.text("speaker_role"), text: event.text("transcript"),
      isInterrupted: event.data["interrupted"] == true,
      filler: event.data["filler_type"] ?? .null)
    guard let index = openIndex else { return add(.line(line)) }
    entries[index] = .line(line)
    openLine = nil
  }

  private var openIndex: Int? {
    openLine.flatMap { $0 >= forgotten ? $0 - forgotten : nil }
  }

  private mutating func complete(_ event: ObserverEvent) {
    let index = entries.lastIndex {
      if case .tool(let tool) = $0 { tool.id == event.text("call_id") } else { false }
    }
    guard let index, case .tool(var tool) = entries[index] else { return }
    tool.status = event.data["succeeded"] == false ? "failed" : "succeeded"
    tool.error = event.data["error_message"] ?? .null
    entries[index] = .tool(tool)
  }

  private static func json(_ entry: Entry) -> JSON {
    switch entry {
    case .line(let line):
      [
        "kind": "line", "speaker": .string(line.speaker), "text": .string(line.text),
        "interrupted": .boolean(line.isInterrupted), "filler_type": line.filler,
        "final": .boolean(line.isFinal),
      ]
    case .tool(let tool):
      [
        "kind": "tool", "tool_name": .string(tool.name), "call_id": .string(tool.id),
        "parent_call_id": tool.parent, "status": .string(tool.status),
        "error_message": tool.error,
      ]
    }
  }
}
