import WallboardEvents

/// An item of `GET /sessions/active` (contract 3.2), which knows ages and no times.
struct ActiveSession: FieldReadable {
  private let call: CallSnapshot
  /// Seconds.
  private let age: Double?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    var call = CallSnapshot(callSID: try item.key("call_sid"))
    call.direction = item.optional("direction")
    call.serviceID = item.identifier("service_id")
    call.callerID = item.person("caller_id")
    call.currentState = item.text("current_state")
    self.call = call
    age = item.optional("duration_seconds")
    value.collect(item)
  }

  /// The call, begun as long before the answer's arrival as it is old.
  func snapshot(at arrival: Timestamp) -> CallSnapshot {
    var call = call
    call.startedAt = age.map { arrival.advanced(seconds: -max($0, 0)) }
    return call
  }
}
