import TestSupport
import WallboardBoard
import WallboardEvents

/// Whatever may happen to a board, over so few ids and names that the same line changes often.
struct RandomDay {
  private var random: SplitMix64
  private(set) var now = SampleBoard.now

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < probability
  }

  /// Time goes on, mostly by less than a second; now and then the clock is set back, or a day
  /// passes.
  mutating func pass() -> Timestamp {
    let steps: [Int64] = [0, 0, 33, 33, 33, 33, 33, 33, 250, 1_000]
    let leaps: [Int64] = [-40_000, 12_000, 70_000, 86_400_000]
    now = now.advanced(milliseconds: chance(0.01) ? pick(leaps) : pick(steps))
    return now
  }

  mutating func input() throws -> Input {
    if chance(0.3) { return try observed() }
    if chance(0.1) { return .intent(pick(Self.follows)) }
    return switch Int.random(in: 0..<40, using: &random) {
    case 0...25: .received(try received())
    case 26: .heard(at: now)
    case 27: .connection(ConnectionChange(chance(0.3) ? pick(phases) : .open, at: now))
    case 28: .connection(ConnectionChange(.open, at: now))
    case 29: .readStarted(pick(SnapshotSource.allCases), at: now)
    case 30: .readFailed(pick(SnapshotSource.allCases), reason: "503", retryAt: later, at: now)
    case 31...34: .read(part(), at: now)
    default: .intent(pick(chance(0.5) ? Self.moves : Self.intents))
    }
  }

  /// What a recording has besides, and what a person does with it.
  mutating func recordedAction() throws -> Input {
    guard chance(0.15), let callSID = CallSID("CA\(pick(Array(0..<4)))") else {
      return try input()
    }
    return chance(0.5)
      ? .following(callSID, isOn: chance(0.7), at: now)
      : .intent(pick([.follow(callSID), .beginSeek, .showIdentifiers, .back, .typed("5")]))
  }

  private var later: Timestamp { now.advanced(milliseconds: 60_000) }

  private var phases: [ConnectionPhase] {
    [
      .connecting(attempt: 2), .unanswered, .waiting(until: later, attempt: 3, reason: "lost"),
      .refused(reason: "401", until: nil), .stopped(reason: "204"),
    ]
  }

  private mutating func received() throws -> ReceivedEvent {
    let (name, fields) = pick(Self.events)
    let event = try EventDecoding.event(named: name, json: "{\(filled(fields))}")
    let number = UInt64.random(in: 1...UInt64.max, using: &random)
    return ReceivedEvent(
      id: BoundedString("\(number)"), at: now, receivedAt: now, event: event, fingerprint: number)
  }

  /// Whatever may be heard of a followed call.
  private mutating func observed() throws -> Input {
    let name = pick(["CA0", "CA1", "CA2", "CA3", "CA4", "CA5"])
    guard let callSID = CallSID(name) else { return .heard(at: now) }
    if chance(0.05) { return .observer(ObserverChange(callSID, pick(observerPhases), at: now)) }
    if chance(0.02) {
      return .observedMalformed(
        callSID,
        MalformedEvent(
          id: nil, name: "?", receivedAt: now, reason: "odd", data: Protected("{")))
    }
    let (event, fields) = pick(Self.messages)
    return .observed(
      ReceivedObserverEvent(
        callSID: callSID, at: now,
        event: try ObserverDecoding.event(named: event, json: "{\(filled(fields))}"), size: 100))
  }

  private var observerPhases: [ObserverPhase] {
    [
      .open, .open, .open, .connecting(attempt: 2),
      .waiting(until: later, attempt: 2, reason: "lost"), .refused(reason: "4403"),
      .notFound(reason: "4004"), .stopped(reason: "odd"), .ended,
    ]
  }

  /// Puts ids and words into the places of a payload.
  private mutating func filled(_ fields: String) -> String {
    var result = ""
    for character in fields {
      switch character {
      case "#": result += "\(Int.random(in: 0..<9, using: &random))"
      case "$": result += pick(Self.words)
      default: result.append(character)
      }
    }
    return result
  }

  private mutating func part() -> SnapshotPart {
    let isComplete = chance(0.3)
    switch pick(SnapshotSource.allCases) {
    case .services: return .services(Dictionary(uniqueKeysWithValues: many(services)))
    case .calls: return .calls(many(call), isComplete: isComplete)
    case .operators: return .operators(many(person), isComplete: isComplete)
    case .escalations: return .escalations([], isComplete: isComplete)
    case .surfaces: return .surfaces(many(surface), isComplete: isComplete)
    }
  }

  private mutating func many<Item>(_ make: (inout RandomDay, Int) -> Item?) -> [Item] {
    let first = Int.random(in: 0..<6, using: &random)
    return (first..<(first + 4)).compactMap { make(&self, $0) }
  }

  private let services = { (day: inout RandomDay, number: Int) in
    ServiceID("svc-\(number)").map { ($0, BoundedString(day.pick(RandomDay.words))) }
  }

  private let call = { (day: inout RandomDay, number: Int) in
    CallSID("CA\(number)").map { id in
      var snapshot = CallSnapshot(callSID: id)
      snapshot.serviceName = day.chance(0.5) ? BoundedString(day.pick(RandomDay.words)) : nil
      return snapshot
    }
  }

  private let person = { (day: inout RandomDay, number: Int) in
    OperatorID("OP\(number)").map { id in
      var snapshot = OperatorSnapshot(operatorID: id, status: .known(.busy))
      snapshot.name = BoundedString(day.pick(RandomDay.words))
      snapshot.activeCallSID = day.chance(0.5) ? CallSID("CA\(number)") : nil
      return snapshot
    }
  }

  private let surface = { (day: inout RandomDay, number: Int) in
    SurfaceID("SF\(number)").map { id in
      var snapshot = SurfaceSnapshot(surfaceID: id, stage: day.pick(SurfaceStage.allCases))
      snapshot.title = BoundedString(day.pick(RandomDay.words))
      return snapshot
    }
  }

  private static let words = ["Kim", "李小龍", "a longer name than the field is wide", "é", "urgent"]

  private static let events = [
    ("call.started", #""call_sid":"CA#","direction":"inbound","service_id":"svc-#""#),
    ("call.started", #""call_sid":"CB###","direction":"inbound","service_id":"svc-#""#),
    (
      "call.escalated",
      #""call_sid":"CA#","escalation_id":"E#","trigger":"caller","reason":"$""#
    ),
    (
      "call.ended",
      #""call_sid":"CB###","direction":"inbound","duration_seconds":#,"completion_reason":"$""#
    ),
    ("operator.registered", #""operator_id":"OP#","name":"$""#),
    ("operator.status_changed", #""operator_id":"OP#","status":"online""#),
    ("operator.status_changed", #""operator_id":"OP#","status":"offline""#),
    ("operator.joined_call", #""operator_id":"OP#","call_sid":"CA#","mode":"takeover""#),
    ("operator.joined_call", #""operator_id":"OP#","call_sid":"CA#","mode":"$""#),
    ("operator.left_call", #""operator_id":"OP#","call_sid":"CA#""#),
    ("surface.created", #""surface_id":"SF##","entity_id":"e#","channel":"$","fields_count":#"#),
    ("surface.field_saved", #""surface_id":"SF##","entity_id":"e#","field_key":"$""#),
    ("surface.submitted", #""surface_id":"SF##","entity_id":"e#""#),
    ("surface.pending_review", #""surface_id":"SF##","entity_id":"e#""#),
    ("surface.review_rejected", #""surface_id":"SF##","reason":"$""#),
    ("surface.review_approved", #""surface_id":"SF##","entity_id":"e#""#),
    ("trigger.fired", #""trigger_id":"T#","trigger_name":"$""#),
    ("lab.result_ready", #""panel":"$""#),
    ("pipeline.error", #""data_source_id":"ds-#","error":"$""#),
  ]

  private static let messages = [
    ("session_info", #""call_sid":"CA#","caller_id":"$","duration_seconds":#"#),
    ("agent_transcript_delta", #""delta":"$ ""#), ("agent_transcript_delta", #""delta":"$ ""#),
    ("agent_transcript_delta", #""delta":"$ ""#), ("agent_transcript", #""transcript":"$ $ $""#),
    ("agent_transcript", #""transcript":"$","filler_type":"receipt""#),
    ("user_transcript", #""transcript":"$ $ $ $ $ $ $ $ $""#),
    ("user_transcript", #""transcript":"$","is_final":false"#),
    ("user_transcript", #""transcript":"$","speaker_role":"operator","is_barge_in":true"#),
    ("barge_in", #""interrupted_text":"$","discarded_texts":["$","$"]"#),
    ("tool_call_started", #""tool_name":"$","call_id":"t#","parent_call_id":"t#","input":["$"]"#),
    ("tool_call_completed", #""tool_name":"$","call_id":"t#","succeeded":true,"output":"[#,#]""#),
    ("tool_call_completed", #""tool_name":"$","call_id":"t#","error_message":"$ $ $""#),
    ("emotion", #""dominant":"$","valence":-0.#,"arousal":0.#,"trend":"stable""#),
    ("state_transition", #""previous_state":"$","next_state":"$""#),
    (
      "participant_joined",
      #""participant_id":"p#","participant_role":"operator","conference_sid":"c","operator_entity_id":"OP#""#
    ),
    ("speaker_muted", #""muted":true"#), ("brand_new", #""words":"$""#),
    (
      "latency",
      #""e2e_ttfb_ms":1#0,"engine_ms":#,"nav_ms":#,"render_ms":#,"audio_ttfb_ms":#,"continuation":false"#
    ),
    ("session_end", #""duration_s":#,"completion_reason":"completed""#),
  ]

  private static let follows: [Intent] = [
    .openBeside, .openBeside, .focus(.calls), .focus(.calls), .moveDown, .moveDown, .moveUp,
  ]

  private static let moves: [Intent] = [.moveDown, .moveDown, .moveUp, .pageDown, .nextPanel]

  private static let intents: [Intent] =
    [
      .toggleHelp, .back, .back, .back, .previousPanel, .moveToFirst, .moveToLast, .halfPageDown,
      .pageUp, .open, .toggleZoom, .toggleHints, .toggleHold, .showIdentifiers, .repaint, .open,
      .openBeside, .openBeside, .openBeside, .nextPanel, .nextPanel, .search, .nextMatch,
      .previousMatch, .typed("a"), .typed("e"), .erase, .followEscalation, .quit, .copyID,
    ] + shapes + Panel.allCases.map(Intent.focus)

  /// What a person makes of a panel.
  private static let shapes: [Intent] = [
    .filter, .filter, .filter, .typed("k"), .typed("a"), .typed(">"), .typed(":"), .eraseAll,
    .open, .open, .sortByNextColumn, .sortByNextColumn, .reverseSort, .sort(.calls, .wait),
    .sort(.operators, .name), .sort(.surfaces, .since), .sort(.calls, nil), .chooseColumns,
    .chooseColumns, .toggleColumn, .moveColumn(1), .moveColumn(-2), .resetLayout, .acknowledge,
    .openAlert, .back, .openPalette, .typed("s"), .chooseTheme, .back, .openBeside, .openBeside,
  ]
}
