package import WallboardBoard
package import WallboardEvents

extension RecordedLine {
  /// How a recording begins that continues another: with the board as reads would find it. What only
  /// events tell, such as totals and reasons, begins anew.
  package static func summary(of board: Board, at now: Timestamp) -> [RecordedLine] {
    // A list that was incomplete stays so.
    let isWhole = { (source: SnapshotSource) in board.reads[source]?.tellsAll ?? true }
    let parts: [SnapshotPart] = [
      .services(board.services),
      .calls(board.calls.values.map(CallSnapshot.init), isComplete: isWhole(.calls)),
      .operators(
        board.operators.values.compactMap(OperatorSnapshot.init), isComplete: isWhole(.operators)),
      .escalations(
        board.calls.values.compactMap(EscalationSnapshot.init), isComplete: isWhole(.escalations)),
      .surfaces(
        board.surfaces.values.filter { !$0.stage.isFinished }.map(SurfaceSnapshot.init),
        isComplete: isWhole(.surfaces)),
    ]
    let reads = parts.flatMap { $0.reads(of: board, at: now) }
    let followed = board.observations.values.flatMap { observation in
      [
        Input.following(observation.callSID, isOn: true, at: now),
        .observer(ObserverChange(observation.callSID, observation.phase, at: now)),
      ]
    }
    let inputs =
      [Input.connection(ConnectionChange(board.connection.phase, at: now))] + reads + followed
    return inputs.compactMap { RecordedLine($0) }
  }
}

extension SnapshotPart {
  /// The reads that would have led here: one that found this, unless none ever did and there is nothing
  /// to show; then the one that failed, if the last did.
  fileprivate func reads(of board: Board, at now: Timestamp) -> [Input] {
    let known = board.reads[source]
    let isKnown = known?.succeededAt != nil || !isEmpty
    let found = isKnown ? [Input.readStarted(source, at: now), .read(self, at: now)] : []
    guard case .failed(let reason, let retryAt) = known?.outcome else { return found }
    return found + [.readFailed(source, reason: reason, retryAt: retryAt, at: now)]
  }

  private var isEmpty: Bool {
    switch self {
    case .services(let found): found.isEmpty
    case .calls(let found, _): found.isEmpty
    case .operators(let found, _): found.isEmpty
    case .escalations(let found, _): found.isEmpty
    case .surfaces(let found, _): found.isEmpty
    }
  }
}

extension CallSnapshot {
  fileprivate init(_ call: Call) {
    self.init(callSID: call.callSID)
    direction = call.direction
    serviceID = call.serviceID
    serviceName = call.serviceName
    callerID = call.callerID
    startedAt = call.since
    riskLevel = call.riskLevel
    priorityReasons = call.priorityReasons
    currentState = call.currentState
    emotion = call.emotion
    turnCount = call.turnCount
  }
}

extension OperatorSnapshot {
  fileprivate init?(_ person: Operator) {
    guard let status = person.status else { return nil }
    self.init(operatorID: person.operatorID, status: status)
    name = person.name
    type = person.type
    statusSince = person.statusSince
    activeCallSID = person.callSID
  }
}

extension EscalationSnapshot {
  fileprivate init?(_ call: Call) {
    guard let escalation = call.escalation, escalation.isActive else { return nil }
    self.init(callSID: call.callSID, status: escalation.status)
    escalationID = escalation.escalationID
    trigger = escalation.trigger
    requestedAt = escalation.requestedAt
    connectedAt = escalation.connectedAt
    operatorID = call.operators.first { $0.mode == .takeover }?.operatorID
    callerID = call.callerID
    direction = call.direction
    callStartedAt = call.startedAt
  }
}

extension SurfaceSnapshot {
  fileprivate init(_ surface: Surface) {
    self.init(surfaceID: surface.surfaceID, stage: surface.stage)
    entityID = surface.entityID
    title = surface.title
    stageSince = surface.stageSince
    channel = surface.channel
    fieldsCount = surface.fieldsCount
  }
}
