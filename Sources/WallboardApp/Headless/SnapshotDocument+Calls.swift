import DequeModule
import WallboardBoard
import WallboardEvents

struct CallDocument: JSONWritable {
  private let call: Call
  private let serviceName: Text?

  init(_ call: Call, in board: Board) {
    self.call = call
    serviceName = call.serviceName ?? call.serviceID.flatMap { board.services[$0] }
  }

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("call_sid", call.callSID)
      try members.member("caller_id", call.callerID)
      try members.member("direction", call.direction)
      try members.member("escalation", call.escalation.map(EscalationDocument.init))
      try members.array("operators") { operators in
        for participant in call.operators {
          try operators.element(CallOperatorDocument(participant: participant))
        }
      }
      try members.member("origin", call.origin.rawValue)
      try members.member("service_id", call.serviceID)
      try members.member("service_name", serviceName)
      try members.member("started_at", call.startedAt)
      try members.member("wrap_up_reason", call.wrapUpReason)
    }
  }
}

struct EscalationDocument: JSONWritable {
  let escalation: Escalation

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("connected_at", escalation.connectedAt)
      try members.member("escalation_id", escalation.escalationID)
      try members.member("reason", escalation.reason)
      try members.member("requested_at", escalation.requestedAt)
      try members.member("status", escalation.status)
      try members.member("trigger", escalation.trigger)
    }
  }
}

struct CallOperatorDocument: JSONWritable {
  let participant: CallOperator

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("joined_at", participant.joinedAt)
      try members.member("mode", participant.mode)
      try members.member("operator_id", participant.operatorID)
    }
  }
}

struct EndedCallsDocument: JSONWritable {
  private let ended: EndedCalls

  init(_ ended: EndedCalls) {
    self.ended = ended
  }

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("by_completion_reason", ended.byCompletionReason.counts)
      try members.member("count", ended.count)
      try members.member("duration_seconds_sum", ended.durationSum)
      try members.member("escalated", ended.escalated)
      try members.array("recent") { recent in
        for call in ended.recent.suffix(Limits.recentCalls) {
          try recent.element { members in
            try members.member("call_sid", call.callSID)
            try members.member("completion_reason", call.completionReason)
            try members.member("direction", call.direction)
            try members.member("duration_seconds", call.duration)
            try members.member("ended_at", call.endedAt)
            try members.member("escalated", call.escalated)
          }
        }
      }
    }
  }
}
