import WallboardBoard
import WallboardEvents

/// A board made from real inputs: events decoded from their payloads, reads, and a frame.
struct SampleBoard {
  /// 2026-03-09T14:03:21Z, the moment of every sample's newest frame.
  static let now = Timestamp(milliseconds: 1_773_065_001_000)

  var state = WallboardState(.test)
  private var pending: [(at: Timestamp, event: WorkspaceEvent)] = []

  /// A board whose stream is open, heard `silence` seconds ago, all reads done.
  static func open(silence: Int64 = 2) throws -> SampleBoard {
    var board = SampleBoard()
    board.act(.connection(ConnectionChange(.open, at: ago(3_600))))
    for part in [
      SnapshotPart.calls([], isComplete: true), .operators([], isComplete: true),
      .escalations([], isComplete: true), .surfaces([], isComplete: true), .services([:]),
    ] {
      board.act(.readStarted(part.source, at: ago(3_600)))
      board.act(.read(part, at: ago(3_599)))
    }
    board.act(.heard(at: ago(silence)))
    return board
  }

  static func ago(_ seconds: Int64) -> Timestamp {
    now.advanced(milliseconds: -1_000 * seconds)
  }

  mutating func act(_ input: Input) {
    _ = reduce(into: &state, input)
  }

  /// Notes an event of that payload, so many seconds before the newest frame.
  mutating func event(_ name: String, _ json: String, ago seconds: Int64) throws {
    pending.append((Self.ago(seconds), try EventDecoding.event(named: name, json: json)))
  }

  /// Folds the noted events in the order of time, and hears a heartbeat two seconds ago.
  mutating func settle() {
    let inOrder = pending.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    for (index, event) in inOrder {
      act(
        .received(
          ReceivedEvent(
            id: BoundedString("\(index + 1)"), at: event.at, receivedAt: event.at,
            event: event.event)))
    }
    pending = []
    act(.heard(at: Self.ago(2)))
  }
}

extension SampleBoard {
  private static let names = [
    "Dana Reed", "Oluwaseun Adeyemi", "Zoë Łukasiewicz", "李小龍", "Marta Nowak", "Ana Souza",
    "Tom Hale", "Priya Raman", "Bob", "Kim Ji-woo", "Fatima El-Sayed", "Jürgen Groß",
    "Sofía Ñandú", "Constance Featherstonehaugh-Cholmondeley",
  ]
  private static let services = [
    "Appointment desk", "Billing", "Prescription renewals", "New patients", "After hours",
  ]
  private static let forms = [
    "Intake questionnaire", "Insurance card", "Consent to treatment", "Medication history",
    "Pre-visit checklist",
  ]

  /// One of everything.
  static func one() throws -> SampleBoard {
    var board = try open()
    board.nameServices()
    try board.register(count: 1)
    try board.call(1, ago: 194)
    try board.surface(1, ago: 250)
    board.settle()
    return board
  }

  /// A busy afternoon: 36 calls, 14 operators, 60 surfaces, more events than are remembered.
  static func many() throws -> SampleBoard { try busy.get() }

  private static let busy = Result { try makeBusy() }

  private static func makeBusy() throws -> SampleBoard {
    var board = try open()
    board.nameServices()
    try board.register(count: 14)
    for index in 0..<1_000 { try board.smallEvent(index, ago: Int64(3_000 - 2 * index)) }
    for index in 1...60 { try board.surface(index, ago: Int64(2_900 - 47 * index)) }
    for index in 1...36 { try board.call(index, ago: Int64(1_400 - 38 * index)) }
    for index in 1...3 { try board.escalate(index * 7, ago: Int64(190 - 43 * index)) }
    for index in 1...8 { try board.answer(index * 4 + 1, by: index, ago: Int64(600 - 70 * index)) }
    try board.event("operator.left_call", operatorOn(5, by: 1), ago: 30)
    for index in 1...6 { try board.end(100 + index, ago: Int64(60 - index)) }
    try board.event("pipeline.error", pipelineError, ago: 8)
    board.settle()
    return board
  }

  mutating func nameServices() {
    var names: [ServiceID: BoundedString] = [:]
    for (index, name) in Self.services.enumerated() {
      names[ServiceID("svc-\(index)") ?? Self.anyService] = BoundedString(name)
    }
    act(.readStarted(.services, at: Self.ago(3_500)))
    act(.read(.services(names), at: Self.ago(3_499)))
  }

  private static let anyService: ServiceID = {
    guard let id = ServiceID("svc") else { preconditionFailure("not empty") }
    return id
  }()

