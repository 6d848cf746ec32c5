@testable import WallboardEvents

/// Observer events in one line each; what a test does not say is the plainest there is.
extension ObserverEvent {
  static func user(
    _ text: BoundedString, by speaker: BoundedString? = nil, role: ParticipantRole? = nil,
    final: Bool? = nil,
    bargeIn: Bool? = nil
  ) -> ObserverEvent {
    .userTranscript(
      UserTranscript(
        transcript: Protected(text), speakerID: speaker, speakerRole: role.map(OpenEnum.known),
        isBargeIn: bargeIn, isFinal: final))
  }

  static func delta(_ text: BoundedString) -> ObserverEvent {
    .agentTranscriptDelta(AgentTranscriptDelta(delta: Protected(text)))
  }

  static func agent(
    _ text: BoundedString, by speaker: BoundedString? = nil, role: OpenEnum<ParticipantRole>? = nil,
    filler: FillerType? = nil, interrupted: Bool? = nil, streaming: Bool? = nil
  ) -> ObserverEvent {
    .agentTranscript(
      AgentTranscript(
        transcript: Protected(text), interrupted: interrupted,
        fillerType: filler.map(OpenEnum.known), speakerID: speaker, speakerRole: role,
        streaming: streaming))
  }

  static func bargeIn(
    discarding texts: [BoundedString]? = nil, of speaker: BoundedString? = nil, total: Int? = nil
  ) -> ObserverEvent {
    .bargeIn(
      BargeIn(
        discardedTexts: texts?.map { Protected($0) }, interruptedSpeakerID: speaker,
        totalBargeIns: total))
  }

  static func toolStarted(
    _ name: BoundedString, _ id: BoundedString? = nil, below parent: BoundedString? = nil
  ) -> ObserverEvent {
    .toolCallStarted(
      ToolCallStarted(
        toolName: name, callID: id, input: Protected(ToolInput(.string("in"))),
        parentCallID: parent))
  }

  static func toolCompleted(
    _ name: BoundedString, _ id: BoundedString? = nil, succeeded: Bool? = nil,
    error: BoundedString? = nil,
    oldError: BoundedString? = nil, after milliseconds: Double? = nil,
    below parent: BoundedString? = nil
  ) -> ObserverEvent {
    .toolCallCompleted(
      ToolCallCompleted(
        toolName: name, callID: id, output: Protected("out"), succeeded: succeeded,
        durationMilliseconds: milliseconds, errorMessage: error.map { Protected($0) },
        error: oldError.map { Protected($0) }, parentCallID: parent))
  }

  static func info(
    _ call: CallSID, state: BoundedString? = nil, start: Double? = nil, age: Double? = nil,
    caller: PersonalIdentifier? = nil, direction: Direction? = nil, service: BoundedString? = nil
  ) -> ObserverEvent {
    .sessionInfo(
      SessionInfo(
        callSID: call, serviceID: service, callerID: caller.map { Protected($0) },
        startTime: start, currentState: state, direction: direction.map(OpenEnum.known),
        durationSeconds: age))
  }

  static func sessionEnd(because reason: BoundedString? = nil, after seconds: Double? = nil)
    -> ObserverEvent
  {
    .sessionEnd(SessionEnd(durationSeconds: seconds, completionReason: reason))
  }

  static func moved(from old: BoundedString, to new: BoundedString) -> ObserverEvent {
    .stateTransition(StateTransition(previousState: old, nextState: new))
  }

  static func emotion(
    _ dominant: BoundedString, _ trend: EmotionTrend? = nil, bargeIns: Int? = nil
  ) -> ObserverEvent {
    .emotionEstimate(
      EmotionEstimate(
        dominant: dominant, valence: 0.5, arousal: 0.5, bargeInCount: bargeIns,
        trend: trend.map(OpenEnum.known)))
  }

  static func joined(_ id: BoundedString, _ role: ParticipantRole = .operator) -> ObserverEvent {
    .participantJoined(
      ParticipantJoined(participantID: id, participantRole: .known(role), conferenceSID: "CF"))
  }

  static func left(_ id: BoundedString, _ role: ParticipantRole = .operator) -> ObserverEvent {
    .participantLeft(
      ParticipantLeft(participantID: id, participantRole: .known(role), conferenceSID: "CF"))
  }

  static func latency(_ milliseconds: Double) -> ObserverEvent {
    .turnLatency(
      TurnLatency(
        endToEndTTFBMilliseconds: milliseconds, engineMilliseconds: 1, navMilliseconds: 1,
        renderMilliseconds: 1, audioTTFBMilliseconds: 1, continuation: false))
  }
}
