/// What of the centre's day changes a conversation.
extension ContactCentre {
  func intervention(of event: SimulatedEvent, on sid: String) -> Intervention? {
    if event.name == .callEscalated {
      return calls.first { $0.sid == sid }?.escalation.map { .escalated($0.cause) }
    }
    guard case .string(let id)? = event.data["operator_id"], let person = person(for: id)
    else { return nil }
    let mode: SimulatedCall.Mode = event.data["mode"] == "takeover" ? .takeover : .listen
    switch event.name {
    case .operatorJoinedCall: return .joined(person, operatorID: id, mode: mode)
    case .operatorModeChanged: return .changedMode(person, mode)
    case .operatorLeftCall: return .left(person, operatorID: id)
    default: return nil
    }
  }

  /// The courses of the calls that began before the first event.
  func earlierCourses(_ options: SimulatorOptions) -> [String: Course] {
    Dictionary(calls.map { ($0.sid, earlierCourse(of: $0, options)) }) { first, _ in first }
  }

  private func earlierCourse(of call: SimulatedCall, _ options: SimulatorOptions) -> Course {
    let clock = CallClock(of: call, options)
    var course = Course()
    if let escalation = call.escalation {
      course.add(.escalated(escalation.cause), at: clock.callTime(at: escalation.requestedAt))
    }
    if let participant = call.participant, let person = person(for: participant.operatorID) {
      let joined = Intervention.joined(
        person, operatorID: participant.operatorID, mode: participant.mode)
      course.add(joined, at: clock.callTime(at: participant.joinedAt))
    }
    return course
  }

  func person(for operatorID: String) -> Cast.Person? {
    operators.first { $0.id == operatorID }.map { person in
      Cast.Person(
        id: "op_" + person.id.prefix(8), name: person.name,
        number: person.connectionMethod == "phone" ? person.phoneNumber : nil, role: .operator)
    }
  }
}
