/// Who takes part in a call, and what the call is called.
struct Cast: Sendable {
  let callSID: String
  let sessionID: String
  let conferenceSID: String
  let traceID: String
  let workspaceID: String
  let serviceID: String
  let serviceName: String
  let isOutbound: Bool
  /// Absent when the number is withheld.
  let callerNumber: String?
  let caller: Person
  let agent: Person

  /// Anyone on the line.
  struct Person: Sendable, Equatable {
    let id: String
    let name: String
    var number: String?
    var role = Role.caller
  }

  enum Role: String, Sendable {
    case caller, agent, `operator`
  }

  init(_ call: SimulatedCall, workspace: String, using random: inout SeededGenerator) {
    callSID = call.sid
    sessionID = random.uuid()
    conferenceSID = "CF" + random.hexadecimal(32)
    traceID = random.hexadecimal(32)
    workspaceID = workspace
    serviceID = call.service.id
    serviceName = call.service.name
    isOutbound = call.direction == .outbound
    callerNumber = call.callerID
    let name =
      random.element(of: Vocabulary.firstNames) + " " + random.element(of: Vocabulary.lastNames)
    caller = Person(id: "spk_" + random.hexadecimal(8), name: name, number: call.callerID)
    agent = Person(
      id: "agent_" + random.hexadecimal(8), name: call.service.agentName, role: .agent)
  }

  var firstName: String {
    String(caller.name.prefix { $0 != " " })
  }
}
