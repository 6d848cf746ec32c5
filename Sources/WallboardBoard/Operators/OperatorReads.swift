import WallboardEvents

extension Board {
  mutating func merge(operators found: [OperatorSnapshot], isComplete: Bool, sent: Revision) {
    for snapshot in found where addOperator(snapshot.operatorID) {
      merge(snapshot, sent: sent)
    }
    guard isComplete else { return }
    let registered = Set(found.map(\.operatorID))
    var gone: [OperatorID] = []
    operators.forEachRow { person in
      guard person.touched <= sent, !registered.contains(person.operatorID) else { return }
      gone.append(person.operatorID)
    }
    for id in gone {
      leaveOtherCall(id, than: nil)
      operators.removeValue(forKey: id)
    }
  }

  private mutating func merge(_ snapshot: OperatorSnapshot, sent: Revision) {
    let id = snapshot.operatorID
    if let name = snapshot.name { rename(id, to: name) }
    guard let known = operators[id] else { return }
    let isUntouched = known.touched <= sent
    operators.update(id) { person in
      person.type = snapshot.type ?? person.type
      if let status = snapshot.status,
        person.status == nil || isUntouched && person.isNews(snapshot)
      {
        person.status = status
        person.statusSince = snapshot.statusSince
      }
      if snapshot.isCallUnreadable != true { person.awaitedCallSID = nil }
    }
    guard snapshot.isCallUnreadable != true else { return }
    guard known.callSID != snapshot.activeCallSID else { return }
    guard isUntouched else {
      // The event is newer, but need not have been about the call: a later read tells.
      wantedReads.insert(.operators)
      return
    }
    leaveOtherCall(id, than: snapshot.activeCallSID)
    guard let callSID = snapshot.activeCallSID else { return }
    if !calls.contains(callSID) {
      operators.update(id) { $0.awaitedCallSID = callSID }
    } else {
      seat(id, on: callSID, mode: nil, joinedAt: nil)
    }
  }

  /// Seats the operators on calls that a read has told of later than another told of them.
  mutating func seatAwaited() {
    var awaited: [(id: OperatorID, callSID: CallSID)] = []
    operators.forEachRow { person in
      guard let callSID = person.awaitedCallSID else { return }
      awaited.append((person.operatorID, callSID))
    }
    for (id, callSID) in awaited where calls.contains(callSID) {
      operators.update(id) { $0.awaitedCallSID = nil }
      seat(id, on: callSID, mode: nil, joinedAt: nil)
    }
  }

  /// Puts the operator on a call that the board has, as a read tells it.
  mutating func seat(
    _ id: OperatorID, on callSID: CallSID, mode: OpenEnum<OperatorMode>?, joinedAt: Timestamp?
  ) {
    guard calls.contains(callSID), addOperator(id) else { return }
    leaveOtherCall(id, than: callSID)
    let seat = calls.update(callSID) { $0.seat(id, mode: mode, joinedAt: joinedAt) }
    operators.update(id) { person in
      person.callSID = callSID
      person.mode = seat?.mode
      person.joinedAt = seat?.joinedAt
    }
  }
}

extension Call {
  /// Takes from a read that the operator is on the call. What an event told goes before it.
  fileprivate mutating func seat(
    _ id: OperatorID, mode: OpenEnum<OperatorMode>?, joinedAt: Timestamp?
  ) -> CallOperator {
    var seat = CallOperator(operatorID: id, mode: mode, joinedAt: joinedAt)
    if let index = operators.firstIndex(where: { $0.operatorID == id }) {
      seat.mode = mode ?? operators[index].mode
      seat.joinedAt = operators[index].joinedAt ?? joinedAt
      operators[index] = seat
    } else {
      operators.append(seat)
    }
    return seat
  }
}

extension Operator {
  /// Whether the read's status is another one, or tells since when.
  fileprivate func isNews(_ snapshot: OperatorSnapshot) -> Bool {
    status != snapshot.status || statusSince == nil
  }
}
