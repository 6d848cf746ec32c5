import WallboardEvents

extension Board {
  mutating func register(_ registration: OperatorRegistered, at time: Timestamp) {
    let id = registration.operatorID
    guard ensureOperator(id) else { return }
    if let name = registration.name { rename(id, to: name) }
    wantedReads.insert(.operators)
    guard operators.look(at: id, { $0.status == nil }) == true else { return }
    setStatus(.known(.offline), of: id, at: time)
  }

  /// A status that could not be understood makes the operator known, and changes nothing else.
  mutating func setStatus(
    _ status: OpenEnum<OperatorStatus>?, of id: OperatorID, at time: Timestamp
  ) {
    guard ensureOperator(id), let status else { return }
    operators.update(id) { person in
      person.touched = revision
      guard person.status != status else { return }
      person.status = status
      person.statusSince = time
    }
  }

  mutating func rename(_ id: OperatorID, to name: BoundedString) {
    guard operators.look(at: id, { $0.name == name }) != true else { return }
    operators.update(id) { $0.name = name }
    backgroundRevision &+= 1
  }

  /// Notes that the profile changed; the changes themselves are protected, a read tells the name.
  mutating func updateProfile(_ id: OperatorID) {
    guard ensureOperator(id) else { return }
    wantedReads.insert(.operators)
  }

  /// Puts the operator on the call in that mode, or changes the mode of one who is on it; a mode that
  /// could not be understood changes none.
  mutating func put(
    _ id: OperatorID, on callSID: CallSID, mode: OpenEnum<OperatorMode>?, at time: Timestamp
  ) {
    guard ensureCall(callSID, at: time), ensureOperator(id) else { return }
    let seat = calls.update(callSID) { call in
      call.touched = revision
      return call.add(id, mode: mode, at: time)
    }
    let last = operators.update(id) { person in
      let last = person.callSID
      person.callSID = callSID
      person.mode = seat?.mode
      person.joinedAt = seat?.joinedAt
      person.touched = revision
      return last
    }
    if let other = last ?? nil, other != callSID {
      calls.update(other) { call in
        call.remove(id)
        call.touched = revision
      }
    }
    if case .known(.takeover)? = mode { connect(callSID, at: time) }
  }

  mutating func take(_ id: OperatorID, off callSID: CallSID, at time: Timestamp) {
    if ensureOperator(id) {
      operators.update(id) { person in
        person.leave(callSID)
        person.touched = revision
      }
    }
    guard ensureCall(callSID, at: time) else { return }
    calls.update(callSID) { call in
      call.remove(id)
      call.touched = revision
    }
  }

  /// Takes the operator off that call in the operators' list, if that is where the operator is.
  mutating func releaseOperator(_ id: OperatorID, from callSID: CallSID) {
    operators.update(id) { $0.leave(callSID) }
  }

  mutating func leaveOtherCall(_ id: OperatorID, than callSID: CallSID?) {
    let found = operators.look(at: id) { $0.callSID }
    guard let other = found ?? nil, other != callSID else { return }
    calls.update(other) { $0.remove(id) }
    operators.update(id) { $0.leaveCall() }
  }

  /// Makes sure that the operator whom an event names is on the board, and asks who that is;
  /// `false` when there is no room for another.
  mutating func ensureOperator(_ id: OperatorID) -> Bool {
    guard !operators.contains(id) else { return true }
    wantedReads.insert(.operators)
    return addOperator(id)
  }

  /// Makes sure that the operator is on the board; `false` when there is no room for another.
  mutating func addOperator(_ id: OperatorID) -> Bool {
    if operators.contains(id) { return true }
    guard operators.count < Limits.operators else { return false }
    operators[id] = Operator(operatorID: id)
    return true
  }
}

extension Call {
  /// Puts the operator on the call in that mode, or changes the mode of one who is on it.
  ///
  /// - Returns: How the operator is on it.
  fileprivate mutating func add(
    _ id: OperatorID, mode: OpenEnum<OperatorMode>?, at time: Timestamp
  ) -> CallOperator {
    if let index = operators.firstIndex(where: { $0.operatorID == id }) {
      operators[index].mode = mode ?? operators[index].mode
      return operators[index]
    }
    let seat = CallOperator(operatorID: id, mode: mode, joinedAt: time)
    operators.append(seat)
    return seat
  }

  /// Takes the operator off the call; when nobody speaks in the agent's place any more, the agent
  /// has the call back (contract 4).
  fileprivate mutating func remove(_ id: OperatorID) {
    operators.removeAll { $0.operatorID == id }
    if case .known(.connected)? = escalation?.status, !isTakenOver {
      escalation?.status = .known(.handback)
    }
  }
}
