import WallboardEvents

/// A `PriorityQueueItem`. The name and the brief context of its patient are left where they are.
struct QueuedCall: FieldReadable {
  let snapshot: CallSnapshot

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    var call = CallSnapshot(callSID: try item.key("call_sid"))
    call.direction = item.optional("direction")
    call.serviceID = item.identifier("service_id")
    call.serviceName = item.text("service_name")
    call.callerID = item.person("caller_id") ?? item.person("caller_phone")
    call.startedAt = item.moment("started_at")
    call.escalationActive = item.optional("escalation_active")
    call.riskLevel = item.optional("risk_level")
    call.priorityReasons = item.optional("priority_reasons") ?? []
    call.currentState = item.text("current_state")
    call.emotion = item.text("current_emotion")
    call.turnCount = item.optional("turn_count")
    snapshot = call
    value.collect(item)
  }
}
