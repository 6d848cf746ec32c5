import WallboardEvents

extension Board {
  /// Notes that an operator took over the call of somebody who asked for a human. A caller whom one
  /// spoke with already did not wait.
  mutating func noteAnswer(of escalation: Escalation, at time: Timestamp) {
    guard escalation.connectedAt == nil, let requestedAt = escalation.requestedAt,
      requestedAt < time
    else { return }
    let seconds = Double(time.milliseconds(since: requestedAt)) / 1_000
    history.note(at: clock(time)) { $0.waits.add(seconds) }
  }

  /// Notes what a followed call tells of the agent.
  mutating func note(_ received: ReceivedObserverEvent) {
    switch received.event {
    case .toolCallCompleted(let completion):
      history.noteTool(hasFailed: completion.hasFailed, at: received.at)
    case .turnLatency(let turn):
      guard turn.isGreeting != true, let length = turn.endToEndTTFBMilliseconds else { return }
      history.noteReply(milliseconds: length, at: received.at)
    case .sessionInfo, .sessionStart, .stateTransition, .emotionEstimate, .userTranscript,
      .agentTranscript, .agentTranscriptDelta, .bargeIn, .toolCallStarted, .participantJoined,
      .participantLeft, .speakerMuted, .mediaAttached, .forwardCallResolved, .empathyClassified,
      .voiceContextApplied, .compoundEmotion, .navigationTiming, .sessionEnd, .actorAllocated,
      .actorShutdown, .unknown:
      return
    }
  }
}
