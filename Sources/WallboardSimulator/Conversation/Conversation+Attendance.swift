extension Conversation {
  /// The call asks for a person.
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

  /// The person speaks from now on, and the agent is silent.
  mutating func takeOver(_ person: Cast.Person, at time: Int) -> [ObserverEvent] {
    phase = .takenOver(person)
    return improvise(at: time) { script in
      script.put(.speakerMuted, ["muted": true])
      script.move(to: "operator_takeover", type: "takeover")
    }
  }

  /// The person only listens from now on.
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

  /// A minute with nobody there yet.
  mutating func writeWait() {
    pause(4_000...9_000)
    agentSays(choose(Vocabulary.waits))
    callerSays(choose(Vocabulary.impatience))
  }

  mutating func writeExchange(with person: Cast.Person) {
    pause(400...1_500)
    let words = choose(Vocabulary.operatorLines)
    if random.chance(0.7) {
      pen += words.split(separator: " ").count * Self.wordMilliseconds
      putLine(words, by: person)
    } else {
      hear(words, from: person)
    }
    callerSays(choose(Vocabulary.operatorAnswers))
  }
}
