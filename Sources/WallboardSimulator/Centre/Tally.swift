/// What the centre has counted since its first event.
struct Tally: Sendable, Equatable {
  private(set) var byType: [String: Int] = [:]
  private(set) var byFamily: [String: Int] = [:]
  private(set) var events = 0
  private(set) var endedCalls = 0
  private(set) var escalatedCalls = 0
  private(set) var callSeconds = 0.0
  private(set) var byCompletionReason: [String: Int] = [:]
  private(set) var recentCalls: [EndedCall] = []
  private(set) var endedTextSessions = 0
  private(set) var textSeconds = 0.0
  private(set) var textTurns = 0

  private static let recentCallLimit = 50

  mutating func count(_ name: EventName) {
    events += 1
    byType[name.rawValue, default: 0] += 1
    byFamily[name.family, default: 0] += 1
  }

  mutating func count(_ call: EndedCall) {
    endedCalls += 1
    escalatedCalls += call.escalated ? 1 : 0
    callSeconds += call.durationSeconds
    byCompletionReason[call.reason.rawValue, default: 0] += 1
    recentCalls.append(call)
    recentCalls.removeFirst(max(0, recentCalls.count - Self.recentCallLimit))
  }

  mutating func countTextSession(seconds: Double, turns: Int) {
    endedTextSessions += 1
    textSeconds += seconds
    textTurns += turns
  }
}

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
