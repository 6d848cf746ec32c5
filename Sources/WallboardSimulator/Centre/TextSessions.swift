/// A live conversation by text message, e-mail or web chat.
struct SimulatedTextSession: Sendable, Equatable {
  let id: String
  let service: SimulatedService
  let channelKind: String
  let entityID: String?
  let startedAt: Int
  var turns = 0
  var tool: Tool?

  /// A tool that has not answered yet.
  struct Tool: Sendable, Equatable {
    let name: String
    let callID: String
    let depth: Int
    let startedAt: Int
  }
}

extension ContactCentre {
  private static let textSessionAim = 8

  mutating func turnOverTextSessions() {
    let wanted = Self.textSessionAim + random.integer(in: -3...3)
    if textSessions.count < wanted { startTextSession() } else { endTextSession() }
  }

  private mutating func startTextSession() {
    let session = SimulatedTextSession(
      id: random.uuid(),
      service: random.element(of: services.filter { $0.channel == .text }),
      channelKind: random.element(of: Vocabulary.textChannels),
      entityID: random.chance(0.8) ? random.uuid() : nil,
      startedAt: nextTime)
    emit(
      .textStarted,
      [
        "session_id": .string(session.id),
        "service_id": .string(session.service.id),
        "channel_kind": .string(session.channelKind),
        "entity_id": JSON(session.entityID),
      ])
    textSessions.append(session)
  }

  private mutating func endTextSession() {
    guard let index = anyTextSession() else { return }
    let session = textSessions.remove(at: index)
    let seconds = quarterSeconds(since: session.startedAt)
    let completed = random.chance(0.8)
    emit(
      .textCompleted,
      [
        "session_id": .string(session.id),
        "duration_seconds": .number(seconds),
        "turn_count": .integer(session.turns),
        "completion_reason": completed ? "completed" : nil,
        "final_state": .string(random.element(of: Vocabulary.textStates)),
        "channel_kind": .string(session.channelKind),
      ])
    tally.countTextSession(seconds: seconds, turns: session.turns)
  }

  mutating func sendTextMessage() {
    guard let index = anyTextSession() else { return }
    textSessions[index].turns += 1
    emit(
      .textAgentMessage,
      [
        "conversation_id": .string(textSessions[index].id),
        "text": .string(random.element(of: Vocabulary.textMessages)),
        "delivery_id": random.chance(0.7) ? .string(random.uuid()) : nil,
      ])
  }

  /// A session's tool answers, or it starts one.
  mutating func useTextTool() {
    guard let index = anyTextSession() else { return }
    let session = JSON.string(textSessions[index].id)
    if let tool = textSessions[index].tool {
      textSessions[index].tool = nil
      emit(.textBackgroundResult, result(of: tool).with("conversation_id", session))
    } else {
      let tool = startTool()
      textSessions[index].tool = tool
      emit(.textToolStarted, payload(of: tool).with("conversation_id", session))
    }
  }

  private mutating func startTool() -> SimulatedTextSession.Tool {
    .init(
      name: random.element(of: Vocabulary.textTools),
      callID: "bg:" + random.hexadecimal(8),
      depth: random.chance(0.8) ? 0 : 1,
      startedAt: nextTime)
  }

  private mutating func result(of tool: SimulatedTextSession.Tool) -> JSON {
    let succeeded = random.chance(0.9)
    let result = succeeded ? random.element(of: Vocabulary.toolResults) : "timed out"
    return payload(of: tool)
      .with("succeeded", .boolean(succeeded))
      .with("result", .string(result))
      .with("duration_ms", .number(Double(nextTime - tool.startedAt)))
  }

  private func payload(of tool: SimulatedTextSession.Tool) -> JSON {
    [
      "tool_name": .string(tool.name), "call_id": .string(tool.callID),
      "depth": .integer(tool.depth),
    ]
  }

  private mutating func anyTextSession() -> Int? {
    textSessions.isEmpty ? nil : random.element(of: Array(textSessions.indices))
  }
}

extension SimulatedTextSession {
  /// What a client that missed nothing knows of it.
  var truth: JSON {
    [
      "session_id": .string(id),
      "service_id": .string(service.id),
      "channel_kind": .string(channelKind),
      "entity_id": JSON(entityID),
      "started_at": .integer(startedAt),
    ]
  }
}
