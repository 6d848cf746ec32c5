import WallboardEvents

extension WallboardState {
  /// Folds an event of a followed call. One of a call that is followed no more is dropped: it was
  /// under way when its pane was closed.
  mutating func observe(_ received: ReceivedObserverEvent) {
    let callSID = received.callSID
    let top = top(of: callSID)
    let isFollowed: Void? = board.observations.update(callSID) { observation in
      observation.fold(received)
      observation.timeline.trim(keeping: top)
    }
    guard isFollowed != nil else { return }
    board.note(received)
    board.learn(received.event, of: callSID)
  }

  mutating func observe(_ malformed: MalformedEvent, of callSID: CallSID) {
    let top = top(of: callSID)
    board.observations.update(callSID) { observation in
      observation.fold(malformed)
      observation.timeline.trim(keeping: top)
    }
  }

  mutating func change(observer change: ObserverChange) {
    board.observations.update(change.callSID) { $0.change(change) }
  }

  /// The first entry that stands in the call's pane: it is kept longer, and so is what follows it.
  private func top(of callSID: CallSID) -> EntryNumber? {
    view.panes.first { $0.callSID == callSID }?.position.top?.entry
  }
}

extension Board {
  /// Tells the call what its observer heard, so that both say the same on the screen.
  mutating func learn(_ event: ObserverEvent, of callSID: CallSID) {
    switch event {
    case .sessionInfo, .sessionStart, .stateTransition, .emotionEstimate: break
    case .userTranscript, .agentTranscript, .agentTranscriptDelta, .bargeIn, .toolCallStarted,
      .toolCallCompleted, .participantJoined, .participantLeft, .speakerMuted, .mediaAttached,
      .forwardCallResolved, .empathyClassified, .voiceContextApplied, .compoundEmotion,
      .turnLatency, .navigationTiming, .sessionEnd, .actorAllocated, .actorShutdown, .unknown:
      return
    }
    // One that is touched all the time would never learn from a read.
    guard agree(on: callSID) else { return }
    revision &+= 1
    calls.update(callSID) { $0.touched = revision }
  }

  /// Makes a call and what its observer knows of it say the same, if it is followed.
  ///
  /// The stream and the reads say what does not change, the observer what they left open. What
  /// changes the observer knows best while it hears.
  ///
  /// - Returns: Whether the call learnt something.
  @discardableResult
  mutating func agree(on callSID: CallSID) -> Bool {
    guard let observation = observations[callSID], let known = calls[callSID] else { return false }
    var (call, facts) = (known, observation.facts)
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
    let hasLearnt = call != known
    if hasLearnt { calls[callSID] = call }
    if facts != observation.facts { observations.update(callSID) { $0.learn(facts) } }
    if let service = call.serviceID, service != known.serviceID, services[service] == nil {
      wantedReads.insert(.services)
    }
    return hasLearnt
  }

  /// Makes all followed calls say the same as what their observers know.
  mutating func agreeOnFollowedCalls() {
    for callSID in observations.keys { agree(on: callSID) }
  }
}

extension Observation {
  fileprivate mutating func learn(_ known: ObservedFacts) {
    facts = known
    revision &+= 1
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
