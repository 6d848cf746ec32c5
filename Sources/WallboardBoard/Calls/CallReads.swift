import WallboardEvents

extension Board {
  mutating func merge(
    calls found: [CallSnapshot], isComplete: Bool, sent: Revision, at time: Timestamp
  ) {
    for snapshot in found where !endedCalls.contains(snapshot.callSID) {
      merge(snapshot, sent: sent, at: time)
    }
    guard isComplete else { return }
    let live = Set(found.map(\.callSID))
    var gone: [Call] = []
    calls.forEachRow { if $0.touched <= sent, !live.contains($0.callSID) { gone.append($0) } }
    for call in gone {
      calls.removeValue(forKey: call.callSID)
      for participant in call.operators {
        releaseOperator(participant.operatorID, from: call.callSID)
      }
    }
  }

  private mutating func merge(_ snapshot: CallSnapshot, sent: Revision, at time: Timestamp) {
    let id = snapshot.callSID
    var call = calls[id] ?? Call(callSID: id, origin: .snapshot, firstSeenAt: time)
    call.complete(with: snapshot)
    if call.touched <= sent, let isEscalated = snapshot.escalationActive {
      call.flag(escalated: isEscalated)
    }
    calls[id] = call
  }

  mutating func merge(
    escalations found: [EscalationSnapshot], isComplete: Bool, sent: Revision, at time: Timestamp
  ) {
    for snapshot in found where !endedCalls.contains(snapshot.callSID) {
      merge(snapshot, sent: sent, at: time)
    }
    guard isComplete else { return }
    let open = Set(found.map(\.callSID))
    // They are no longer open, and no event told how they ended.
    var closed: [CallSID] = []
    calls.forEachRow { call in
      guard call.escalation?.isActive == true, call.touched <= sent else { return }
      if !open.contains(call.callSID) { closed.append(call.callSID) }
    }
    for callSID in closed {
      calls.update(callSID) { $0.escalation?.status = .known(.completed) }
    }
  }

  private mutating func merge(
    _ snapshot: EscalationSnapshot, sent: Revision, at time: Timestamp
  ) {
    let id = snapshot.callSID
    var call = calls[id] ?? Call(callSID: id, origin: .snapshot, firstSeenAt: time)
    call.callerID = call.callerID ?? snapshot.callerID
    call.direction = call.direction ?? snapshot.direction
    call.startedAt = call.startedAt ?? snapshot.callStartedAt
    let isUntouched = call.touched <= sent
    let isUntold = call.escalation == nil
    if isUntouched || isUntold || call.escalation?.escalationID == snapshot.escalationID {
      call.merge(snapshot, statusIsNewer: isUntouched)
    }
    calls[id] = call
    guard isUntouched else {
      if isUntold { verifyEscalation(of: id, at: time) }
      return
    }
    guard calls.look(at: id, { $0.escalation?.isConnected }) == true,
      let operatorID = snapshot.operatorID,
      operators.look(at: operatorID, { $0.touched <= sent }) ?? true
    else { return }
    seat(operatorID, on: id, mode: .known(.takeover), joinedAt: snapshot.connectedAt)
  }

  /// A caller who may be waiting is shown at once, though events of the call came since the read
  /// was sent; the next read tells for certain.
  private mutating func verifyEscalation(of callSID: CallSID, at time: Timestamp) {
    if calls.look(at: callSID, { $0.isTakenOver }) == true { connect(callSID, at: time) }
    wantedReads.insert(.escalations)
  }
}

extension Call {
  /// Takes what is not known yet, and what only a read can tell.
  mutating func complete(with snapshot: CallSnapshot) {
    if origin == .inferred { origin = .snapshot }
    direction = direction ?? snapshot.direction
    serviceID = serviceID ?? snapshot.serviceID
    serviceName = snapshot.serviceName ?? serviceName
    callerID = callerID ?? snapshot.callerID
    startedAt = startedAt ?? snapshot.startedAt
    riskLevel = snapshot.riskLevel
    priorityReasons = snapshot.priorityReasons
    currentState = snapshot.currentState
    emotion = snapshot.emotion
    turnCount = snapshot.turnCount
  }

  /// Takes the queue's flag, where neither an event nor a list has told more: the flag has no time,
  /// and does not tell whether the caller still waits.
  mutating func flag(escalated: Bool) {
    guard escalation?.escalationID == nil, escalation?.isTold != true else { return }
    if escalated, escalation == nil || escalation?.status == .completed {
      let speaker = operators.first { $0.mode == .takeover }
      escalation = Escalation(
        escalationID: nil, status: .known(speaker == nil ? .requested : .connected))
      escalation?.connectedAt = speaker?.joinedAt
    } else if !escalated, escalation?.isActive == true {
      escalation?.status = .known(.completed)
    }
  }

  mutating func merge(_ snapshot: EscalationSnapshot, statusIsNewer: Bool) {
    var merged = Escalation(
      escalationID: snapshot.escalationID,
      status: snapshot.status(isAnswered: isTakenOver || snapshot.connectedAt != nil))
    if let known = escalation, known.isSame(as: snapshot),
      !statusIsNewer || !known.isOver(before: snapshot)
    {
      merged = known
      merged.escalationID = known.escalationID ?? snapshot.escalationID
      if statusIsNewer, let status = snapshot.status, known.yields(to: status) {
        merged.status = status
      }
    }
    merged.trigger = merged.trigger ?? snapshot.trigger
    merged.requestedAt = merged.requestedAt ?? snapshot.requestedAt
    merged.connectedAt = merged.connectedAt ?? snapshot.connectedAt
    escalation = merged
  }
}

extension EscalationSnapshot {
  /// Whether its status is a word of the contract.
  fileprivate var isStatusKnown: Bool { if case .known = status { true } else { false } }

  /// The status where the board knows none: whoever is on the list of open escalations has asked for a
  /// human.
  fileprivate func status(isAnswered: Bool) -> OpenEnum<EscalationStatus> {
    switch status {
    case .known(let status): .known(status)
    case .other(let word): isAnswered ? .known(.connected) : .other(word)
    case nil: .known(isAnswered ? .connected : .requested)
    }
  }
}

extension Escalation {
  /// Whether the read tells of this one; one without an id may be any of its call's.
  fileprivate func isSame(as snapshot: EscalationSnapshot) -> Bool {
    guard let escalationID, let other = snapshot.escalationID else { return true }
    return escalationID == other
  }

  /// Whether the status of a newer read replaces this one. A word that the contract does not have
  /// replaces neither `connected` nor `completed`.
  fileprivate func yields(to status: OpenEnum<EscalationStatus>) -> Bool {
    guard case .other = status else { return true }
    return self.status != .known(.connected) && self.status != .known(.completed)
  }

  /// Whether the read must be about another escalation: this one is completed, and neither an id nor a
  /// status of the contract says that it is the same.
  fileprivate func isOver(before snapshot: EscalationSnapshot) -> Bool {
    guard status == .known(.completed), !snapshot.isStatusKnown else { return false }
    return escalationID == nil || snapshot.escalationID == nil
  }
}
