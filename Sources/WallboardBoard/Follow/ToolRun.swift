package import WallboardEvents

/// One run of one of the agent's tools.
package struct ToolRun: Equatable, Sendable {
  /// How a run stands.
  package enum Status: String, Sendable {
    case running, succeeded, failed
    /// The feed went on without it or came to its end, and nobody said how the run did.
    case unfinished
  }

  /// `nil` in the older shape (contract 8, C9).
  package var callID: BoundedString?
  /// `nil` where it could not be understood.
  package var name: BoundedString?
  package var status: Status
  /// How many runs this one is nested in, at most ``Limits/toolDepth``.
  package var depth = 0
  package var parentCallID: BoundedString?
  package var input: Protected<ToolInput>?
  package var output: Protected<LongText>?
  package var failure: Protected<BoundedString>?
  /// `nil` where its start never came.
  package var startedAt: Timestamp?
  /// The platform's own measure, or else the time between its two events; `nil` while it runs.
  package var durationMilliseconds: Double?
  package var integrationName: BoundedString?
  package var endpointName: BoundedString?
  /// How the tool is reached, such as `http`.
  package var transport: BoundedString?

  /// A run that stands so.
  package init(callID: BoundedString?, name: BoundedString?, status: Status) {
    self.callID = callID
    self.name = name
    self.status = status
  }
}

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
    if runningTools.count > Limits.runningTools { giveUpTool(runningTools.removeFirst()) }
  }

  /// Completes the run of that id; without an id the first open one of that name. What nobody saw
  /// begin gets an entry of its own.
  mutating func finish(_ completion: ToolCallCompleted, at time: Timestamp, size: Int) {
    if completion.hasFailed { failedTools += 1 }
    guard let index = runningIndex(of: completion) else {
      var run = ToolRun(callID: completion.callID, name: completion.toolName, status: .running)
      run.depth = depth(below: completion.parentCallID)
      run.complete(completion, at: time)
      timeline.append(.tool(run), at: time, size: size)
      noteTool(run, at: time)
      return
    }
    let number = runningTools.remove(at: index)
    timeline.changeTool(number) { run, runSize in
      run.complete(completion, at: time)
      runSize += size
    }
    if let run = timeline.tool(number) { noteTool(run, at: time) }
  }

  private func runningIndex(of completion: ToolCallCompleted) -> Int? {
    let byID = completion.callID.flatMap { id in
      runningTools.firstIndex { timeline.tool($0)?.callID == id }
    }
    return byID
      ?? runningTools.firstIndex { number in
        guard let run = timeline.tool(number), let name = completion.toolName, run.name == name
        else { return false }
        return run.callID == nil || completion.callID == nil
      }
  }

  /// One deeper than the run of that id, whether it still runs or not.
  private func depth(below parent: BoundedString?) -> Int {
    guard let parent else { return 0 }
    let running = runningTools.lazy.compactMap { timeline.tool($0) }.last { $0.callID == parent }
    let depth = (running ?? timeline.recentTool(withID: parent))?.depth ?? 0
    return min(depth + 1, Limits.toolDepth)
  }

  /// How the run did is not known, and will not be.
  mutating func giveUpTool(_ number: EntryNumber) {
    timeline.changeTool(number) { run, _ in run.status = .unfinished }
  }

  /// A run without an id may have ended unheard: the next of its name must not be taken for it.
  mutating func giveUpNamelessTools() {
    let nameless = runningTools.filter { timeline.tool($0)?.callID == nil }
    for number in nameless { giveUpTool(number) }
    runningTools.removeAll { nameless.contains($0) }
  }
}

extension ToolRun {
  fileprivate mutating func complete(_ completion: ToolCallCompleted, at time: Timestamp) {
    name = name ?? completion.toolName
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
