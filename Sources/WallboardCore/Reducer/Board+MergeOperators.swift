import OrderedCollections

extension Board {
  mutating func merge(operators found: [OperatorSnapshot], isComplete: Bool, sent: Revision) {
    for snapshot in found where ensureOperator(snapshot.operatorID) {
      merge(snapshot, sent: sent)
    }
    wantedReads.remove(.operators)
    guard isComplete else { return }
    let registered = Set(found.map(\.operatorID))
    for known in operators.values
    where known.touched <= sent && !registered.contains(known.operatorID) {
      leaveOtherCall(known.operatorID, than: nil)
      operators.removeValue(forKey: known.operatorID)
    }
  }

  private mutating func merge(_ snapshot: OperatorSnapshot, sent: Revision) {
    let id = snapshot.operatorID
    if let name = snapshot.name { operators[id]?.name = name }
    if let type = snapshot.type { operators[id]?.type = type }
    guard let known = operators[id], known.touched <= sent else { return }
    if known.status != snapshot.status || known.statusSince == nil {
      operators[id]?.status = snapshot.status
      operators[id]?.statusSince = snapshot.statusSince
    }
    guard known.callSID != snapshot.activeCallSID else { return }
    leaveOtherCall(id, than: snapshot.activeCallSID)
    if let callSID = snapshot.activeCallSID { seat(id, on: callSID, mode: nil, joinedAt: nil) }
  }

  /// Puts the operator on a call that the board has, as a read tells it.
  mutating func seat(
    _ id: OperatorID, on callSID: CallSID, mode: Open<OperatorMode>?, joinedAt: Timestamp?
  ) {
    guard calls[callSID] != nil, ensureOperator(id) else { return }
    leaveOtherCall(id, than: callSID)
    var seat = CallOperator(operatorID: id, mode: mode, joinedAt: joinedAt)
    if let index = calls[callSID]?.operators.firstIndex(where: { $0.operatorID == id }) {
      let known = calls[callSID]?.operators[index]
      seat.mode = mode ?? known?.mode
      seat.joinedAt = known?.joinedAt ?? joinedAt
      calls[callSID]?.operators[index] = seat
    } else if (calls[callSID]?.operators.count ?? 0) < Limits.operatorsOnCall {
      calls[callSID]?.operators.append(seat)
    }
    operators[id]?.callSID = callSID
    operators[id]?.mode = seat.mode
    operators[id]?.joinedAt = seat.joinedAt
  }
}
