@testable import WallboardBoard
@testable import WallboardEvents

/// The entities that a test expects, with what it says of them.
extension Call {
  static func expected(
    _ sid: CallSID, _ origin: Origin = .event, at seconds: Int64, touched: Revision,
    _ details: (inout Call) -> Void = { _ in }
  ) -> Call {
    var call = Call(callSID: sid, origin: origin, firstSeenAt: second(seconds))
    if origin == .event {
      call.direction = .known(.inbound)
      call.serviceID = "billing"
      call.startedAt = second(seconds)
    }
    call.touched = touched
    details(&call)
    return call
  }
}

extension Escalation {
  static func expected(
    _ status: EscalationStatus, id: EscalationID? = "E1", requested: Int64?,
    connected: Int64? = nil
  ) -> Escalation {
    var escalation = Escalation(escalationID: id, status: .known(status))
    escalation.requestedAt = requested.map(second)
    escalation.connectedAt = connected.map(second)
    guard requested != nil else { return escalation }
    escalation.isTold = true
    escalation.trigger = .known(.ai)
    escalation.reason = Protected("dizzy")
    return escalation
  }
}

extension CallOperator {
  init(_ id: OperatorID, _ mode: OperatorMode?, joined seconds: Int64?) {
    self.init(
      operatorID: id, mode: mode.map(OpenEnum.known), joinedAt: seconds.map(second))
  }
}

extension Operator {
  static func expected(
    _ id: OperatorID, touched: Revision, _ details: (inout Operator) -> Void = { _ in }
  ) -> Operator {
    var person = Operator(operatorID: id)
    person.touched = touched
    details(&person)
    return person
  }

  /// This operator on a call.
  mutating func sits(_ call: CallSID, _ mode: OperatorMode?, joined seconds: Int64?) {
    callSID = call
    self.mode = mode.map(OpenEnum.known)
    joinedAt = seconds.map(second)
  }
}

extension Surface {
  static func expected(
    _ stage: SurfaceStage, id: SurfaceID = "S", since seconds: Int64, touched: Revision,
    _ details: (inout Surface) -> Void = { _ in }
  ) -> Surface {
    var surface = Surface(surfaceID: id, stage: stage, since: second(seconds))
    surface.touched = touched
    details(&surface)
    return surface
  }
}
