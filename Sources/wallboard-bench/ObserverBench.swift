import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

extension Bench {
  @Sendable static func measureObserverDecode(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    let observed = ObserverWorkload(count: workload.count)
    let decoder = ObserverEventDecoder()
    let at = Timestamp(milliseconds: 0)
    return Measurement(name, count: workload.count) {
      var decoded = 0
      for message in observed.messages {
        if case .event = decoder.decode(message, of: observed.callSID, at: at) { decoded += 1 }
      }
      precondition(decoded == workload.count)
    }
  }

  @Sendable static func measureObserverReduce(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    let observed = ObserverWorkload(count: workload.count)
    let inputs = observed.events.map(Input.observed)
    precondition(inputs.count == workload.count)
    return Measurement(name, count: inputs.count) {
      var state = observed.following
      for input in inputs { _ = reduce(into: &state, input) }
      precondition(state.view.panes.count == 1)
    }
  }

  /// Words that arrive on a call of which nothing was said yet.
  @Sendable static func measureGrowthOfNewCall(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    let observed = ObserverWorkload(count: workload.count)
    return measureGrowth(name, workload, of: observed.following, observed)
  }

  /// The same words on a call whose time line is full: they must cost no more.
  @Sendable static func measureGrowthOfLongCall(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    let observed = ObserverWorkload(count: workload.count)
    var state = observed.following
    for event in observed.events { _ = reduce(into: &state, .observed(event)) }
    precondition(state.view.panes.count == 1)
    return measureGrowth(name, workload, of: state, observed)
  }

  private static func measureGrowth(
    _ name: String, _ workload: Workload, of start: WallboardState, _ observed: ObserverWorkload
  ) -> Measurement {
    let deltas = observed.events.filter { $0.event.name == "agent_transcript_delta" }.prefix(12)
    let line = observed.events.filter { $0.event.name == "agent_transcript" }.prefix(1)
    let turn = (Array(deltas) + line).map(Input.observed)
    let calls = workload.count / turn.count / turnsOfCall
    return Measurement(name, count: calls * turnsOfCall * turn.count) {
      for _ in 0..<calls {
        var state = start
        for _ in 0..<turnsOfCall {
          for input in turn { _ = reduce(into: &state, input) }
        }
      }
    }
  }

  /// Few enough that a new call stays short beside a long one; that one is copied once for so many.
  private static let turnsOfCall = 50
}

extension Bench {
  /// A call with a full time line, drawn anew for every message, twenty a second.
  @Sendable static func measurePane(_ name: String, _ workload: Workload) throws -> Measurement {
    measurePane(name, moves: [])
  }

  /// The same while somebody reads further up.
  @Sendable static func measureReader(_ name: String, _ workload: Workload) throws -> Measurement {
    measurePane(name, moves: [.pageUp, .pageUp, .pageUp])
  }

  /// The same while words are highlighted that are nowhere.
  @Sendable static func measureSearch(_ name: String, _ workload: Workload) throws -> Measurement {
    measurePane(name, moves: [.search] + "zebra".map(Intent.typed) + [.open])
  }

  private static func measurePane(_ name: String, moves: [Intent]) -> Measurement {
    let observed = ObserverWorkload(count: 2 * Limits.timelineEntries * 3)
    let inputs = observed.events.map(Input.observed)
    let latest = inputs.suffix(paneFrames)
    var start = observed.following
    for input in inputs { _ = reduce(into: &start, input) }
    for intent in moves { _ = reduce(into: &start, .intent(intent)) }
    let begin = observed.events.last?.at ?? Timestamp(milliseconds: 0)
    let size = Size(width: 160, height: 50)
    return Measurement(name, unit: "frames", count: latest.count) {
      var state = start
      var painter = DashboardPainter(.benchmark)
      for (number, input) in latest.enumerated() {
        _ = reduce(into: &state, input)
        let frame = Frame(
          now: begin.advanced(milliseconds: 50 * Int64(number)),
          visibleRows: Dashboard.layout(state, size: size).visibleRows,
          panes: painter.panePositions(state, size: size, utcOffset: 0))
        _ = reduce(into: &state, .frame(frame))
        _ = painter.draw(state, size: size, utcOffset: 0)
      }
    }
  }

  private static let paneFrames = 1_000
}

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
    let inputs: [Input] = [
      .received(started), .frame(Frame(now: start, visibleRows: [.calls: 10])), .intent(.open),
      .observer(ObserverChange(callSID, .open, at: start)),
    ]
    var state = WallboardState(.benchmark)
    for input in inputs { _ = reduce(into: &state, input) }
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
