@testable import WallboardBoard

extension Call: WrittenFields {
  static var unwritten: Set<String> { ["touched"] }

  var fields: Fields {
    [
      ("callSID", callSID), ("origin", origin), ("direction", direction),
      ("serviceID", serviceID), ("serviceName", serviceName), ("callerID", callerID),
      ("startedAt", startedAt), ("firstSeenAt", firstSeenAt), ("escalation", escalation),
      ("operators", operators), ("wrapUpReason", wrapUpReason), ("riskLevel", riskLevel),
      ("priorityReasons", priorityReasons), ("currentState", currentState), ("emotion", emotion),
      ("turnCount", turnCount),
    ]
  }
}

extension Call.Origin: Written {}

extension Escalation: WrittenFields {
  var fields: Fields {
    [
      ("escalationID", escalationID), ("status", status), ("trigger", trigger),
      ("reason", reason), ("requestedAt", requestedAt), ("connectedAt", connectedAt),
      // Nearly all that an event told of have a reason.
      ("isTold", isTold && reason == nil ? true : nil),
    ]
  }
}

extension CallOperator: WrittenFields {
  var fields: Fields {
    [("operatorID", operatorID), ("mode", mode), ("joinedAt", joinedAt)]
  }
}

extension EndedCall: WrittenFields {
  var fields: Fields {
    [
      ("callSID", callSID), ("direction", direction), ("duration", duration),
      ("completionReason", completionReason), ("escalated", escalated), ("endedAt", endedAt),
      ("gaveUp", gaveUp),
    ]
  }
}

extension EndedCalls: WrittenFields {
  static var unwritten: Set<String> { ["recent", "known"] }

  var fields: Fields {
    [
      ("count", count), ("byCompletionReason", byCompletionReason), ("escalated", escalated),
      ("durationSum", durationSum),
    ]
  }
}

extension DepartedCall: WrittenFields {
  var fields: Fields {
    [("call", call), ("ending", ending), ("since", since)]
  }
}
