import DequeModule
import OrderedCollections
import WallboardBoard
import WallboardEvents

/// Boards on which a call is followed.
extension SampleBoard {
  static func call(_ index: Int) -> CallSID {
    guard let id = CallSID(callSID(index)) else { preconditionFailure("not empty") }
    return id
  }

  /// An event of a followed call, so many seconds before the newest frame.
  mutating func hear(
    _ name: String, _ json: String, of index: Int = 21, ago seconds: Double
  ) throws {
    let event = try ObserverDecoding.event(named: name, json: json)
    let time = Self.now.advanced(seconds: -seconds)
    act(
      .observed(
        ReceivedObserverEvent(
          callSID: Self.call(index), at: time, event: event, size: json.utf8.count)))
  }

  mutating func change(_ index: Int = 21, to phase: ObserverPhase, ago seconds: Double) {
    let time = Self.now.advanced(seconds: -seconds)
    act(.observer(ObserverChange(Self.call(index), phase, at: time)))
  }

  /// Follows calls side by side: the panel's cursor goes to each in turn.
  mutating func follow(_ indices: [Int]) {
    act(.frame(Frame(now: Self.ago(120), visibleRows: [.calls: 10])))
    for index in indices {
      act(.intent(.focus(.calls)))
      act(.intent(.moveToFirst))
      let rows = state.view.panels[.calls]?.rows ?? []
      for _ in 0..<(rows.firstIndex(of: .call(Self.call(index))) ?? 0) {
        act(.intent(.moveDown))
      }
      act(.intent(.openBeside))
    }
  }

  /// A busy afternoon, and one escalated call that is followed.
  static func following(_ indices: [Int] = [21]) throws -> SampleBoard {
    var board = try many()
    board.follow(indices)
    for index in indices {
      board.change(index, to: .open, ago: 110)
      try board.converse(index)
    }
    return board
  }

  /// What a caller, the agent, its tools and an operator say and do.
  private mutating func converse(_ index: Int) throws {
    for (name, json, seconds) in Self.conversation {
      try hear(name, json.replacing("CALL", with: Self.callSID(index)), of: index, ago: seconds)
    }
  }

