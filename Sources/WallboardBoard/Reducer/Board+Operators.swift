import OrderedCollections
import WallboardEvents

extension Board {
  mutating func register(_ registration: OperatorRegistered, at time: Timestamp) {
    let id = registration.operatorID
    guard ensureOperator(id) else { return }
    if let name = registration.name { rename(id, to: name) }
    wantedReads.insert(.operators)
    guard operators[id]?.status == nil else { return }
    setStatus(.known(.offline), of: id, at: time)
  }

  mutating func setStatus(
    _ status: Open<OperatorStatus>, of id: OperatorID, at time: Timestamp
  ) {
    guard ensureOperator(id) else { return }
    operators[id]?.touched = revision
    guard operators[id]?.status != status else { return }
    operators[id]?.status = status
    operators[id]?.statusSince = time
  }

  mutating func rename(_ id: OperatorID, to name: Text) {
    guard operators[id]?.name != name else { return }
    operators[id]?.name = name
    backgroundRevision &+= 1
  }

  /// Notes that the profile changed; the changes themselves are protected, a read tells the name.
  mutating func updateProfile(_ id: OperatorID) {
    guard ensureOperator(id) else { return }
    wantedReads.insert(.operators)
  }

  /// Puts the operator on the call in that mode, or changes the mode of one who is on it.
  mutating func put(
    _ id: OperatorID, on callSID: CallSID, mode: Open<OperatorMode>, at time: Timestamp
  ) {
    guard ensureCall(callSID, at: time), ensureOperator(id) else { return }
    if let other = operators[id]?.callSID { calls[other]?.touched = revision }
    leaveOtherCall(id, than: callSID)
    let joinedAt = addParticipant(id, to: callSID, mode: mode, at: time)
    operators[id]?.callSID = callSID
    operators[id]?.mode = mode
    operators[id]?.joinedAt = joinedAt
    operators[id]?.touched = revision
    calls[callSID]?.touched = revision
    if mode == .takeover { connect(callSID, at: time) }
  }

  mutating func take(_ id: OperatorID, off callSID: CallSID, at time: Timestamp) {
    if ensureOperator(id) {
      releaseOperator(id, from: callSID)
      operators[id]?.touched = revision
    }
    guard ensureCall(callSID, at: time) else { return }
    removeParticipant(id, from: callSID)
    calls[callSID]?.touched = revision
  }

  /// Takes the operator off that call in the operators' list, if that is where the operator is.
  mutating func releaseOperator(_ id: OperatorID, from callSID: CallSID) {
    guard operators[id]?.callSID == callSID else { return }
    operators[id]?.leaveCall()
  }

  mutating func leaveOtherCall(_ id: OperatorID, than callSID: CallSID?) {
    guard let other = operators[id]?.callSID, other != callSID else { return }
    removeParticipant(id, from: other)
    operators[id]?.leaveCall()
  }

  /// Takes the operator out of the call; when nobody speaks in the agent's place any more, the
  /// agent has the call back (contract 4).
  mutating func removeParticipant(_ id: OperatorID, from callSID: CallSID) {
    calls[callSID]?.operators.removeAll { $0.operatorID == id }
    guard let call = calls[callSID], call.escalation?.status == .connected, !call.isTakenOver
    else { return }
    calls[callSID]?.escalation?.status = .known(.handback)
  }

  /// Returns when the operator joined.
  private mutating func addParticipant(
    _ id: OperatorID, to callSID: CallSID, mode: Open<OperatorMode>, at time: Timestamp
  ) -> Timestamp? {
    let participants = calls[callSID]?.operators ?? []
    if let index = participants.firstIndex(where: { $0.operatorID == id }) {
      calls[callSID]?.operators[index].mode = mode
      return participants[index].joinedAt
    }
    calls[callSID]?.operators.append(CallOperator(operatorID: id, mode: mode, joinedAt: time))
    return time
  }

  /// Makes sure that the operator whom an event names is on the board, and asks who that is;
  /// `false` when there is no room for another.
  mutating func ensureOperator(_ id: OperatorID) -> Bool {
    guard operators[id] == nil else { return true }
    wantedReads.insert(.operators)
    return addOperator(id)
  }

  /// Makes sure that the operator is on the board; `false` when there is no room for another.
  mutating func addOperator(_ id: OperatorID) -> Bool {
    if operators[id] != nil { return true }
    guard operators.count < Limits.operators else { return false }
    operators[id] = Operator(operatorID: id)
    return true
  }
}
