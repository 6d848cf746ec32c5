import FoundationEssentials
import SplitMix64

/// The requests that change something. Each is checked as the platform's framework does it: the body
/// before what it names.
extension SimulatedPlatform {
  /// Carries an action out. Returns the reply; nothing where there is to be none.
  func perform(
    _ action: Action, on id: String, _ request: HTTPRequest
  ) throws(Problem) -> JSON? {
    if let kind = faults.take(oneOf: FaultKind.refusingActions) {
      throw .fault(kind, of: action, for: request, at: now)
    }
    guard faults.take(oneOf: [.actionDrop]) == nil else { return nil }
    guard let id = UUID(uuidString: id)?.uuidString.lowercased() else {
      throw .invalid(
        ["path", .string(action.idName)], "uuid_parsing", "Input should be a valid UUID",
        input: .string(id))
    }
    if action == .approve { return try review(id, to: .approved) }
    let body = try RequestBody(of: request)
    switch action {
    case .approve: return nil
    case .reject:
      let reason = body.has("reason") ? try body.text("reason", 0...2_000) : nil
      return try review(id, to: .rejected, because: reason)
    case .update: return try update(id, body)
    case .join: return try join(id, body)
    case .switchMode: return try switchMode(id, body)
    case .leave: return try leave(id, body)
    case .wrapUp: return try wrapUp(id, body)
    case .guide: return try guide(id, body)
    }
  }

  /// Without a mode, an operator who joins takes over.
  private func join(_ id: String, _ body: RequestBody) throws(Problem) -> JSON {
    let sid = try callSID(in: body)
    let mode =
      body.isGiven("mode") ? try body.word("mode", of: SimulatedCall.Mode.self) : .takeover
    let helper = try operatorIndex(id)
    let call = try callIndex(sid)
    let isElsewhere = faults.take(oneOf: [.actionElsewhere]) != nil
    if isElsewhere { occupy(helper, elsewhereThan: call) }
    guard !isElsewhere, centre.operators[helper].callSID == nil else {
      throw .conflict("Operator is already on a call")
    }
    // The centre's calls have one operator at a time.
    guard centre.calls[call].participant == nil else {
      throw .conflict("Another operator is on this call")
    }
    steer(helper) { $0.join(helper, call: call, as: mode) }
    let cast = Conversation(of: centre.calls[call], options).cast
    return [
      "participant_call_sid": .string(Self.participantSID(of: id, on: sid)),
      "conference_sid": .string(cast.conferenceSID), "mode": .string(mode.rawValue),
      "operator_entity_id": .string(id),
    ]
  }

  private func switchMode(_ id: String, _ body: RequestBody) throws(Problem) -> JSON {
    let sid = try callSID(in: body)
    let leg =
      body.isGiven("participant_call_sid") ? try body.text("participant_call_sid", 0...64) : ""
    let mode = try body.word("mode", of: SimulatedCall.Mode.self)
    let (helper, call) = try seat(of: id, on: sid)
    guard leg.isEmpty || leg == Self.participantSID(of: id, on: sid) else {
      throw .missing("Participant")
    }
    let isOther = centre.operators[helper].mode != mode
    steer(helper) { centre in
      if isOther { centre.change(helper, on: call, to: mode) }
    }
    return ["mode": .string(mode.rawValue)]
  }

  private func leave(_ id: String, _ body: RequestBody) throws(Problem) -> JSON {
    let (helper, call) = try seat(of: id, on: callSID(in: body))
    steer(helper) { $0.leave(helper, call: call) }
    return ["success": true]
  }

  /// Of a call that is over, too. The notes go nowhere.
  private func wrapUp(_ id: String, _ body: RequestBody) throws(Problem) -> JSON {
    let sid = try callSID(in: body)
    let outcome = try body.word("outcome", of: WrapUpOutcome.self)
    if body.isGiven("notes") { _ = try body.text("notes", 0...2_000) }
    let helper = try operatorIndex(id)
    guard centre.calls.contains(where: { $0.sid == sid }) || pastCall(sid) != nil else {
      throw .missing("Call")
    }
    steer(helper) { $0.wrapUp(sid, by: helper, as: outcome.rawValue) }
    return ["success": true]
  }

  private func guide(_ id: String, _ body: RequestBody) throws(Problem) -> JSON {
    let sid = try callSID(in: body)
    let message = try body.text("message", 1...5_000)
    _ = try operatorIndex(id)
    let status = tell(centre.calls[try callIndex(sid)], message)
    return ["status": .string(status.rawValue), "call_sid": .string(sid)]
  }

  /// Of all that the entry has, the status alone can be changed here.
  private func update(_ id: String, _ body: RequestBody) throws(Problem) -> JSON {
    let status =
      body.has("status") ? try body.word("status", of: SimulatedOperator.Status.self) : nil
    let helper = try operatorIndex(id)
    if let status { steer(helper) { $0.setStatus(of: helper, to: status) } }
    return centre.operators[helper].item(of: options.workspace)
  }

  private func review(
    _ id: String, to stage: SimulatedSurface.Stage, because reason: String? = nil
  ) throws(Problem) -> JSON {
    guard let index = centre.surfaces.firstIndex(where: { $0.id == id }) else {
      throw .missing("Surface")
    }
    guard centre.surfaces[index].stage == .pendingReview else {
      throw .conflict("Surface is not pending review")
    }
    happen { centre in
      if stage == .approved { centre.approve(index) } else { centre.reject(index, because: reason) }
    }
    return [
      "surface_id": .string(id), "status": .string(stage.status), "action": .string(stage.rawValue),
    ]
  }
}

extension SimulatedPlatform {
  private func happen(_ body: (inout ContactCentre) -> Void) {
    let now = now
    publish { $0.happen(at: now, body) }
  }

  /// Makes an operator do what somebody asked for.
  private func steer(_ helper: Int, _ body: (inout ContactCentre) -> Void) {
    happen { centre in
      centre.steer(helper)
      body(&centre)
    }
  }

  /// The operator is on another call, if there is one that has none.
  private func occupy(_ helper: Int, elsewhereThan call: Int) {
    let other = centre.calls.indices.first { $0 != call && !centre.calls[$0].isAttended }
    guard let other, centre.operators[helper].callSID == nil else { return }
    happen { $0.join(helper, call: other, as: .takeover) }
  }

  private func callSID(in body: RequestBody) throws(Problem) -> String {
    guard faults.isOn(.hostile) else { return try body.text("call_sid", 1...64) }
    // Where ids are hostile, they are long, too.
    return Hostility.plainID(try body.text("call_sid", 1...1_000))
  }

  private func operatorIndex(_ id: String) throws(Problem) -> Int {
    guard let index = centre.operators.firstIndex(where: { $0.id == id }) else {
      throw .missing("Operator")
    }
    return index
  }

  private func callIndex(_ sid: String) throws(Problem) -> Int {
    guard let index = centre.calls.firstIndex(where: { $0.sid == sid }) else {
      throw .missing("Active call")
    }
    return index
  }

  /// An operator and the call that the operator is on.
  private func seat(
    of id: String, on sid: String
  ) throws(Problem) -> (helper: Int, call: Int) {
    let helper = try operatorIndex(id)
    let call = try callIndex(sid)
    guard centre.operators[helper].callSID == sid else { throw .missing("Operator on this call") }
    return (helper, call)
  }

  private static func participantSID(of id: String, on sid: String) -> String {
    var random = SplitMix64(seed: id.fingerprint ^ sid.fingerprint)
    return "CA" + random.hexadecimal(32)
  }
}
