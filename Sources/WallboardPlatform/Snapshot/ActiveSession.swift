import WallboardEvents

/// An item of `GET /sessions/active` (contract 3.2), which knows ages and no times.
struct ActiveSession: Decodable {
  private let call: CallSnapshot
  /// Seconds.
  private let age: Double?

  private enum Key: String, CodingKey {
    case callSID = "call_sid"
    case direction
    case serviceID = "service_id"
    case callerID = "caller_id"
    case durationSeconds = "duration_seconds"
    case currentState = "current_state"
  }

  init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    var call = CallSnapshot(callSID: try item.decode(CallSID.self, forKey: .callSID))
    call.direction = item.readable(Open<Direction>.self, .direction)
    call.serviceID = item.readable(ServiceID.self, .serviceID)
    call.callerID = item.person(.callerID)
    call.currentState = item.text(.currentState)
    self.call = call
    age = item.readable(Double.self, .durationSeconds)
  }

  /// The call, begun as long before the answer's arrival as it is old.
  func snapshot(at arrival: Timestamp) -> CallSnapshot {
    var call = call
    call.startedAt = age.map { arrival.advanced(seconds: -max($0, 0)) }
    return call
  }
}
