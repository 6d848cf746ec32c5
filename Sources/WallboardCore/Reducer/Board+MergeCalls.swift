import OrderedCollections

extension Board {
  mutating func merge(
    calls found: [CallSnapshot], isComplete: Bool, sent: Revision, at time: Timestamp
  ) {
    for snapshot in found where !endedCalls.contains(snapshot.callSID) {
      merge(snapshot, sent: sent, at: time)
    }
    guard isComplete else { return }
    let live = Set(found.map(\.callSID))
    for call in calls.values where call.touched <= sent && !live.contains(call.callSID) {
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
    let isUntouched = call.touched <= sent
    if isUntouched, snapshot.escalationActive == true, call.escalation?.isActive != true {
      call.escalation = Escalation(escalationID: nil, status: .known(.requested))
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
    for call in calls.values where call.touched <= sent && !open.contains(call.callSID) {
      // It is no longer open, and no event told how it ended.
      guard call.escalation?.isActive == true else { continue }
      calls[call.callSID]?.escalation?.status = .known(.completed)
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
    if isUntouched || call.escalation?.escalationID == snapshot.escalationID {
      call.merge(snapshot, statusIsNewer: isUntouched)
    }
    calls[id] = call
    guard isUntouched, snapshot.status == .connected, let operatorID = snapshot.operatorID else {
      return
    }
    seat(operatorID, on: id, mode: .known(.takeover), joinedAt: snapshot.connectedAt)
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

  mutating func merge(_ snapshot: EscalationSnapshot, statusIsNewer: Bool) {
    var merged = Escalation(escalationID: snapshot.escalationID, status: snapshot.status)
    if let known = escalation, known.escalationID == snapshot.escalationID {
      merged = known
      if statusIsNewer { merged.status = snapshot.status }
    }
    merged.trigger = merged.trigger ?? snapshot.trigger
    merged.requestedAt = merged.requestedAt ?? snapshot.requestedAt
    merged.connectedAt = merged.connectedAt ?? snapshot.connectedAt
    escalation = merged
  }
}
