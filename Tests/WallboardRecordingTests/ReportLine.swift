import Testing
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

/// Lines so many seconds after the beginning.
enum Line {
  static func at(_ second: Double) -> Timestamp { Samples.start.advanced(seconds: second) }

  static func event(_ second: Double, _ name: String, _ payload: String) throws -> RecordedLine {
    let time = at(second)
    let input = try #require(Samples.event(name, payload, id: "\(time.milliseconds)", at: time))
    return try #require(RecordedLine(input))
  }

  static func started(_ call: String, _ second: Double) throws -> RecordedLine {
    try event(
      second, "call.started",
      #"{"call_sid":"\#(call)","direction":"inbound","service_id":"s-1","caller_id":"+15550100"}"#
    )
  }

  static func escalated(_ call: String, _ second: Double) throws -> RecordedLine {
    try event(
      second, "call.escalated",
      #"{"call_sid":"\#(call)","escalation_id":"x-\#(call)","trigger":"caller","reason":"r"}"#)
  }

  static func joined(
    _ call: String, _ second: Double, as mode: String = "takeover"
  ) throws -> RecordedLine {
    try event(
      second, "operator.joined_call",
      #"{"call_sid":"\#(call)","operator_id":"o-1","mode":"\#(mode)"}"#)
  }

  static func left(_ call: String, _ second: Double) throws -> RecordedLine {
    try event(
      second, "operator.left_call", #"{"call_sid":"\#(call)","operator_id":"o-1"}"#)
  }

  static func ended(
    _ call: String, _ second: Double, _ reason: String, lasting duration: Double = 30
  ) throws -> RecordedLine {
    try event(
      second, "call.ended",
      #"{"call_sid":"\#(call)","direction":"inbound","duration_seconds":\#(duration),"#
        + #""completion_reason":"\#(reason)","escalated":false}"#)
  }

  static func status(_ status: String, _ second: Double) throws -> RecordedLine {
    try event(
      second, "operator.status_changed",
      #"{"operator_id":"o-1","name":"Ada","status":"\#(status)"}"#)
  }

  static func heard(_ second: Double) throws -> RecordedLine {
    try #require(RecordedLine(.heard(at: at(second))))
  }

  static func connection(_ phase: ConnectionPhase, _ second: Double) throws -> RecordedLine {
    try #require(RecordedLine(.connection(ConnectionChange(phase, at: at(second)))))
  }

  static func lost(_ second: Double) throws -> RecordedLine {
    try connection(.waiting(until: at(second), attempt: 1, reason: "lost"), second)
  }

  static func read(_ part: SnapshotPart, _ second: Double) throws -> [RecordedLine] {
    let inputs: [Input] = [
      .readStarted(part.source, at: at(second)),
      .read(part, ReadNotes(tellsAll: true), at: at(second)),
    ]
    return try inputs.map { try #require(RecordedLine($0)) }
  }

  static func opening() throws -> [RecordedLine] {
    let parts: [SnapshotPart] = [
      .calls([], isComplete: true), .operators([], isComplete: true),
      .escalations([], isComplete: true), .surfaces([], isComplete: true),
      .services(["s-1": "Billing"]),
    ]
    return [try connection(.open, 0)] + (try parts.flatMap { try read($0, 0) })
  }
}
