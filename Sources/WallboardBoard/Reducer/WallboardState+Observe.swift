import OrderedCollections
import WallboardEvents

extension WallboardState {
  /// Folds an event of a followed call. One of a call that is followed no more is dropped: it was
  /// under way when its pane was closed.
  mutating func observe(_ received: ReceivedObserverEvent) {
    guard let index = board.observations.index(forKey: received.callSID) else { return }
    board.observations.values[index].fold(received)
    trimTimeline(at: index)
    board.note(received)
    board.learn(received.event, of: received.callSID)
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
  mutating func learn(_ event: ObserverEvent, of callSID: CallSID) {
    switch event {
    case .sessionInfo, .sessionStart, .stateTransition, .emotionEstimate: break
    case .userTranscript, .agentTranscript, .agentTranscriptDelta, .bargeIn, .toolCallStarted,
      .toolCallCompleted, .participantJoined, .participantLeft, .speakerMuted, .mediaAttached,
      .forwardCallResolved, .empathyClassified, .voiceContextApplied, .compoundEmotion,
      .turnLatency, .navigationTiming, .sessionEnd, .actorAllocated, .actorShutdown, .unknown:
      return
    }
    let known = calls[callSID]
    agree(on: callSID)
    // One that is touched all the time would never learn from a read.
    guard calls[callSID] != known else { return }
    revision &+= 1
    calls[callSID]?.touched = revision
  }

  /// Makes a call and what its observer knows of it say the same, if it is followed.
  ///
  /// The stream and the reads say what does not change, the observer what they left open. What
  /// changes the observer knows best while it hears.
  mutating func agree(on callSID: CallSID) {
    guard let known = calls[callSID], let observation = observations[callSID] else { return }
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
    if call != known { calls[callSID] = call }
    if facts != observation.facts { observations[callSID]?.learn(facts) }
    guard let service = call.serviceID, service != known.serviceID else { return }
    if services[service] == nil { wantedReads.insert(.services) }
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