  mutating func register(count: Int) throws {
    for (index, name) in Self.names.prefix(count).enumerated() {
      let id = Self.operatorID(index)
      try event(
        "operator.registered", #"{"operator_id":"\#(id)","name":"\#(name)"}"#, ago: 3_400)
      let status = index > 0 && index < 9 ? "busy" : ["online", "offline", "online"][index % 3]
      try event(
        "operator.status_changed", #"{"operator_id":"\#(id)","status":"\#(status)"}"#,
        ago: Int64(2_400 - 160 * index))
    }
  }

  mutating func call(_ index: Int, ago seconds: Int64) throws {
    let direction = ["inbound", "inbound", "outbound", "inbound", "test"][index % 5]
    try event(
      "call.started",
      #"""
      {"call_sid":"\#(Self.callSID(index))","direction":"\#(direction)",
       "service_id":"svc-\#(index % 5)","caller_id":"+1555010\#(100 + index)"}
      """#, ago: seconds)
  }

  mutating func escalate(_ index: Int, ago seconds: Int64) throws {
    let trigger = ["caller", "ai", "operator"][index % 3]
    try event(
      "call.escalated",
      #"""
      {"call_sid":"\#(Self.callSID(index))","escalation_id":"esc-\#(index)",
       "trigger":"\#(trigger)","reason":"Wants to speak to a nurse about her dosage"}
      """#, ago: seconds)
  }

  mutating func answer(_ index: Int, by person: Int, ago seconds: Int64) throws {
    if index % 2 == 1 { try escalate(index, ago: seconds + 44) }
    try event("operator.joined_call", Self.operatorOn(index, by: person), ago: seconds)
  }

  mutating func end(_ index: Int, ago seconds: Int64) throws {
    let reason = ["completed", "abandoned", "caller_hangup"][index % 3]
    try event(
      "call.ended",
      #"""
      {"call_sid":"\#(Self.callSID(index))","direction":"inbound","duration_seconds":183.4,
       "completion_reason":"\#(reason)"}
      """#, ago: seconds)
  }

  mutating func surface(_ index: Int, ago seconds: Int64) throws {
    let key = #""surface_id":"\#(Self.surfaceID(index))","entity_id":"ent-\#(4_000 + index)""#
    try event(
      "surface.created",
      #"{\#(key),"channel":"sms","fields_count":8,"review_required":\#(index % 2 == 0)}"#,
      ago: seconds)
    let steps = [
      #"surface.delivered {\#(key),"channel":"sms"}"#, #"surface.opened {\#(key)}"#,
      #"surface.field_saved {\#(key),"field_key":"date_of_birth"}"#,
      #"surface.field_saved {\#(key),"field_key":"allergies"}"#,
      #"surface.field_saved {\#(key),"field_key":"medication"}"#,
      #"surface.submitted {\#(key)}"#, #"surface.pending_review {\#(key)}"#,
    ]
    for (step, line) in steps.prefix(index % 8).enumerated() {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      try event(parts[0], parts[1], ago: seconds - 5 * Int64(step + 1))
    }
    if index % 16 == 7 {
      try event("surface.review_rejected", #"{\#(key),"reason":"Signature missing"}"#, ago: 40)
    }
  }

  private mutating func smallEvent(_ index: Int, ago seconds: Int64) throws {
    switch index % 4 {
    case 0:
      try event(
        "trigger.fired", #"{"trigger_id":"tr-\#(index)","trigger_name":"Recall"}"#, ago: seconds)
    case 1:
      try event(
        "encounter.updated", #"{"encounter_entity_id":"enc-\#(index)","session_id":"s-1"}"#,
        ago: seconds)
    case 2:
      try event(
        "encounter.updated", #"{"encounter_entity_id":"enc-\#(index)","session_id":"s-2"}"#,
        ago: seconds)
    default:
      try event("lab.result_ready", #"{"panel":"CBC","order":\#(index)}"#, ago: seconds)
    }
  }

  static func callSID(_ index: Int) -> String { "CA4f\(9_000_000_000 + 7_919 * index)" }
  static func operatorID(_ index: Int) -> String { "0b8c-operator-\(100 + index)" }
  static func surfaceID(_ index: Int) -> String { "7d1e-surface-\(1_000 + 37 * index)" }

  static func operatorOn(_ call: Int, by person: Int) -> String {
    let mode = call % 3 == 0 ? "listen" : "takeover"
    return #"""
      {"call_sid":"\#(callSID(call))","operator_id":"\#(operatorID(person))","mode":"\#(mode)"}
      """#
  }

  private static let pipelineError =
    #"{"data_source_id":"ds-1","error":"401 from the records system"}"#
}

extension BoardSettings {
  /// The settings of a person at a desk, with pseudonyms that are the same every time.
  static let test = BoardSettings(privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2)))
}
