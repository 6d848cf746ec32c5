extension Conversation {
  /// Writes what comes next.
  mutating func writeTurn() {
    switch phase {
    case .opening:
      writeOpening()
      phase = .talking
    case .talking:
      guard let step = plan.popLast() else { return takeUpTopic() }
      perform(step)
    case .waiting: writeWait()
    case .takenOver(let person): writeExchange(with: person)
    }
  }

  private mutating func perform(_ step: Topic.Step) {
    switch step {
    case .caller(let variants): callerSays(choose(variants))
    case .agent(let variants): agentSays(choose(variants))
    case .state(let state): move(to: state)
    case .tool(let tool): use(tool)
    case .forward: forward()
    }
  }

  /// The next matter, after the one before has been brought to its end.
  private mutating func takeUpTopic() {
    if counts.turns > 3 {
      move(to: "wrap_up")
      agentSays(choose(Vocabulary.anythingElse))
      callerSays(choose(Vocabulary.oneMoreThing))
    }
    slots.clear()
    introduceCaller()
    move(to: "collect_reason")
    plan = topics.draw(using: &random).steps.reversed()
  }

  /// What is known of the caller, for the sentences that name it.
  mutating func introduceCaller() {
    slots.set("name", to: cast.caller.name)
    slots.set("first", to: cast.firstName)
    slots.set("agent", to: cast.agent.name)
    slots.set("service", to: cast.serviceName)
    slots.set("number", to: cast.callerNumber ?? "+12025550123")
  }

  mutating func choose(_ variants: [String]) -> String {
    let fresh = variants.filter { !recent.contains($0) }
    let variant = random.element(of: fresh.isEmpty ? variants : fresh)
    recent.append(variant)
    recent.removeFirst(max(0, recent.count - Self.recentLimit))
    let text = slots.fill(variant, using: &random)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Words for a field, which do not begin a sentence.
  mutating func fillIn(_ template: String) -> String {
    slots.fill(template, using: &random)
  }

  mutating func move(to state: String, type: String = "transition", because note: String? = nil) {
    guard state != scriptedState else { return }
    put(
      .stateTransition,
      [
        "previous_state": .string(scriptedState), "next_state": .string(state),
        "transition_type": .string(type), "annotation": JSON(note),
      ])
    scriptedState = state
    pause(20...200)
  }

  /// The call is put through to somebody else, or is not.
  private mutating func forward() {
    agentSays(choose(Vocabulary.forwarding))
    pause(1500...6000)
    let succeeds = random.chance(0.7)
    put(
      .forwardCallResolved,
      [
        "target_number": .string(fillIn("{line}")),
        "location_name": .string(fillIn("{clinic}")),
        "result": .string(succeeds ? "connected" : "failed"),
        "error": succeeds ? nil : .string(random.element(of: Vocabulary.forwardErrors)),
      ])
    if !succeeds { agentSays(choose(Vocabulary.forwardFailed)) }
  }
}
