/// One call's whole story as `GET /calls/{call_id}` tells it (contract 3.4, `CallDetailResponse`).
///
/// What the AI thought, the transcript that was verified afterwards, and analyses are not read.
package struct CallStory: Equatable, Sendable {
  package var entityID: EntityID?
  package var callSID: CallSID?
  package var serviceID: ServiceID?
  package var agentName: BoundedString?
  package var callerID: Protected<PersonalIdentifier>?
  package var phoneNumber: Protected<PersonalIdentifier>?
  package var direction: OpenEnum<Direction>?
  package var status: OpenEnum<CallStatus>?
  package var error: Protected<BoundedString>?
  package var startedAt: Timestamp?
  package var endedAt: Timestamp?
  package var durationSeconds: Double?
  package var turns: [StoryTurn] = []
  /// Turns that were sent and are not here: those that could not be read, and those beyond
  /// ``Limits/storyTurns``.
  package var missingTurns = 0
  /// The steps of the AI, in order.
  package var statesVisited: [BoundedString] = []
  package var finalState: BoundedString?
  package var completionReason: OpenEnum<CompletionReason>?
  package var emotions: Protected<StoryEmotions>?
  package var transfer: StoryTransfer?
  package var participants: [StoryParticipant] = []
  package var hasRecording: Bool?
  package var escalation: StoryEscalation?
  package var safety: StorySafety?
  /// What operators said.
  package var humanSegments: [StorySegment] = []
  /// 0 to 1.
  package var qualityScore: Double?
  package var source: BoundedString?

  /// A story of which nothing is known.
  package init() {}

  /// Who called, or was called.
  package var person: Protected<PersonalIdentifier>? { callerID ?? phoneNumber }
}

extension CallStory: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    entityID = fields.identifier("id")
    callSID = fields.identifier("call_sid")
    serviceID = fields.identifier("service_id")
    agentName =
      value.author.isPlatform
      ? fields.optional("config", StoryConfiguration.self)?.agentName : fields.text("agent_name")
    callerID = fields.person("caller_id")
    phoneNumber = fields.person("phone_number")
    direction = fields.optionalWord("direction")
    status = fields.optionalWord("status")
    error = fields.spoken("error")
    startedAt = fields.moment("call_start_time")
    endedAt = fields.moment("call_end_time")
    durationSeconds = fields.optional("call_duration_seconds", in: StoryRange.seconds)
    (turns, missingTurns) = fields.list("turns")
    if !value.author.isPlatform { missingTurns += fields.missing("missing_turns") }
    let steps: (kept: [VisitedStep], missing: Int) = fields.list("states_visited")
    statesVisited = steps.kept.map(\.name)
    finalState = fields.text("final_state")
    completionReason = fields.optionalWord("completion_reason")
    emotions = fields.optional("emotional_summary")
    transfer = fields.optional("forwarding")
    participants = fields.list("participants").kept
    hasRecording = fields.optional("has_recording")
    escalation = fields.optional("escalation")
    safety = fields.optional("safety")
    humanSegments = fields.list("human_segments").kept
    qualityScore = fields.optional("quality_score", in: StoryRange.share)
    source = fields.text("source")
    value.collect(fields)
  }
}

/// The `ConversationConfig` of a call.
private struct StoryConfiguration: FieldReadable {
  let agentName: BoundedString?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    agentName = fields.text("agent_name")
    value.collect(fields)
  }
}

/// An entry of `states_visited`.
private struct VisitedStep: ListedElement {
  static let most = Limits.storySteps

  let name: BoundedString

  init(_ value: inout ValueReader) throws(FieldFault) { name = try BoundedString(&value) }
}

extension CallStory: Encodable {
  private enum CodingKeys: String, CodingKey {
    case entityID = "id"
    case callSID = "call_sid"
    case serviceID = "service_id"
    case agentName = "agent_name"
    case callerID = "caller_id"
    case phoneNumber = "phone_number"
    case direction
    case status
    case error
    case startedAt = "call_start_time"
    case endedAt = "call_end_time"
    case durationSeconds = "call_duration_seconds"
    case turns
    case missingTurns = "missing_turns"
    case statesVisited = "states_visited"
    case finalState = "final_state"
    case completionReason = "completion_reason"
    case emotions = "emotional_summary"
    case transfer = "forwarding"
    case participants
    case hasRecording = "has_recording"
    case escalation
    case safety
    case humanSegments = "human_segments"
    case qualityScore = "quality_score"
    case source
  }
}
