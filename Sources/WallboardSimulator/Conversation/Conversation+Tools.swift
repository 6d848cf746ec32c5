extension Conversation {
  /// Runs a tool. Most succeed; what fails is tried once more and then succeeds.
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
    let start = pen
    put(.toolCallStarted, facts(tool, id, parent).with("input", input(of: tool)))
    for part in tool.parts {
      pause(40...160)
      run(Topic.Tool(name: part, input: tool.input, output: [("", "ok")]), parent: id)
    }
    pen += duration(isPart: parent != nil)
    put(
      .toolCallCompleted,
      facts(tool, id, parent)
        .with("error_message", JSON(error))
        .with("duration_ms", .integer(pen - start))
        .with("succeeded", .boolean(error == nil))
        .with("output", error == nil ? output(of: tool) : nil))
    pause(100...400)
  }

  mutating func nextCallID() -> String {
    counts.toolCalls += 1
    return "tc_\(counts.toolCalls)_" + random.hexadecimal(8)
  }

  /// One in twelve keeps the caller waiting.
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

  /// Mostly an object, as the contract allows it sometimes a string.
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
