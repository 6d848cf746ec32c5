/// One turn of a story: what the caller said, and what the AI did and said then (contract 3.4, `Turn`).
package struct StoryTurn: Equatable, Sendable {
  package var id: BoundedString?
  package var trigger: BoundedString?
  package var userTranscript: Protected<BoundedString>?
  package var agentTranscript: Protected<BoundedString>?
  package var agentAction: Protected<BoundedString>?
  package var interrupted: Bool?
  package var fillerType: OpenEnum<FillerType>?
  package var speakerID: Protected<PersonalIdentifier>?
  package var speakerRole: OpenEnum<ParticipantRole>?
  package var emotionLabel: BoundedString?
  /// -1 to 1.
  package var emotionValence: Double?
  /// 0 to 1.
  package var sttConfidence: Double?
  /// The step of the AI.
  package var state: BoundedString?
  package var tools: [StoryTool] = []
  package var transitions: [StoryTransition] = []
  /// Tools and steps that could not be read, or are beyond ``Limits/turnParts``.
  package var missingParts = 0
  package var at: Timestamp?
  package var times = TurnTimes()

  /// A turn of which nothing is known.
  package init() {}
}

extension StoryTurn: ListedElement {
  static let most = Limits.storyTurns

  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    id = fields.text("id")
    trigger = fields.text("trigger")
    userTranscript = fields.spoken("user_transcript")
    agentTranscript = fields.spoken("agent_transcript")
    agentAction = fields.spoken("agent_action")
    interrupted = fields.optional("interrupted")
    fillerType = fields.optionalWord("filler_type")
    speakerID = fields.person("speaker_id")
    speakerRole = fields.optionalWord("speaker_role")
    emotionLabel = fields.text("emotion_label")
    emotionValence = fields.optional("emotion_valence", in: StoryRange.valence)
    sttConfidence = fields.optional("stt_confidence", in: StoryRange.share)
    state = fields.text("state")
    let toolList: (kept: [StoryTool], missing: Int) = fields.list("tool_calls")
    let stepList: (kept: [StoryTransition], missing: Int) = fields.list("state_transitions")
    tools = toolList.kept
    transitions = stepList.kept
    missingParts = toolList.missing + stepList.missing
    if !value.author.isPlatform { missingParts += fields.missing("missing_parts") }
    at = fields.moment("timestamp")
    times = TurnTimes(&fields)
    value.collect(fields)
  }
}

extension StoryTurn: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case trigger
    case userTranscript = "user_transcript"
    case agentTranscript = "agent_transcript"
    case agentAction = "agent_action"
    case interrupted
    case fillerType = "filler_type"
    case speakerID = "speaker_id"
    case speakerRole = "speaker_role"
    case emotionLabel = "emotion_label"
    case emotionValence = "emotion_valence"
    case sttConfidence = "stt_confidence"
    case state
    case tools = "tool_calls"
    case transitions = "state_transitions"
    case missingParts = "missing_parts"
    case at = "timestamp"
  }

  /// The times stand among the other fields, as the platform has them.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encodeIfPresent(id, forKey: .id)
    try fields.encodeIfPresent(trigger, forKey: .trigger)
    try fields.encodeIfPresent(userTranscript, forKey: .userTranscript)
    try fields.encodeIfPresent(agentTranscript, forKey: .agentTranscript)
    try fields.encodeIfPresent(agentAction, forKey: .agentAction)
    try fields.encodeIfPresent(interrupted, forKey: .interrupted)
    try fields.encodeIfPresent(fillerType, forKey: .fillerType)
    try fields.encodeIfPresent(speakerID, forKey: .speakerID)
    try fields.encodeIfPresent(speakerRole, forKey: .speakerRole)
    try fields.encodeIfPresent(emotionLabel, forKey: .emotionLabel)
    try fields.encodeIfPresent(emotionValence, forKey: .emotionValence)
    try fields.encodeIfPresent(sttConfidence, forKey: .sttConfidence)
    try fields.encodeIfPresent(state, forKey: .state)
    try fields.encode(tools, forKey: .tools)
    try fields.encode(transitions, forKey: .transitions)
    try fields.encode(missingParts, forKey: .missingParts)
    try fields.encodeIfPresent(at, forKey: .at)
    try times.encode(to: encoder)
  }
}

/// When a turn's speech was, and how long its stages took, in milliseconds. What the platform does not
/// say is `nil`, and is guessed from nothing else.
package struct TurnTimes: Equatable, Sendable {
  /// From the start of the call, as the next three.
  package var callerStart: Double?
  package var callerEnd: Double?
  package var agentStart: Double?
  package var agentEnd: Double?
  package var engine: Double?
  package var navigation: Double?
  package var rendering: Double?
  /// Until the first of the audio came.
  package var firstAudio: Double?
  /// Of the turn's own tool.
  package var tool: Double?

  /// Times that are not known.
  package init() {}

  /// From the end of what the caller said to the beginning of what the AI said.
  package var answer: Double? { Self.span(callerEnd, agentStart) }
  package var callerSpeech: Double? { Self.span(callerStart, callerEnd) }
  package var agentSpeech: Double? { Self.span(agentStart, agentEnd) }

  private static func span(_ start: Double?, _ end: Double?) -> Double? {
    guard let start, let end, start <= end else { return nil }
    return end - start
  }
}

extension TurnTimes: Encodable {
  private enum CodingKeys: String, CodingKey {
    case callerStart = "user_speech_start_ms"
    case callerEnd = "user_speech_end_ms"
    case agentStart = "agent_speech_start_ms"
    case agentEnd = "agent_speech_end_ms"
    case engine = "engine_ms"
    case navigation = "nav_ms"
    case rendering = "render_ms"
    case firstAudio = "audio_ttfb_ms"
    case tool = "tool_ms"
  }

  fileprivate init(_ fields: inout FieldReader) {
    let range = StoryRange.milliseconds
    callerStart = fields.optional("user_speech_start_ms", in: range)
    callerEnd = fields.optional("user_speech_end_ms", in: range)
    agentStart = fields.optional("agent_speech_start_ms", in: range)
    agentEnd = fields.optional("agent_speech_end_ms", in: range)
    engine = fields.optional("engine_ms", in: range)
    navigation = fields.optional("nav_ms", in: range)
    rendering = fields.optional("render_ms", in: range)
    firstAudio = fields.optional("audio_ttfb_ms", in: range)
    tool = fields.optional("tool_ms", in: range)
  }
}
