package import WallboardEvents

/// A human operator.
package struct Operator: Equatable, Sendable {
  package let operatorID: OperatorID
  package var name: BoundedString?
  package var type: BoundedString?
  /// `nil` until an event or a read has told it.
  package var status: OpenEnum<OperatorStatus>?
  package var statusSince: Timestamp?
  package var callSID: CallSID?
  package var mode: OpenEnum<OperatorMode>?
  package var joinedAt: Timestamp?
  /// The call that a read put the operator on while the board did not have it.
  var awaitedCallSID: CallSID?
  /// The revision at which an event last changed it.
  package var touched: Revision = 0 {
    // What the event says is newer than what the read said.
    didSet { awaitedCallSID = nil }
  }

  /// An operator of whom nothing else is known.
  package init(operatorID: OperatorID) {
    self.operatorID = operatorID
  }

  /// Whether the operator is known to be free to take a call.
  package var isOnline: Bool { if case .known(.online)? = status { true } else { false } }

  /// Leaves that call, if that is where the operator is.
  mutating func leave(_ callSID: CallSID) {
    if self.callSID == callSID { leaveCall() }
  }

  mutating func leaveCall() {
    callSID = nil
    mode = nil
    joinedAt = nil
  }
}

extension Board {
  /// Who is free comes first, the longest free before all, then who is busy.
  var operatorRows: [RowID] {
    var keys: [OperatorKey] = []
    keys.reserveCapacity(operators.count)
    operators.forEachRow { keys.append($0.rowKey) }
    return
      keys.sorted { ($0.rank, $0.since, $0.name, $0.id) < ($1.rank, $1.since, $1.name, $1.id) }
      .map { .operator($0.id) }
  }
}

private typealias OperatorKey = (rank: Int, since: Timestamp, name: String, id: OperatorID)

extension Operator {
  fileprivate var rowKey: OperatorKey {
    let since = statusSince ?? Timestamp(milliseconds: .max)
    return (urgency, since, name?.string ?? operatorID.rawValue, operatorID)
  }

  fileprivate var urgency: Int {
    switch status {
    case .known(.online): 0
    case .known(.busy): 1
    case .other: 2
    case .known(.offline): 3
    case nil: 4
    }
  }

  /// What a read told is no news: at the start it tells of all.
  func mark(at now: Timestamp) -> RowMark? {
    guard touched > 0, let statusSince else { return nil }
    return now.seconds(since: statusSince) < RowMark.shownFor ? .changed : nil
  }
}

extension Operator {
  /// What a field of the operator holds now.
  func value(of field: Field, in board: Board) -> FieldValue {
    switch field {
    case .status: .text(status?.sought ?? "unknown")
    case .since: statusSince.map { .seconds(board.now.seconds(since: $0)) } ?? .none
    case .name: .text(board.name(of: operatorID))
    case .mode:
      callSID == nil ? .none : .text(mode?.sought ?? "on call")
    case .time: timeOnCall(at: board.now)
    case .service: service(board)
    case .type: FieldValue(type?.spoken)
    case .call: FieldValue(callSID?.rawValue)
    // Fields of other things.
    case _: .none
    }
  }

  private func timeOnCall(at now: Timestamp) -> FieldValue {
    guard callSID != nil, let joinedAt else { return .none }
    return .seconds(now.seconds(since: joinedAt))
  }

  private func service(_ board: Board) -> FieldValue {
    guard let callSID else { return .none }
    return FieldValue(board.calls.look(at: callSID) { board.serviceName(of: $0) } ?? nil)
  }
}
