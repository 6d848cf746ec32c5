import WallboardSimulator

/// A reader with a memory of its own: it folds events by the contract's words, complains about
/// what cannot be, and can be compared with the truth.
struct Witness: Equatable {
  private(set) var calls: [String: Call] = [:]
  private(set) var operators: [String: Operator] = [:]
  private(set) var stages: [String: String] = [:]
  private(set) var complaints: [String] = []
  private var ended: Set<String> = []

  struct Call: Equatable {
    var escalation: String?
    var operators: [String: String] = [:]
  }

  struct Operator: Equatable {
    var status: String
    var call: String?
  }

  init(_ truth: JSON) {
    for call in truth["calls"]?.elements ?? [] { add(call) }
    for person in truth["operators"]?.elements ?? [] { add(operator: person) }
    for surface in truth["surfaces"]?.elements ?? [] {
      stages[surface.text(at: "surface_id")] = surface.text(at: "stage")
    }
  }

  static func == (one: Witness, other: Witness) -> Bool {
    // The truth forgets finished surfaces, a witness never does.
    let known = other.stages.allSatisfy { one.stages[$0.key] == $0.value }
    return known && one.calls == other.calls && one.operators == other.operators
  }

  mutating func fold(_ event: SimulatedEvent) {
    switch event.name.family {
    case "call": foldCall(event)
    case "operator": foldOperator(event)
    case "surface": foldSurface(event)
    default: break
    }
  }

  private mutating func add(_ call: JSON) {
    var added = Call(escalation: call["escalation"]?["status"]?.string)
    for person in call["operators"]?.elements ?? [] {
      added.operators[person.text(at: "operator_id")] = person.text(at: "mode")
    }
    calls[call.text(at: "call_sid")] = added
  }

  private mutating func add(operator person: JSON) {
    let status = person.text(at: "status")
    operators[person.text(at: "operator_id")] = Operator(
      status: status, call: person["call_sid"]?.string)
  }

  private mutating func demand(_ condition: Bool, _ event: SimulatedEvent) {
    if !condition { complaints.append("\(event.name.rawValue) \(event.text)") }
  }

  private mutating func foldCall(_ event: SimulatedEvent) {
    let sid = event.data.text(at: "call_sid")
    switch event.name {
    case .callStarted:
      demand(calls[sid] == nil && !ended.contains(sid), event)
      calls[sid] = Call()
    case .callEscalated:
      demand(calls[sid] != nil && calls[sid]?.operators.isEmpty == true, event)
      calls[sid]?.escalation = "requested"
    default:
      demand(calls[sid] != nil && calls[sid]?.operators.isEmpty == true, event)
      demand((event.data["escalated"] == true) == (calls[sid]?.escalation != nil), event)
      calls[sid] = nil
      ended.insert(sid)
    }
  }

  private mutating func foldOperator(_ event: SimulatedEvent) {
    let id = event.data.text(at: "operator_id")
    let sid = event.data.text(at: "call_sid")
    switch event.name {
    case .operatorStatusChanged:
      demand(operators[id]?.call == nil, event)
      operators[id]?.status = event.data.text(at: "status")
    case .operatorJoinedCall: foldJoin(event, id, sid)
    case .operatorModeChanged:
      demand(calls[sid]?.operators[id] != nil, event)
      enter(id, sid, event)
    case .operatorLeftCall: foldLeave(event, id, sid)
    case .operatorWrapUp:
      demand(calls[sid] != nil, event)
      if calls[sid]?.escalation != nil { calls[sid]?.escalation = "completed" }
    default: demand(operators[id] != nil, event)
    }
  }

  private mutating func foldJoin(_ event: SimulatedEvent, _ id: String, _ sid: String) {
    demand(operators[id]?.status == "busy" && operators[id]?.call == nil, event)
    demand(calls[sid]?.operators.isEmpty == true, event)
    operators[id]?.call = sid
    enter(id, sid, event)
  }

  private mutating func enter(_ id: String, _ sid: String, _ event: SimulatedEvent) {
    let mode = event.data.text(at: "mode")
    calls[sid]?.operators[id] = mode
    let isAnswered = mode == "takeover" && calls[sid]?.escalation == "requested"
    if isAnswered { calls[sid]?.escalation = "connected" }
  }

  private mutating func foldLeave(_ event: SimulatedEvent, _ id: String, _ sid: String) {
    demand(operators[id]?.call == sid && calls[sid]?.operators[id] != nil, event)
    operators[id]?.call = nil
    calls[sid]?.operators[id] = nil
    demand(calls[sid]?.escalation != "requested", event)
    if calls[sid]?.escalation != nil { calls[sid]?.escalation = "handback" }
  }

  private mutating func foldSurface(_ event: SimulatedEvent) {
    let id = event.data.text(at: "surface_id")
    let before = stages[id]
    let (allowed, after) = Self.transition(event.name)
    demand(allowed.contains(before ?? "none"), event)
    stages[id] = after ?? before
  }

  private static func transition(_ name: EventName) -> (from: Set<String>, to: String?) {
    switch name {
    case .surfaceCreated: (["none"], "created")
    case .surfaceDelivered: (["created"], "delivered")
    case .surfaceOpened: (["delivered"], "opened")
    case .surfaceFieldSaved: (["opened", "in_progress"], "in_progress")
    case .surfaceSubmitted: (["in_progress"], "submitted")
    case .surfacePendingReview: (["submitted"], "pending_review")
    case .surfaceReviewApproved: (["pending_review"], "approved")
    case .surfaceReviewRejected: (["pending_review"], "rejected")
    case .surfaceArchived:
      (["created", "delivered", "submitted", "approved", "rejected"], "archived")
    default: (open, nil)
    }
  }

  private static let open: Set<String> = [
    "created", "delivered", "opened", "in_progress", "submitted", "pending_review",
  ]
}
