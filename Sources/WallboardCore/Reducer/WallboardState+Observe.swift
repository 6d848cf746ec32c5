import OrderedCollections

extension WallboardState {
  /// Folds an event of a followed call. One of a call that is followed no more is dropped: it was
  /// under way when its pane was closed.
  mutating func observe(_ received: ReceivedObserverEvent) {
    guard let index = board.observations.index(forKey: received.callSID) else { return }
    board.observations.values[index].fold(received)
    trimTimeline(at: index)
    board.learn(received.event, of: received.callSID, at: received.at)
  }

  mutating func observe(_ malformed: MalformedEvent, of callSID: CallSID) {
    guard let index = board.observations.index(forKey: callSID) else { return }
    board.observations.values[index].fold(malformed)
    trimTimeline(at: index)
  }

  mutating func change(observer change: ObserverChange) {
    board.observations[change.callSID]?.change(change)
  }

  /// What stands in the pane, and what follows it, is kept longer.
  private mutating func trimTimeline(at index: Int) {
    let callSID = board.observations.keys[index]
    let pane = view.panes.firstIndex { $0.callSID == callSID }
    let top = pane.flatMap { view.panes[$0].position.top }
    board.observations.values[index].timeline.trim(keeping: top?.entry)
  }
}

extension Board {
  /// Tells the call what its observer heard, so that both say the same on the screen.
  mutating func learn(_ event: ObserverEvent, of callSID: CallSID, at time: Timestamp) {
    guard calls.keys.contains(callSID) else { return }
    switch event {
    case .sessionInfo: agree(on: callSID)
    case .sessionStart, .stateTransition:
      calls[callSID]?.currentState = observations[callSID]?.facts.currentState
    case .emotionEstimate: calls[callSID]?.emotion = observations[callSID]?.facts.dominantEmotion
    case .userTranscript, .agentTranscript, .agentTranscriptDelta, .bargeIn, .toolCallStarted,
      .toolCallCompleted, .participantJoined, .participantLeft, .speakerMuted, .mediaAttached,
      .forwardCallResolved, .empathyClassified, .voiceContextApplied, .compoundEmotion,
      .turnLatency, .navigationTiming, .sessionEnd, .actorAllocated, .actorShutdown, .unknown:
      return
    }
    revision &+= 1
    calls[callSID]?.touched = revision
  }

  /// Makes a call and what its observer knows of it say the same, if it is followed.
  ///
  /// The stream and the reads say what does not change, the observer what they left open. What
  /// changes the observer knows best while it hears.
  mutating func agree(on callSID: CallSID) {
    guard var call = calls[callSID], let observation = observations[callSID] else { return }
    var facts = observation.facts
    call.direction = call.direction ?? facts.direction
    call.serviceID = call.serviceID ?? facts.serviceID
    call.callerID = call.callerID ?? facts.callerID
    call.startedAt = call.startedAt ?? facts.startedAt
    if observation.phase == .open {
      call.currentState = facts.currentState ?? call.currentState
      call.emotion = facts.dominantEmotion ?? call.emotion
    } else {
      call.currentState = call.currentState ?? facts.currentState
      call.emotion = call.emotion ?? facts.dominantEmotion
    }
    facts.take(call)
    calls[callSID] = call
    observations[callSID]?.facts = facts
    if let service = call.serviceID, services[service] == nil { wantedReads.insert(.services) }
  }

  /// Makes all followed calls say the same as what their observers know.
  mutating func agreeOnFollowedCalls() {
    for callSID in observations.keys { agree(on: callSID) }
  }
}

extension ObservedFacts {
  fileprivate mutating func take(_ call: Call) {
    direction = call.direction
    serviceID = call.serviceID
    callerID = call.callerID
    startedAt = call.startedAt
    currentState = call.currentState
    dominantEmotion = call.emotion
  }
}
