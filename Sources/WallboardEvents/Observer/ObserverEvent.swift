/// What an observer of a call receives (contract 1.5).
package indirect enum ObserverEvent: Equatable, Sendable {
  case actorAllocated(ActorAllocated)
  case actorShutdown(ActorShutdown)
  case agentTranscript(AgentTranscript)
  case agentTranscriptDelta(AgentTranscriptDelta)
  case bargeIn(BargeIn)
  case compoundEmotion(CompoundEmotion)
  case emotionEstimate(EmotionEstimate)
  case empathyClassified(EmpathyClassified)
  case forwardCallResolved(ForwardCallResolved)
  case mediaAttached(MediaAttached)
  case navigationTiming(NavigationTiming)
  case participantJoined(ParticipantJoined)
  case participantLeft(ParticipantLeft)
  case sessionEnd(SessionEnd)
  case sessionInfo(SessionInfo)
  case sessionStart(SessionStart)
  case speakerMuted(SpeakerMuted)
  case stateTransition(StateTransition)
  case toolCallCompleted(ToolCallCompleted)
  case toolCallStarted(ToolCallStarted)
  case turnLatency(TurnLatency)
  case userTranscript(UserTranscript)
  case voiceContextApplied(VoiceContextApplied)
  /// An event that the contract does not know; all of it may be protected.
  case unknown(UnknownEvent)
}

extension ObserverEvent {
  /// `nil` for an unknown event.
  package var payload: (any EventPayload)? {
    switch self {
    case .actorAllocated(let payload): payload
    case .actorShutdown(let payload): payload
    case .agentTranscript(let payload): payload
    case .agentTranscriptDelta(let payload): payload
    case .bargeIn(let payload): payload
    case .compoundEmotion(let payload): payload
    case .emotionEstimate(let payload): payload
    case .empathyClassified(let payload): payload
    case .forwardCallResolved(let payload): payload
    case .mediaAttached(let payload): payload
    case .navigationTiming(let payload): payload
    case .participantJoined(let payload): payload
    case .participantLeft(let payload): payload
    case .sessionEnd(let payload): payload
    case .sessionInfo(let payload): payload
    case .sessionStart(let payload): payload
    case .speakerMuted(let payload): payload
    case .stateTransition(let payload): payload
    case .toolCallCompleted(let payload): payload
    case .toolCallStarted(let payload): payload
    case .turnLatency(let payload): payload
    case .userTranscript(let payload): payload
    case .voiceContextApplied(let payload): payload
    case .unknown: nil
    }
  }

  /// The wire name, such as `user_transcript`.
  package var name: String {
    if case .unknown(let event) = self { return event.name.string }
    return kind?.rawValue ?? ""
  }

  /// What happened, in a few words for a person; protected values only as far as the disclosure
  /// reaches. The text must still be made safe for a terminal.
  package func summary(_ context: SummaryContext) -> String {
    if case .unknown(let event) = self { return context.content(event.data) }
    return payload?.summary(context) ?? ""
  }

  /// Whether the event names that call or none. What it says of another call, above all that it
  /// ended, must not be taken for this one's.
  func mayTell(of callSID: CallSID) -> Bool {
    switch self {
    case .sessionInfo(let info): info.callSID == callSID
    case .sessionStart(let start): Self.isNone(start.callSID, or: callSID)
    case .sessionEnd(let end): Self.isNone(end.callSID, or: callSID)
    case .actorAllocated, .actorShutdown, .agentTranscript, .agentTranscriptDelta, .bargeIn,
      .compoundEmotion, .emotionEstimate, .empathyClassified, .forwardCallResolved,
      .mediaAttached, .navigationTiming, .participantJoined, .participantLeft, .speakerMuted,
      .stateTransition, .toolCallCompleted, .toolCallStarted, .turnLatency, .userTranscript,
      .voiceContextApplied, .unknown:
      true
    }
  }

  private static func isNone(_ named: BoundedString?, or callSID: CallSID) -> Bool {
    named.map { $0.isEmpty || CallSID($0.string) == callSID } ?? true
  }
}

extension ObserverEvent {
  /// The events of contract 1.5, by their wire names.
  package enum Kind: String, VocabularyWord {
    case actorAllocated = "actor_allocated"
    case actorShutdown = "actor_shutdown"
    case agentTranscript = "agent_transcript"
    case agentTranscriptDelta = "agent_transcript_delta"
    case bargeIn = "barge_in"
    case compoundEmotion = "compound_emotion"
    case emotionEstimate = "emotion"
    case empathyClassified = "empathy_classified"
    case forwardCallResolved = "forward_call_resolved"
    case mediaAttached = "media_attached"
    case navigationTiming = "nav_timing"
    case participantJoined = "participant_joined"
    case participantLeft = "participant_left"
    case sessionEnd = "session_end"
    case sessionInfo = "session_info"
    case sessionStart = "session_start"
    case speakerMuted = "speaker_muted"
    case stateTransition = "state_transition"
    case toolCallCompleted = "tool_call_completed"
    case toolCallStarted = "tool_call_started"
    case turnLatency = "latency"
    case userTranscript = "user_transcript"
    case voiceContextApplied = "voice_context_applied"

    package static let words = WordTable<Kind>()
  }

