extension Observation {
  mutating func begin(_ start: ToolCallStarted, at time: Timestamp, size: Int) {
    var run = ToolRun(callID: start.callID, name: start.toolName, status: .running)
    run.parentCallID = start.parentCallID
    run.depth = depth(below: start.parentCallID)
    run.input = start.arguments
    run.startedAt = time
    run.integrationName = start.integrationName
    run.endpointName = start.endpointName
    run.transport = start.protocol
    runningTools.append(timeline.append(.tool(run), at: time, size: size))
    if runningTools.count > Limits.timelineEntries { runningTools.removeFirst() }
  }

  /// Completes the run of that id; without an id the first open one of that name. What nobody saw
  /// begin gets an entry of its own.
  mutating func finish(_ completion: ToolCallCompleted, at time: Timestamp, size: Int) {
    guard let index = runningTools.firstIndex(where: { isRun($0, of: completion) }) else {
      var run = ToolRun(callID: completion.callID, name: completion.toolName, status: .running)
      run.parentCallID = completion.parentCallID
      run.depth = depth(below: completion.parentCallID)
      run.complete(completion, at: time)
      timeline.append(.tool(run), at: time, size: size)
      return
    }
    let number = runningTools.remove(at: index)
    timeline.changeTool(number, size: size) { $0.complete(completion, at: time) }
  }

  private func isRun(_ number: EntryNumber, of completion: ToolCallCompleted) -> Bool {
    guard let run = timeline.tool(number) else { return false }
    if let callID = completion.callID, let own = run.callID { return callID == own }
    return run.name == completion.toolName
  }

  /// One deeper than the run of that id, which runs while those nested in it do.
  private func depth(below parent: Text?) -> Int {
    guard let parent else { return 0 }
    let depth = runningTools.lazy.compactMap { timeline.tool($0) }
      .first { $0.callID == parent }?.depth
    return min((depth ?? 0) + 1, Limits.toolDepth)
  }
}

extension ToolRun {
  fileprivate mutating func complete(_ completion: ToolCallCompleted, at time: Timestamp) {
    status = completion.hasFailed ? .failed : .succeeded
    output = completion.output
    failure = completion.failure
    durationMilliseconds =
      completion.durationMilliseconds
      ?? startedAt.map { Double(max(0, time.milliseconds(since: $0))) }
    parentCallID = parentCallID ?? completion.parentCallID
    integrationName = integrationName ?? completion.integrationName
    endpointName = endpointName ?? completion.endpointName
    transport = transport ?? completion.protocol
  }
}
