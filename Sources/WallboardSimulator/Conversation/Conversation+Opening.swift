extension Conversation {
  /// From the first ring until the caller's matter is the next thing.
  mutating func writeOpening() {
    introduceCaller()
    put(
      .actorAllocated,
      [
        "gameserver": .string("voice-" + random.hexadecimal(5)),
        "node": .string("node-\(random.integer(in: 1...9))"),
        "alloc_latency_ms": .integer(random.integer(in: 8...240)),
      ])
    pause(30...200)
    put(
      .sessionStart,
      [
        "call_sid": .string(cast.callSID), "session_id": .string(cast.sessionID),
        "service_id": .string(cast.serviceID), "workspace_id": .string(cast.workspaceID),
        "initial_state": "greeting", "trace_id": .string(cast.traceID), "mode": "voice",
      ])
    enter(cast.caller)
    enter(cast.agent)
    agentSays(
      choose(cast.isOutbound ? Vocabulary.outboundGreetings : Vocabulary.greetings),
      isGreeting: true)
    callerSays(choose(cast.isOutbound ? Vocabulary.answers : Vocabulary.hellos))
    verify()
  }

  /// Somebody is on the line, and can be heard.
  mutating func enter(_ person: Cast.Person, operatorID: String? = nil) {
    put(.participantJoined, leg(person, operatorID).with("participant_name", .string(person.name)))
    pause(40...300)
    put(.mediaAttached, ["leg": .string(person.role.rawValue)])
    pause(20...200)
  }

  func leg(_ person: Cast.Person, _ operatorID: String? = nil) -> JSON {
    [
      "participant_id": .string(person.id), "participant_role": .string(person.role.rawValue),
      "conference_sid": .string(cast.conferenceSID), "display_name": .string(person.name),
      "operator_entity_id": JSON(operatorID), "phone_number": JSON(person.number),
    ]
  }

  private mutating func verify() {
    move(to: "verify_identity")
    agentSays(choose(Vocabulary.identityQuestions))
    callerSays(choose(Vocabulary.identityAnswers))
    use(
      Topic.Tool(
        name: "look_up_patient", input: [("name", "{name}"), ("date_of_birth", "{birth}")],
        output: [("patient", "{name}"), ("member", "{member}"), ("match", "exact")],
        integration: "records", endpoint: "search", parts: ["search_directory", "check_coverage"]))
    agentSays(choose(Vocabulary.identityConfirmations))
  }
}
