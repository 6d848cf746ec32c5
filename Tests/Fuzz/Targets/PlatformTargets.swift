import EventFixtures
import FoundationEssentials
import WallboardBoard
import WallboardEvents
import WallboardPlatform
import WallboardWire

extension FuzzTarget {
  /// Blocks of the workspace's stream: the name, the id, and the payload, on three lines. Each is an
  /// outcome, is written as one line of JSON and folded into a board.
  static let events = FuzzTarget(
    "events", rounds: 700,
    seeds: EventFixture.all.map { "\($0.name)\n1766000000000\n\($0.payload)" }
      + ["message\n\n{\"event_type\":\"surface.updated\"}", "error\n0\n{\"code\":429}"],
    words: jsonWords
  ) { bytes in
    var reader = ByteReader(bytes)
    let (type, id) = (reader.line(), reader.line())
    let data = String(decoding: reader.remainder(), as: UTF8.self)
    let outcome = WorkspaceEventDecoder().decode(
      id: id.isEmpty ? nil : id, type: type, data: data, at: Samples.moment)
    switch outcome {
    case .event(let event):
      try isOneLine { try EventLineEncoder($0).line(for: event) }
      try outlive(.received(event))
    case .malformed(let event):
      try require(!event.reason.isEmpty, "no reason is given")
      try isOneLine { try EventLineEncoder($0).line(for: event) }
      try outlive(.malformed(event))
    case .control: break
    }
  }

  /// Messages of an observer socket.
  static let observer = FuzzTarget(
    "observer", rounds: 700, seeds: Samples.messages, words: jsonWords
  ) { bytes in
    guard let callSID = Samples.callSID else { return }
    let outcome = ObserverEventDecoder().decode(
      String(decoding: bytes, as: UTF8.self), of: callSID, at: Samples.moment)
    switch outcome {
    case .event(let event):
      try isOneLine { try EventLineEncoder($0).line(for: event) }
      try outlive(.observed(event))
    case .malformed(let event):
      try require(!event.reason.isEmpty, "no reason is given")
      try isOneLine { try EventLineEncoder($0).line(for: event) }
      try outlive(.observedMalformed(callSID, event))
    }
  }

  /// A REST read: which one, and the bodies of its answers on a line each, the last one again and
  /// again. It comes to an end.
  static let reads = FuzzTarget(
    "reads", rounds: 700,
    seeds: SnapshotSource.allCases.enumerated().map { index, source in
      "\(index)\(Samples.pages[source] ?? "")"
    },
    words: jsonWords + ["has_more", "continuation_token", "\n"]
  ) { bytes in
    var input = ByteReader(bytes)
    guard let source = input.pick(SnapshotSource.allCases) else { return }
    var reader = SnapshotReader(source, from: try Samples.endpoints())
    var body = input.bytes(upTo: UInt8(ascii: "\n"))
    for _ in 0...(4 * SnapshotReader.mostPages) {
      let answer = PlatformResponse(status: 200, body: body, arrival: Samples.moment)
      switch reader.receive(answer) {
      case .request: break
      case .finished(let part): return try outlive(.read(part, at: Samples.moment))
      case .failed: return
      }
      if !input.isAtEnd { body = input.bytes(upTo: UInt8(ascii: "\n")) }
    }
    throw Finding(description: "a read without an end")
  }

  /// The calls of the past, or one's story: `0` and the pages of the list on a line each, the last one
  /// again and again, or `1` and the story. A list comes to an end, and has no call twice.
  static let stories = FuzzTarget(
    "stories", rounds: 500, seeds: ["0" + Samples.pastCalls, "1" + Samples.story],
    words: jsonWords + ["has_more", "total", "turns", "tool_calls", "\n"]
  ) { bytes in
    var input = ByteReader(bytes)
    guard let isStory = input.pick([false, true]), let callSID = Samples.callSID else { return }
    let endpoints = try Samples.endpoints()
    guard !isStory else {
      let body = Array(input.remainder())
      let reader = StoryReader(callSID, from: endpoints)
      let answer = PlatformResponse(status: 200, body: body, arrival: Samples.moment)
      guard case .story(let story, _) = reader.story(answer) else { return }
      return try isOneLine { try JSONLineEncoder($0).line(story) }
    }
    var reader = CallListReader(from: endpoints)
    var seen: Set<[String?]> = []
    var body = input.bytes(upTo: UInt8(ascii: "\n"))
    for _ in 0...SnapshotReader.mostPages {
      let answer = PlatformResponse(status: 200, body: body, arrival: Samples.moment)
      guard let page = try? reader.receive(answer) else { return }
      for call in page.calls {
        let keys = [call.callSID?.rawValue, call.entityID?.rawValue]
        try require(seen.insert(keys).inserted, "a call twice")
        try isOneLine { try JSONLineEncoder($0).line(call) }
      }
      guard page.next == .page else { return }
      if !input.isAtEnd { body = input.bytes(upTo: UInt8(ascii: "\n")) }
    }
    throw Finding(description: "a list without an end")
  }

