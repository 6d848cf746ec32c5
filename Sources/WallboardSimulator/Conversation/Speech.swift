extension Conversation {
  /// Three words a second.
  static let wordMilliseconds = 330

  mutating func callerSays(_ text: String, bargingIn: Bool = false) {
    pause(bargingIn ? 80...300 : 300...1600)
    hear(text, from: cast.caller, bargingIn: bargingIn)
    counts.turns += 1
    feel()
  }

  /// A line of somebody's that the platform has transcribed.
  mutating func hear(_ text: String, from person: Cast.Person, bargingIn: Bool = false) {
    let start = scriptTime
    scriptTime += text.split(separator: " ").count * Self.wordMilliseconds
    put(
      .userTranscript,
      [
        "transcript": .string(text), "state": .string(scriptedState),
        "speaker_id": .string(person.id), "speaker_role": .string(person.role.rawValue),
        "stt_confidence": share(in: 71...99), "eot_confidence": share(in: 60...99),
        "is_barge_in": .boolean(bargingIn),
      ],
      since: start)
  }

  /// The agent's line in fragments; now and then the caller barges in.
  mutating func agentSays(
    _ text: String, isGreeting: Bool = false, canBeInterrupted: Bool = true
  ) {
    think(isGreeting: isGreeting)
    let words = text.split(separator: " ").map(String.init)
    guard !isGreeting, random.chance(0.9) else { return say(text, words: words.count) }
    if canBeInterrupted, words.count > 8, random.chance(0.13) {
      interrupt(words, after: random.integer(in: 3...words.count - 4))
    } else {
      stream(words)
      putLine(text, streaming: true)
    }
  }

  private mutating func interrupt(_ words: [String], after count: Int) {
    let spoken = words.prefix(count).joined(separator: " ")
    stream(words.prefix(count))
    counts.bargeIns += 1
    put(
      .bargeIn,
      [
        "interrupted_text": .string(spoken),
        "discarded_texts": [.string(words.dropFirst(count).joined(separator: " "))],
        "interrupted_speaker_id": .string(cast.agent.id),
        "interrupting_speaker_id": .string(cast.caller.id),
        "total_barge_ins": .integer(counts.bargeIns),
      ])
    putLine(spoken, interrupted: true, streaming: true)
    callerSays(choose(Vocabulary.interjections), bargingIn: true)
    think(isGreeting: false)
    let again = [choose(Vocabulary.afterInterjections)] + words
    stream(again)
    putLine(again.joined(separator: " "), streaming: true)
  }

  /// In one piece, as a service without streaming sends it.
  private mutating func say(_ text: String, words: Int) {
    let start = scriptTime
    scriptTime += words * Self.wordMilliseconds
    putLine(text, streaming: random.chance(0.5) ? false : nil, since: start)
  }

  private mutating func stream(_ words: some Collection<String>) {
    var rest = Array(words)[...]
    var isFirst = true
    while !rest.isEmpty {
      let piece = rest.prefix(random.integer(in: 1...3))
      rest = rest.dropFirst(piece.count)
      let text = (isFirst ? "" : " ") + piece.joined(separator: " ")
      put(.agentTranscriptDelta, ["delta": .string(text)])
      scriptTime += piece.count * Self.wordMilliseconds
      isFirst = false
    }
  }

  mutating func putLine(
    _ text: String, by person: Cast.Person? = nil, interrupted: Bool = false,
    filler: String? = nil, streaming: Bool? = nil, since start: Int? = nil
  ) {
    let speaker = person ?? cast.agent
    put(
      .agentTranscript,
      [
        "transcript": .string(text), "action": filler == nil ? "respond" : nil,
        "interrupted": .boolean(interrupted), "filler_type": JSON(filler),
        "speaker_id": .string(speaker.id), "speaker_role": .string(speaker.role.rawValue),
        "streaming": streaming.map(JSON.boolean) ?? .null,
      ],
      since: start)
  }

  /// What the agent says while it is busy; nothing where a person speaks in its place.
  mutating func fill(_ type: String) {
    if case .takenOver = phase { return }
    let phrases = Vocabulary.fillers[type] ?? []
    guard !phrases.isEmpty else { return }
    pause(200...700)
    putLine(choose(phrases), filler: type, streaming: false)
  }

  func share(of number: Int) -> JSON {
    .number(Double(number) / 100)
  }

  mutating func share(in range: ClosedRange<Int>) -> JSON {
    share(of: random.integer(in: range))
  }
}

extension Conversation {
  /// Runs a tool. One that fails is tried again, and then succeeds.
  mutating func use(_ tool: Topic.Tool) {
    if random.chance(0.5) { fill(random.chance(0.6) ? "working" : "receipt") }
    guard random.chance(0.14) else { return run(tool) }
    run(tool, failingWith: random.element(of: Vocabulary.toolErrors))
    agentSays(choose(Vocabulary.toolApologies))
    run(tool)
  }

  private mutating func run(
    _ tool: Topic.Tool, failingWith error: String? = nil, parent: String? = nil
  ) {
    let id = nextCallID()
    let start = scriptTime
    put(.toolCallStarted, facts(tool, id, parent).with("input", input(of: tool)))
    for part in tool.parts {
      pause(40...160)
      run(Topic.Tool(name: part, input: tool.input, output: [("", "ok")]), parent: id)
    }
    scriptTime += duration(isPart: parent != nil)
    put(
      .toolCallCompleted,
      facts(tool, id, parent)
        .with("error_message", JSON(error))
        .with("duration_ms", .integer(scriptTime - start))
        .with("succeeded", .boolean(error == nil))
        .with("output", error == nil ? output(of: tool) : nil))
    pause(100...400)
  }

  mutating func nextCallID() -> String {
    counts.toolCalls += 1
    return "tc_\(counts.toolCalls)_" + random.hexadecimal(8)
  }

  /// One in twelve is slow enough to keep the caller waiting.
  private mutating func duration(isPart: Bool) -> Int {
    if isPart { return random.integer(in: 60...400) }
    return random.chance(0.08)
      ? random.integer(in: 6_000...15_000) : random.integer(in: 250...2_600)
  }

  private func facts(_ tool: Topic.Tool, _ id: String, _ parent: String?) -> JSON {
    [
      "tool_name": .string(tool.name), "call_id": .string(id), "parent_call_id": JSON(parent),
      "integration_name": JSON(tool.integration), "endpoint_name": JSON(tool.endpoint),
      "protocol": tool.integration == nil ? nil : "rest",
    ]
  }

  /// Mostly an object, sometimes a string of JSON, as the contract allows.
  private mutating func input(of tool: Topic.Tool) -> JSON {
    if tool.input.isEmpty { return nil }
    let members = tool.input.map { JSON.Member(key: $0.key, value: .string(fillIn($0.value))) }
    guard random.chance(0.15) else { return .object(members) }
    return .string(JSON.object(members).text)
  }

  private mutating func output(of tool: Topic.Tool) -> JSON {
    if tool.output.isEmpty { return nil }
    if tool.output.count == 1, tool.output[0].key.isEmpty {
      return .string(fillIn(tool.output[0].value))
    }
    let members = tool.output.map { JSON.Member(key: $0.key, value: .string(fillIn($0.value))) }
    return .string(JSON.object(members).text)
  }
}
