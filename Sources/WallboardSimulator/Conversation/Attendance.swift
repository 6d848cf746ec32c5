import SplitMix64

/// Who takes part in a call, and the ids that its events carry.
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

  init(_ call: SimulatedCall, workspace: String, using random: inout SplitMix64) {
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

extension Conversation {
  /// From the first ring until the caller is identified.
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

  /// Somebody joins, and can be heard.
  mutating func enter(_ person: Cast.Person, operatorID: String? = nil) {
    put(.participantJoined, leg(person, operatorID).with("participant_name", .string(person.name)))
    pause(40...300)
    put(.mediaAttached, ["leg": .string(person.role.rawValue)])
    pause(20...200)
  }

  private func leg(_ person: Cast.Person, _ operatorID: String? = nil) -> JSON {
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

extension Conversation {
  /// The agent asks for a person to take the call.
  mutating func escalate(because reason: String, by trigger: String, at time: Int)
    -> [ObserverEvent]
  {
    mood.worsen()
    phase = .waiting
    return improvise(at: time) { script in
      let id = script.nextCallID()
      let facts: JSON = ["tool_name": "escalate_to_human", "call_id": .string(id)]
      let input: JSON = ["reason": .string(reason), "trigger": .string(trigger)]
      script.put(.toolCallStarted, facts.with("input", input))
      script.move(to: "escalated", type: "escalation", because: "Waits for a person")
      script.put(
        .toolCallCompleted,
        facts.with("succeeded", true).with("output", "queued").with("duration_ms", 120))
      script.putLine(script.choose(Vocabulary.escalations), streaming: false)
    }
  }

  mutating func join(
    _ person: Cast.Person, operatorID: String, takingOver: Bool, at time: Int
  ) -> [ObserverEvent] {
    let joining = aside { $0.enter(person, operatorID: operatorID) }
    return joining + (takingOver ? takeOver(person, at: time) : [])
  }

  /// The operator speaks from now on, and the agent is muted.
  mutating func takeOver(_ person: Cast.Person, at time: Int) -> [ObserverEvent] {
    phase = .takenOver(person)
    return improvise(at: time) { script in
      script.put(.speakerMuted, ["muted": true])
      script.move(to: "operator_takeover", type: "takeover")
    }
  }

  /// The operator only listens from now on, and the agent goes on.
  mutating func handBack(at time: Int) -> [ObserverEvent] {
    guard case .takenOver = phase else { return [] }
    phase = .talking
    plan = []
    return improvise(at: time) { script in
      script.put(.speakerMuted, ["muted": false])
      script.move(to: "collect_reason", type: "handback")
      script.putLine(script.choose(Vocabulary.handbacks), streaming: false)
    }
  }

  mutating func leave(
    _ person: Cast.Person, operatorID: String, at time: Int
  ) -> [ObserverEvent] {
    let leaving = aside { $0.put(.participantLeft, $0.leg(person, operatorID)) }
    return leaving + handBack(at: time)
  }

  /// A while of waiting for a person.
  mutating func writeWait() {
    pause(4_000...9_000)
    agentSays(choose(Vocabulary.waits))
    callerSays(choose(Vocabulary.impatience))
  }

  mutating func writeExchange(with person: Cast.Person) {
    pause(400...1_500)
    let words = choose(Vocabulary.operatorLines)
    if random.chance(0.7) {
      let start = scriptTime
      scriptTime += words.split(separator: " ").count * Self.wordMilliseconds
      putLine(words, by: person, since: start)
    } else {
      hear(words, from: person)
    }
    callerSays(choose(Vocabulary.operatorAnswers))
  }
}

extension Conversation {
  /// Closes what was interrupted: a line breaks off, running tools are cancelled.
  mutating func breakOff() {
    if !known.openLine.isEmpty { putLine(known.openLine, interrupted: true, streaming: true) }
    for tool in known.runningTools {
      put(
        .toolCallCompleted,
        [
          "tool_name": .string(tool.name), "call_id": .string(tool.id), "succeeded": false,
          "error_message": "Cancelled",
        ])
    }
  }

  /// The last events, whatever the reason of the end.
  mutating func end(_ call: EndedCall, at time: Int) -> [ObserverEvent] {
    improvise(at: time) { script in
      if call.reason.isFriendly { script.sayGoodbye() }
      for leg in [script.cast.caller, script.cast.agent] {
        script.put(.participantLeft, script.leg(leg))
      }
      script.put(
        .actorShutdown,
        ["reason": "call_ended", "lifetime_s": .number(call.durationSeconds)])
      script.put(.sessionEnd, script.totals(of: call))
    }
  }

  private mutating func sayGoodbye() {
    move(to: "wrap_up")
    if case .takenOver(let person) = phase {
      putLine(choose(Vocabulary.farewells), by: person)
    } else {
      putLine(choose(Vocabulary.farewells), streaming: false)
    }
    hear(choose(Vocabulary.goodbyes), from: cast.caller)
  }

  private func totals(of call: EndedCall) -> JSON {
    [
      "call_sid": .string(cast.callSID), "session_id": .string(cast.sessionID),
      "duration_s": .number(call.durationSeconds), "turns": .integer(known.turns),
      "completion_reason": .string(call.reason.rawValue), "final_state": .string(scriptedState),
      "trace_id": .string(cast.traceID), "has_recording": true,
      "emotional_summary": [
        "dominant": .string(mood.dominant), "final_valence": .number(mood.valence),
      ],
    ]
  }
}

extension CompletionReason {
  /// Whether caller and agent say goodbye.
  fileprivate var isFriendly: Bool {
    switch self {
    case .completed, .terminalState, .escalated, .warmTransferCompleted: true
    case .abandoned, .transferred, .timeout, .error, .voicemail, .noAnswer, .callerHangup,
      .forwarded, .noInboundAudio, .cancelled:
      false
    }
  }
}
