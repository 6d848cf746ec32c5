import WallboardBoard
import WallboardEvents

/// A long conversation as the observer socket of one call tells it, turn after turn: words, a tool,
/// and what the platform measures beside them.
struct ObserverWorkload {
  /// The messages, each one JSON object.
  let messages: [String]
  /// The call that is followed.
  let callSID: CallSID

  init(count: Int) {
    guard let callSID = CallSID("CA00000000000000000000000000000001") else {
      preconditionFailure("a call's key is made from any short string")
    }
    self.callSID = callSID
    var messages: [String] = []
    var turn = 0
    while messages.count < count {
      turn += 1
      messages += Self.turn(turn)
    }
    self.messages = Array(messages.prefix(count))
  }

  /// What the messages decode to, four a second.
  var events: [ReceivedObserverEvent] {
    let decoder = ObserverEventDecoder()
    return messages.enumerated().compactMap { number, message in
      let at = Self.time(of: number)
      guard case .event(let event) = decoder.decode(message, of: callSID, at: at) else {
        return nil
      }
      return event
    }
  }

  /// A board on which the call is followed and heard.
  var following: WallboardState {
    let start = Self.time(of: 0)
    let outcome = WorkspaceEventDecoder().decode(
      id: nil, type: "call.started",
      data: #"{"call_sid":"\#(callSID)","direction":"inbound","service_id":"s"}"#, at: start)
    guard case .event(let started) = outcome else {
      preconditionFailure("the event is of the contract")
    }
    let actions: [Action] = [
      .received(started), .frame(Frame(now: start, visibleRows: [.calls: 10])), .intent(.open),
      .observer(ObserverChange(callSID, .open, at: start)),
    ]
    var state = WallboardState(.benchmark)
    for action in actions { _ = reduce(into: &state, action) }
    return state
  }

  private static let words =
    "You have an appointment on Tuesday at a quarter past nine in the clinic"
    .split(separator: " ")

  /// When a message comes: four come a second.
  static func time(of number: Int) -> Timestamp {
    Timestamp(milliseconds: EndlessDay.start + Int64(number) * 250)
  }

  /// The messages of one turn.
  static func turn(_ number: Int) -> [String] {
    let line = words.joined(separator: " ")
    let deltas = words.map { #"{"type":"agent_transcript_delta","delta":" \#($0)"}"# }
    return [
      #"{"type":"user_transcript","transcript":"When is my appointment, number \#(number)?","#
        + #""state":"scheduling","speaker_role":"caller","stt_confidence":0.93}"#,
      #"{"type":"emotion","dominant":"calm","valence":0.4,"arousal":0.2,"trend":"stable"}"#,
      #"{"type":"tool_call_started","tool_name":"find_appointment","call_id":"t-\#(number)","#
        + #""input":{"patient":"p-\#(number)","day":"tuesday"}}"#,
      #"{"type":"tool_call_completed","tool_name":"find_appointment","call_id":"t-\#(number)","#
        + #""output":"{\"at\":\"09:15\"}","succeeded":true,"duration_ms":412.5}"#,
      #"{"type":"latency","e2e_ttfb_ms":820,"engine_ms":400,"nav_ms":200,"render_ms":120,"#
        + #""audio_ttfb_ms":100,"continuation":false}"#,
    ] + deltas + [
      #"{"type":"agent_transcript","transcript":"\#(line)","speaker_role":"agent","streaming":true}"#
    ]
  }
}
