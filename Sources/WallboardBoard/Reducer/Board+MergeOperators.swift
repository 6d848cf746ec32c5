import OrderedCollections
import WallboardEvents

extension Board {
  mutating func merge(operators found: [OperatorSnapshot], isComplete: Bool, sent: Revision) {
    for snapshot in found where addOperator(snapshot.operatorID) {
      merge(snapshot, sent: sent)
    }
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
    if let name = snapshot.name { rename(id, to: name) }
    if let type = snapshot.type { operators[id]?.type = type }
    guard let known = operators[id] else { return }
    let isUntouched = known.touched <= sent
    if known.status == nil || isUntouched && known.isNews(snapshot) {
      operators[id]?.status = snapshot.status
      operators[id]?.statusSince = snapshot.statusSince
    }
    operators[id]?.awaitedCallSID = nil
    guard known.callSID != snapshot.activeCallSID else { return }
    guard isUntouched else {
      // The event is newer, but need not have been about the call: a later read tells.
      wantedReads.insert(.operators)
      return
    }
    leaveOtherCall(id, than: snapshot.activeCallSID)
    guard let callSID = snapshot.activeCallSID else { return }
    if calls[callSID] == nil {
      operators[id]?.awaitedCallSID = callSID
    } else {
      seat(id, on: callSID, mode: nil, joinedAt: nil)
    }
  }

  /// Seats the operators on calls that a read has told of later than another told of them.
  mutating func seatAwaited() {
    for person in operators.values {
      guard let callSID = person.awaitedCallSID, calls[callSID] != nil else { continue }
      operators[person.operatorID]?.awaitedCallSID = nil
      seat(person.operatorID, on: callSID, mode: nil, joinedAt: nil)
    }
  }

  /// Puts the operator on a call that the board has, as a read tells it.
  mutating func seat(
    _ id: OperatorID, on callSID: CallSID, mode: Open<OperatorMode>?, joinedAt: Timestamp?
  ) {
    guard calls[callSID] != nil, addOperator(id) else { return }
    leaveOtherCall(id, than: callSID)
    var seat = CallOperator(operatorID: id, mode: mode, joinedAt: joinedAt)
    if let index = calls[callSID]?.operators.firstIndex(where: { $0.operatorID == id }) {
      let known = calls[callSID]?.operators[index]
      seat.mode = mode ?? known?.mode
      seat.joinedAt = known?.joinedAt ?? joinedAt
      calls[callSID]?.operators[index] = seat
    } else {
      calls[callSID]?.operators.append(seat)
    }
    operators[id]?.callSID = callSID
    operators[id]?.mode = seat.mode
    operators[id]?.joinedAt = seat.joinedAt
  }
}

extension Operator {
  /// Whether the read's status is another one, or tells since when.
  fileprivate func isNews(_ snapshot: OperatorSnapshot) -> Bool {
    status != snapshot.status || statusSince == nil
  }
}
