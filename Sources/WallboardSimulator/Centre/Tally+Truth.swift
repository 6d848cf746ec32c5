extension Tally {
  var truthOfCalls: JSON {
    [
      "count": .integer(endedCalls),
      "by_completion_reason": JSON(byCompletionReason),
      "escalated": .integer(escalatedCalls),
      "duration_seconds_sum": .number(callSeconds),
      "recent": .array(recentCalls.map(\.truth)),
    ]
  }

  var truthOfTextSessions: JSON {
    [
      "count": .integer(endedTextSessions),
      "duration_seconds_sum": .number(textSeconds),
      "turn_count_sum": .integer(textTurns),
    ]
  }
}

extension EndedCall {
  fileprivate var truth: JSON {
    [
      "call_sid": .string(sid),
      "direction": .string(direction.rawValue),
      "duration_seconds": .number(durationSeconds),
      "completion_reason": .string(reason.rawValue),
      "escalated": .boolean(escalated),
      "ended_at": .integer(endedAt),
    ]
  }
}
