import OrderedCollections
import WallboardEvents

extension Board {
  mutating func start(_ started: CallStarted, at time: Timestamp) {
    // A call that is over stays over: its start was replayed, or came late.
    guard !endedCalls.contains(started.callSID) else { return }
    var call =
      calls[started.callSID] ?? Call(callSID: started.callSID, origin: .inferred, firstSeenAt: time)
    // A read or another event may have told of the call first: it still starts but once.
    if call.origin != .event {
      today.callsStarted += 1
      history.noteStart(at: clock(time))
    }
    call.origin = .event
    call.direction = .some(started.direction)
    call.serviceID = started.serviceID
    call.callerID = started.callerID ?? call.callerID
    call.startedAt = time
    call.touched = revision
    calls[started.callSID] = call
    agree(on: started.callSID)
    if services[started.serviceID] == nil { wantedReads.insert(.services) }
  }

  mutating func end(_ ended: CallEnded, at time: Timestamp) {
    agree(on: ended.callSID)
    let call = calls.removeValue(forKey: ended.callSID)
    for participant in call?.operators ?? [] {
      releaseOperator(participant.operatorID, from: ended.callSID)
      operators[participant.operatorID]?.touched = revision
    }
    observations[ended.callSID]?.end(
      // A time line runs by the board's clock.
      CallEnding(
        at: connection.lastHeardAt ?? time, reason: ended.completionReason,
        duration: ended.durationSeconds))
    guard !endedCalls.contains(ended.callSID) else { return }
    let ending = EndedCall(
      callSID: ended.callSID, direction: ended.direction, duration: ended.durationSeconds,
      completionReason: ended.completionReason,
      escalated: ended.escalated ?? (call?.escalation != nil), endedAt: time,
      gaveUp: ended.completionReason == .known(.callerHangup)
        && call?.escalation?.isWaiting == true)
    endedCalls.append(ending)
    history.noteEnd(of: ending, at: clock(time))
    if let call { depart(call, ending, at: clock(time)) }
    today.callsEnded += 1
    if ending.isAbandoned { today.abandoned += 1 }
  }

  mutating func escalate(_ escalated: CallEscalated, at time: Timestamp) {
    guard ensureCall(escalated.callSID, at: time) else { return }
    calls[escalated.callSID]?.touched = revision
    var escalation = Escalation(
      escalationID: escalated.escalationID, status: .known(.requested))
    if let known = calls[escalated.callSID]?.escalation,
      known.escalationID == escalated.escalationID
    {
      // Only an event has a reason: without one, a read told of the escalation first.
      guard known.reason == nil else { return }
      escalation = known
    }
    escalation.trigger = escalated.trigger
    escalation.reason = escalated.reason
    escalation.requestedAt = escalation.requestedAt ?? time
    calls[escalated.callSID]?.escalation = escalation
    today.escalations += 1
    history.note(at: clock(time)) { $0.escalations += 1 }
    // An operator who already speaks with the caller keeps nobody waiting.
    if calls[escalated.callSID]?.isTakenOver == true { connect(escalated.callSID, at: time) }
  }

  mutating func wrapUp(_ wrapUp: OperatorWrapUp, at time: Timestamp) {
    guard ensureCall(wrapUp.callSID, at: time) else { return }
    calls[wrapUp.callSID]?.touched = revision
    calls[wrapUp.callSID]?.wrapUpReason = wrapUp.wrapUpReason
    calls[wrapUp.callSID]?.escalation?.status = .known(.completed)
  }

  /// Marks the call's escalation as answered (contract 4: joined with `takeover`).
  mutating func connect(_ callSID: CallSID, at time: Timestamp) {
    guard let escalation = calls[callSID]?.escalation,
      escalation.status == .requested || escalation.status == .handback
    else { return }
    calls[callSID]?.escalation?.status = .known(.connected)
    calls[callSID]?.escalation?.connectedAt = escalation.connectedAt ?? time
    noteAnswer(of: escalation, at: time)
  }

  /// Makes sure that the call is on the board: an event that names an unknown call tells that it
  /// lives. `false` for a call that is over.
  mutating func ensureCall(_ callSID: CallSID, at time: Timestamp) -> Bool {
    guard !endedCalls.contains(callSID) else { return false }
    if calls[callSID] == nil {
      calls[callSID] = Call(callSID: callSID, origin: .inferred, firstSeenAt: time)
      wantedReads.insert(.calls)
      agree(on: callSID)
    }
    return true
  }
}

extension Call {
  /// Whether an operator speaks in the agent's place.
  package var isTakenOver: Bool {
    operators.contains { $0.mode == .takeover }
  }
}