  static let jsonWords = [
    "null", "true", "1e999", "-0.0", "99999999999999999999", "1.5", "\\ud800", "\\u0000", "[[[[",
    "{\"a\":", "\"\"", "\"call_sid\":", "\"type\":", ",", "\u{202E}", "\u{1B}[2J", "\u{9B}",
  ]

  /// A line of JSON says the same to whoever reads it, and steers no terminal.
  private static func isOneLine(_ line: (Disclosure) throws -> String) throws {
    for mode in [PrivacyMode.open, .desk] {
      let text = try line(Samples.privacy(mode).output)
      let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      try require(isPlain, "a control character in \(text.debugDescription)")
      _ = try JSONValue(json: text.utf8.span, deepest: 2 * JSONReader.deepest)
    }
  }

  /// Folds it into a board on which its call is followed.
  private static func outlive(_ input: Input) throws {
    var state = WallboardState(BoardSettings(privacy: Samples.privacy(.desk)))
    if let callSID = Samples.callSID { _ = reduce(into: &state, .intent(.follow(callSID))) }
    _ = reduce(into: &state, input)
    _ = reduce(into: &state, .frame(Frame(now: Samples.moment)))
    try BoardBounds.check(state)
  }
}

/// What the targets take for granted.
enum Samples {
  static let moment = Timestamp(milliseconds: 1_766_000_000_500)
  static let callSID = CallSID("call_sid-example")

  /// What a mode of privacy lets out, with pseudonyms that are the same every time.
  static func privacy(_ mode: PrivacyMode) -> Privacy {
    Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2))
  }

  static func endpoints() throws -> PlatformEndpoints {
    guard let workspace = WorkspaceID("00000000-0000-4000-8000-000000000001") else {
      throw FuzzTarget.Finding(description: "an id of a workspace is none")
    }
    return PlatformEndpoints(address: try PlatformAddress("https://host"), workspace: workspace)
  }

  /// One message of an observer socket for each of its events.
  static let messages = (EventFixture.observer + EventFixture.olderObserver).map(\.message)

  static let pastCalls =
    #"{"items":[{"entity_id":"e-1","call_sid":"CA1","direction":"inbound","caller_id":"+15550100","#
    + #""started_at":"2026-08-03T10:00:00Z","duration_seconds":61.5,"status":"completed","turns":7,"#
    + #""escalation_status":"none","quality_score":0.5,"completion_reason":"caller_hangup"},"#
    + #"{"entity_id":"e-2"}],"total":2,"has_more":true}"#

  static let story =
    #"{"id":"e-1","call_sid":"CA1","call_start_time":"2026-08-03T10:00:00Z","turns":[{"#
    + #""user_transcript":"Hello","agent_transcript":"Hi","engine_ms":300,"state":"greeting","#
    + #""tool_calls":[{"tool_name":"find","input":{"a":[1]},"duration_ms":12.5,"succeeded":true}],"#
    + #""state_transitions":[{"from_state":"a","to_state":"b"}]}],"escalation":{"status":"none"},"#
    + #""emotional_summary":{"dominant_emotion":"calm"},"participants":[{"role":"caller"}],"#
    + #""human_segments":[{"transcript":"Hello"}],"safety":{"concept_matches":[{}]}}"#

  /// A page of each list, as a read finds it.
  static let pages: [SnapshotSource: String] = [
    .services: #"{"items":[{"id":"s-1","name":"Billing"}],"has_more":false}"#,
    .calls:
      #"{"calls":[{"call_sid":"CA1","direction":"inbound","service_id":"s-1","caller_id":"+1","#
      + #""duration_seconds":12.5,"escalation_active":true,"priority_reasons":["long_wait"],"#
      + #""current_state":"greeting","turn_count":3}],"total":1}"#,
    .operators:
      #"{"items":[{"id":"o-1","status":"busy","name":"Ada","type":"clinical","#
      + #""last_status_change":"2026-08-03T10:00:00Z","active_call_sid":"CA1"}],"has_more":true,"#
      + #""continuation_token":2}"#,
    .escalations:
      #"{"items":[{"call_entity_id":"e","call_sid":"CA1","escalation_id":"x","#
      + #""status":"requested","trigger":"caller","requested_at":"2026-08-03T10:00:00.5+02:00","#
      + #""operator_entity_id":"o-1","phone_number":"+15550100","direction":"inbound"}],"#
      + #""has_more":false}"#,
    .surfaces:
      #"{"items":[{"id":"f-1","entity_id":"e","title":"Consent","status":"delivered","#
      + #""channel":"sms","fields_count":4}],"has_more":false,"continuation_token":null}"#,
  ]
}
