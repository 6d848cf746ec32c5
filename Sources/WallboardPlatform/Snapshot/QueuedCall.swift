import WallboardEvents

/// A `PriorityQueueItem`. The name and the brief context of its patient are left where they are.
struct QueuedCall: Decodable {
  let snapshot: CallSnapshot

  private enum Key: String, CodingKey {
    case callSID = "call_sid"
    case direction
    case serviceID = "service_id"
    case serviceName = "service_name"
    case callerID = "caller_id"
    case callerPhone = "caller_phone"
    case startedAt = "started_at"
    case escalationActive = "escalation_active"
    case riskLevel = "risk_level"
    case priorityReasons = "priority_reasons"
    case currentState = "current_state"
    case currentEmotion = "current_emotion"
    case turnCount = "turn_count"
  }

  init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    var call = CallSnapshot(callSID: try item.decode(CallSID.self, forKey: .callSID))
    call.direction = item.readable(Open<Direction>.self, .direction)
    call.serviceID = item.readable(ServiceID.self, .serviceID)
    call.serviceName = item.text(.serviceName)
    call.callerID = item.person(.callerID) ?? item.person(.callerPhone)
    call.startedAt = item.moment(.startedAt)
    call.escalationActive = item.readable(Bool.self, .escalationActive)
    call.riskLevel = item.readable(Open<RiskLevel>.self, .riskLevel)
    call.priorityReasons = item.readable([Text].self, .priorityReasons) ?? []
    call.currentState = item.text(.currentState)
    call.emotion = item.text(.currentEmotion)
    call.turnCount = item.readable(Int.self, .turnCount)
    snapshot = call
  }
}