  private static let conversation: [(String, String, Double)] = [
    (
      "session_info",
      #"{"call_sid":"CALL","caller_id":"+15550121","current_state":"greeting","duration_seconds":42}"#,
      109
    ),
    (
      "participant_joined",
      #"{"participant_id":"p1","participant_role":"caller","conference_sid":"c","display_name":"Mary Adams"}"#,
      108
    ),
    (
      "agent_transcript",
      #"{"transcript":"Good afternoon, Northside Clinic. How can I help you today?"}"#, 106
    ),
    ("user_transcript", #"{"transcript":"Hi, I'm calling ab","is_final":false}"#, 102),
    (
      "user_transcript",
      #"""
      {"transcript":"Hi, I'm calling about the prescription that Dr. Nowak wrote for me last week. The pharmacy says that they never got it.","is_final":true}
      """#, 99
    ),
    ("emotion", #"{"dominant":"worried","valence":-0.2,"arousal":0.4,"trend":"stable"}"#, 98),
    (
      "state_transition",
      #"{"previous_state":"greeting","next_state":"prescription","annotation":"asks for a refill"}"#,
      97
    ),
    ("agent_transcript", #"{"transcript":"One moment, please.","filler_type":"working"}"#, 96),
    (
      "tool_call_started",
      #"""
      {"tool_name":"find_prescription","call_id":"t1","input":{"patient":"Mary Adams","since":"2026-03-01","options":{"active":true,"sites":["north","east"]}},"integration_name":"EHR","endpoint_name":"prescriptions.search","protocol":"http"}
      """#, 95
    ),
    (
      "tool_call_started", #"{"tool_name":"verify_identity","call_id":"t2","parent_call_id":"t1"}"#,
      94
    ),
    (
      "tool_call_completed",
      #"{"tool_name":"verify_identity","call_id":"t2","succeeded":true,"duration_ms":640}"#, 93
    ),
    (
      "tool_call_completed",
      #"""
      {"tool_name":"find_prescription","call_id":"t1","succeeded":true,"duration_ms":2310,"output":"{\"found\":[{\"drug\":\"Lisinopril 10 mg\",\"status\":\"sent\"}],\"count\":1,\"truncat"}
      """#, 92
    ),
    (
      "latency",
      #"{"e2e_ttfb_ms":820,"engine_ms":500,"nav_ms":200,"render_ms":100,"audio_ttfb_ms":120,"continuation":false}"#,
      91
    ),
    ("agent_transcript_delta", #"{"delta":"I can see that it was sent on Monday, "}"#, 90),
    ("agent_transcript_delta", #"{"delta":"so the pharmacy should have"}"#, 89),
    (
      "barge_in",
      #"{"interrupted_text":"so the pharmacy","discarded_texts":["it by now. Shall I send it again?"],"total_barge_ins":1}"#,
      88
    ),
    (
      "agent_transcript",
      #"{"transcript":"I can see that it was sent on Monday, so the pharmacy should have","interrupted":true}"#,
      87
    ),
    (
      "user_transcript",
      #"{"transcript":"No, they don't! I have called three times now. I want to speak to a person.","is_barge_in":true}"#,
      86
    ),
    ("emotion", #"{"dominant":"angry","valence":-0.7,"arousal":0.8,"trend":"deteriorating"}"#, 85),
    (
      "empathy_classified",
      #"{"tier":2,"tier_name":"FULL_EMPATHY","should_pause":true,"suppress_filler":false,"filler_type":"empathy","empathy_baseline":0.5}"#,
      84
    ),
    (
      "latency",
      #"{"e2e_ttfb_ms":1430,"engine_ms":900,"nav_ms":200,"render_ms":100,"audio_ttfb_ms":120,"continuation":false}"#,
      82
    ),
    (
      "agent_transcript",
      #"{"transcript":"I'm sorry about that. I am getting somebody for you right now."}"#, 80
    ),
    (
      "tool_call_started",
      #"{"tool_name":"transfer_to_nurse","call_id":"t3","integration_name":"Telephony"}"#, 79
    ),
    (
      "tool_call_completed",
      #"{"tool_name":"transfer_to_nurse","call_id":"t3","succeeded":false,"duration_ms":5120,"error_message":"nobody answered on line 4"}"#,
      74
    ),
    (
      "forward_call_resolved",
      #"{"target_number":"+15550999","location_name":"Nurse line","error":"no answer"}"#, 73
    ),
    ("speaker_muted", #"{"muted":false}"#, 72),
    ("emotion", #"{"dominant":"angry","valence":-0.4,"arousal":0.6,"trend":"improving"}"#, 60),
    (
      "user_transcript",
      #"{"transcript":"Hello? Is anybody there?","speaker_role":"caller"}"#, 40
    ),
    (
      "user_transcript",
      #"{"transcript":"This is the nurse line. I have your chart open, Mary.","speaker_role":"operator"}"#,
      20
    ),
    ("tool_call_started", #"{"tool_name":"send_prescription","call_id":"t4"}"#, 9),
    ("agent_transcript_delta", #"{"delta":"I am sending it to the pharmacy on"}"#, 3),
  ]

  /// Unfolds the first tool calls of a pane.
  mutating func unfoldTools(of pane: Int, first count: Int) {
    let callSID = state.view.panes[pane].callSID
    let tools = state.board.observations[callSID]?.timeline.entries.filter { entry in
      if case .tool = entry.content { true } else { false }
    }
    state.view.panes[pane].unfolded = Set(tools?.prefix(count).map(\.number) ?? [])
  }

  /// The connection was lost for a while, and two messages made no sense.
  static func followingWithGap() throws -> SampleBoard {
    var board = try following()
    board.change(to: .waiting(until: ago(-5), attempt: 1, reason: "timed out"), ago: 2.9)
    board.act(
      .observedMalformed(
        call(21),
        MalformedEvent(
          id: nil, name: "emotion", receivedAt: ago(2), reason: "valence: a number was expected",
          data: Protected("{}"))))
    return board
  }

  /// The call is over.
  static func followingEnded() throws -> SampleBoard {
    var board = try following()
    try board.hear(
      "session_end",
      #"{"duration_s":245.2,"turns":9,"completion_reason":"completed"}"#, ago: 1)
    board.change(to: .ended, ago: 1)
    return board
  }

  /// Somebody reads further up while new lines come.
  static func followingScrolledUp(_ size: (width: Int, height: Int)) throws -> SampleBoard {
    var board = try following()
    let screen = Picture.size(size.width, size.height)
    board.frame(size: screen, settings: Picture.settings(), at: now)
    for _ in 0..<20 { board.act(.intent(.moveUp)) }
    board.frame(size: screen, settings: Picture.settings(), at: now)
    for number in 1...12 {
      try board.hear("user_transcript", #"{"transcript":"line \#(number)"}"#, ago: 1)
    }
    return board
  }
}
