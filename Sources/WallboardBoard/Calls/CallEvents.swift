import WallboardEvents

extension Board {
  mutating func start(_ started: CallStarted, at time: Timestamp) {
    // A call that is over stays over: its start was replayed, or came late.
    guard !endedCalls.contains(started.callSID) else { return }
    let unknown = Call(callSID: started.callSID, origin: .inferred, firstSeenAt: time)
    let isNew = calls.update(started.callSID, or: unknown) { call in
      defer { call.origin = .event }
      call.direction = started.direction ?? call.direction
      call.serviceID = started.serviceID ?? call.serviceID
      call.callerID = started.callerID ?? call.callerID
      call.startedAt = time
      call.touched = revision
      return call.origin != .event
    }
    // A read or another event may have told of the call first: it still starts but once.
    if isNew {
      today.callsStarted += 1
      history.noteStart(at: clock(time))
    }
    reconcile(on: started.callSID)
    wantName(of: started.serviceID)
  }

  mutating func end(_ ended: CallEnded, at time: Timestamp) {
    reconcile(on: ended.callSID)
    let call = calls.removeValue(forKey: ended.callSID)
    for participant in call?.operators ?? [] {
      operators.update(participant.operatorID) { person in
        person.leave(ended.callSID)
        person.touched = revision
      }
    }
    // A time line runs by the board's clock.
    let heardAt = connection.lastHeardAt ?? time
    observations.update(ended.callSID) { observation in
      observation.end(
        CallEnding(at: heardAt, reason: ended.completionReason, duration: ended.durationSeconds))
    }
    let ending = EndedCall(ended, of: call, at: time)
    guard endedCalls.append(ending) else { return }
    history.noteEnd(of: ending, at: clock(time))
    if let call = consume call { depart(call, ending, at: clock(time)) }
    today.callsEnded += 1
    if ending.isAbandoned { today.abandoned += 1 }
  }

  mutating func escalate(_ escalated: CallEscalated, at time: Timestamp) {
    guard ensureCall(escalated.callSID, at: time) else { return }
    var isTakenOver = false
    let isNew = calls.update(escalated.callSID) { call in
      call.touched = revision
      isTakenOver = call.isTakenOver
      return call.escalate(escalated, at: time)
    }
    guard isNew == true else { return }
    today.escalations += 1
    history.note(at: clock(time)) { $0.escalations += 1 }
    // An operator who already speaks with the caller keeps nobody waiting.
    if isTakenOver { connect(escalated.callSID, at: time) }
  }

  /// Of a call that nobody knows it tells nothing: it is over, as a rule.
  mutating func wrapUp(_ wrapUp: OperatorWrapUp) {
    calls.update(wrapUp.callSID) { call in
      call.touched = revision
      call.wrapUpReason = wrapUp.wrapUpReason
      call.escalation?.status = .known(.completed)
    }
  }

  /// Marks the call's escalation as answered (contract 4: joined with `takeover`).
  mutating func connect(_ callSID: CallSID, at time: Timestamp) {
    let answered = calls.update(callSID) { $0.connect(at: time) } ?? nil
    if let answered { noteAnswer(of: answered, at: time) }
  }

  /// Makes sure that the call is on the board: an event that names an unknown call tells that it
  /// lives. `false` for a call that is over.
  mutating func ensureCall(_ callSID: CallSID, at time: Timestamp) -> Bool {
    guard !calls.contains(callSID) else { return true }
    guard !endedCalls.contains(callSID) else { return false }
    calls[callSID] = Call(callSID: callSID, origin: .inferred, firstSeenAt: time)
    wantedReads.insert(.calls)
    reconcile(on: callSID)
    return true
  }
}

extension Call {
  /// Takes what the event tells of the escalation.
  ///
  /// - Returns: Whether it was not known from an event yet.
  fileprivate mutating func escalate(_ escalated: CallEscalated, at time: Timestamp) -> Bool {
    var next = Escalation(escalationID: escalated.escalationID, status: .known(.requested))
    var isNew = true
    if let escalation, escalation.isSame(as: escalated) {
      // A read may have told of it first.
      isNew = !escalation.isTold
      next = escalation
      next.escalationID = next.escalationID ?? escalated.escalationID
    }
    next.isTold = true
    next.trigger = (isNew ? escalated.trigger : nil) ?? next.trigger ?? escalated.trigger
    next.reason = (isNew ? escalated.reason : nil) ?? next.reason ?? escalated.reason
    next.requestedAt = next.requestedAt ?? time
    escalation = next
    return isNew
  }

  /// Marks the escalation as answered.
  ///
  /// - Returns: The escalation as it stood, if nobody had answered it.
  fileprivate mutating func connect(at time: Timestamp) -> Escalation? {
    guard let known = escalation, known.isWaiting || known.status == .handback else { return nil }
    escalation?.status = .known(.connected)
    escalation?.connectedAt = known.connectedAt ?? time
    return known
  }
}

extension Escalation {
  /// Whether the event is about this escalation. Where one of the two has no id it is the active one: a
  /// caller has one request at a time.
  fileprivate func isSame(as escalated: CallEscalated) -> Bool {
    if escalationID == escalated.escalationID, escalationID != nil { return true }
    return (escalated.escalationID == nil || escalationID == nil && isTold) && isActive
  }
}
