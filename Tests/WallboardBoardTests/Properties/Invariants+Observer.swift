import DequeModule
import OrderedCollections
@testable import WallboardBoard
@testable import WallboardEvents

/// What holds of the followed calls whatever came before.
extension Invariants {
  static func broken(in state: WallboardState) -> [String] {
    var rules = Invariants()
    rules.checkPanes(state)
    for observation in state.board.observations.values { rules.check(observation) }
    return rules.broken
  }

  private mutating func checkPanes(_ state: WallboardState) {
    let view = state.view
    let calls = view.panes.map(\.callSID)
    require(calls.count <= Limits.followedCalls, "followed calls")
    require(Set(calls).count == calls.count, "a call has one pane")
    require(Set(calls) == Set(state.board.observations.keys), "a pane has its call")
    require(
      calls.allSatisfy { state.shownObservation(of: $0) != nil }
        && Set(state.shown.observations.keys).isSubset(of: calls), "a pane shows its call")
    require(view.focusedPane.map { calls.indices.contains($0) } ?? true, "the focus has a pane")
    require(view.panes.allSatisfy { $0.moves.count <= Limits.paneMoves }, "moves")
    guard let prompt = view.prompt else { return }
    require(prompt.text.count <= Limits.filterLength, "the prompt's length")
    switch prompt.purpose {
    case .search(let call): require(calls.contains(call), "the prompt has its pane")
    case .help: require(view.overlay == .help, "the prompt has its help")
    case .seek: require(view.playback != nil, "the prompt has its recording")
    case .filter, .command: break
    }
  }

  private mutating func check(_ observation: Observation) {
    let (facts, counts) = (observation.facts, observation.counts)
    require(facts.participants.count <= Limits.participants, "participants")
    require(facts.media.count <= Limits.participants, "media")
    require(facts.valences.count <= Limits.readings, "valences")
    require(facts.latencies.count <= Limits.readings, "latencies")
    require(facts.bargeIns >= 0 && facts.turns >= 0, "counts")
    require(observation.partialLines.count <= Limits.participants, "partial lines")
    require(observation.runningTools.count <= Limits.runningTools, "running tools")
    require(observation.ending != nil || observation.endingEntry == nil, "an end is known")
    require(
      observation.ending == nil || observation.endingEntry != nil || observation.isLive,
      "the end stands below all that was said")
    require(
      counts.byType.counts.values.reduce(0, +) + counts.unknown == counts.events, "types add up")
    check(observation.timeline)
    checkOpen(observation)
  }

  private mutating func check(_ timeline: Timeline) {
    let entries = timeline.entries
    require(entries.count <= 2 * Limits.timelineEntries, "entries")
    require(timeline.size <= 2 * Limits.timelineBytes || entries.count == 1, "bytes")
    require(entries.reduce(0) { $0 + $1.size } == timeline.size, "sizes add up")
    require(entries.allSatisfy { $0.size >= 0 }, "no size is negative")
    guard let first = entries.first, let last = entries.last else { return }
    require(last.number - first.number + 1 == UInt64(entries.count), "numbers count up")
    require(first.number == UInt64(timeline.trimmed), "what was trimmed is counted")
    require(timeline.index(of: last.number) == entries.count - 1, "an entry is found")
  }

  /// What seems to go on does.
  private mutating func checkOpen(_ observation: Observation) {
    var ends = 0
    for entry in observation.timeline.entries {
      switch entry.content {
      case .utterance(let line): check(line, entry.number, in: observation)
      case .tool(let run):
        let isAwaited = observation.runningTools.contains(entry.number)
        require((run.status == .running) == isAwaited, "a tool runs while its end is awaited")
        require((0...Limits.toolDepth).contains(run.depth), "depth")
      case .ended: ends += 1
      case .event, .malformed, .degraded, .gap: break
      }
    }
    require(ends <= 1, "the call ends once")
  }

  private mutating func check(
    _ line: Utterance, _ number: EntryNumber, in observation: Observation
  ) {
    let isOpen = observation.openAgentLine?.number == number
    let isGuess = observation.partialLines.contains { $0.number == number }
    require((line.state == .speaking) == isOpen, "a line is spoken while it is open")
    require((line.state == .partial) == isGuess, "a guess is one while its final line is awaited")
    require((line.endedAt == nil) == (isOpen || isGuess), "the rest came to its end")
    require(line.unspoken.count <= Limits.unspokenTexts, "unspoken texts")
  }
}