  /// `nil` for an unknown event.
  package var kind: Kind? {
    switch self {
    case .actorAllocated: .actorAllocated
    case .actorShutdown: .actorShutdown
    case .agentTranscript: .agentTranscript
    case .agentTranscriptDelta: .agentTranscriptDelta
    case .bargeIn: .bargeIn
    case .compoundEmotion: .compoundEmotion
    case .emotionEstimate: .emotionEstimate
    case .empathyClassified: .empathyClassified
    case .forwardCallResolved: .forwardCallResolved
    case .mediaAttached: .mediaAttached
    case .navigationTiming: .navigationTiming
    case .participantJoined: .participantJoined
    case .participantLeft: .participantLeft
    case .sessionEnd: .sessionEnd
    case .sessionInfo: .sessionInfo
    case .sessionStart: .sessionStart
    case .speakerMuted: .speakerMuted
    case .stateTransition: .stateTransition
    case .toolCallCompleted: .toolCallCompleted
    case .toolCallStarted: .toolCallStarted
    case .turnLatency: .turnLatency
    case .userTranscript: .userTranscript
    case .voiceContextApplied: .voiceContextApplied
    case .unknown: nil
    }
  }

  /// Reads the payload of an event of that kind.
  package init(_ kind: Kind, _ fields: inout FieldReader) throws(FieldFault) {
    self =
      switch kind {
      case .actorAllocated: .actorAllocated(try ActorAllocated(&fields))
      case .actorShutdown: .actorShutdown(try ActorShutdown(&fields))
      case .agentTranscript: .agentTranscript(try AgentTranscript(&fields))
      case .agentTranscriptDelta: .agentTranscriptDelta(try AgentTranscriptDelta(&fields))
      case .bargeIn: .bargeIn(try BargeIn(&fields))
      case .compoundEmotion: .compoundEmotion(try CompoundEmotion(&fields))
      case .emotionEstimate: .emotionEstimate(try EmotionEstimate(&fields))
      case .empathyClassified: .empathyClassified(try EmpathyClassified(&fields))
      case .forwardCallResolved: .forwardCallResolved(try ForwardCallResolved(&fields))
      case .mediaAttached: .mediaAttached(try MediaAttached(&fields))
      case .navigationTiming: .navigationTiming(try NavigationTiming(&fields))
      case .participantJoined: .participantJoined(try ParticipantJoined(&fields))
      case .participantLeft: .participantLeft(try ParticipantLeft(&fields))
      case .sessionEnd: .sessionEnd(try SessionEnd(&fields))
      case .sessionInfo: .sessionInfo(try SessionInfo(&fields))
      case .sessionStart: .sessionStart(try SessionStart(&fields))
      case .speakerMuted: .speakerMuted(try SpeakerMuted(&fields))
      case .stateTransition: .stateTransition(try StateTransition(&fields))
      case .toolCallCompleted: .toolCallCompleted(try ToolCallCompleted(&fields))
      case .toolCallStarted: .toolCallStarted(try ToolCallStarted(&fields))
      case .turnLatency: .turnLatency(try TurnLatency(&fields))
      case .userTranscript: .userTranscript(try UserTranscript(&fields))
      case .voiceContextApplied: .voiceContextApplied(try VoiceContextApplied(&fields))
      }
  }
}

/// Makes typed events of the messages of a call's observer socket (contract 1.2 and 1.5).
///
/// It never fails: a message that cannot be understood is an outcome too.
package struct ObserverEventDecoder {
  private let storage = FieldStorage()

  package init() {}

  /// Decodes one message, whose last byte came at `arrival`.
  package func decode(
    _ text: String, of callSID: CallSID, at arrival: Timestamp
  ) -> ObserverOutcome {
    do throws(FieldFault) {
      let decoded = try decoded(text)
      guard decoded.event.mayTell(of: callSID) else {
        throw FieldFault(.anotherCall).in("call_sid")
      }
      return .event(
        ReceivedObserverEvent(
          callSID: callSID, at: arrival, event: decoded.event, extras: decoded.extras,
          faults: decoded.faults, size: text.utf8.count))
    } catch {
      return .malformed(
        MalformedEvent(
          id: nil, name: BoundedString(name(in: text) ?? ""), receivedAt: arrival,
          reason: BoundedString(error.description), data: Protected(BoundedString(text))))
    }
  }

  private func decoded(_ text: String) throws(FieldFault) -> DecodedEvent<ObserverEvent> {
    var fields = try FieldReader(text.utf8.span, storage: storage)
    try fields.checkObject()
    let name = try fields.eventName(DecodedEvent<ObserverEvent>.nameKey)
    let decoded = try DecodedEvent<ObserverEvent>(named: name, &fields)
    fields.giveBack()
    return decoded
  }

  /// The name of an event of which nothing else can be read.
  private func name(in text: String) -> String? {
    let fields = try? FieldReader(text.utf8.span, deepest: FieldReader.deepestAround)
    return try? fields?.eventName(DecodedEvent<ObserverEvent>.nameKey)
  }
}

/// What became of one message of a call's observer socket.
package enum ObserverOutcome: Equatable, Sendable {
  case event(ReceivedObserverEvent)
  case malformed(MalformedEvent)
}

/// An event of a followed call as it came from its observer socket.
package struct ReceivedObserverEvent: Equatable, Sendable {
  package var callSID: CallSID
  /// When it arrived, by the board's clock: observer events carry no time (contract 1.2).
  package var at: Timestamp
  package var event: ObserverEvent
  /// Fields that the contract does not have.
  package var extras: [String: Protected<JSONValue>]
  package var faults: FieldFaults
  /// The bytes of its message, which bound what it costs to keep.
  package var size: Int

  package init(
    callSID: CallSID, at: Timestamp, event: ObserverEvent,
    extras: [String: Protected<JSONValue>] = [:], faults: FieldFaults = FieldFaults(),
    size: Int = 0
  ) {
    self.callSID = callSID
    self.at = at
    self.event = event
    self.extras = extras
    self.faults = faults
    self.size = size
  }
}
