import DequeModule

extension Observation {
  /// Notes how the connection stands. A lost one leaves a gap behind: what was said before it is
  /// open again is not told afterwards (contract 1.3).
  mutating func change(_ change: ObserverChange) {
    revision &+= 1
    phase = change.phase
    switch change.phase {
    case .open: noteOpening(at: change.at)
    case .connecting: break
    case .waiting: noteLoss(at: change.at)
    case .refused, .notFound, .stopped, .ended:
      noteLoss(at: change.at)
      finishOpenLines(at: change.at)
    }
  }

  private mutating func noteOpening(at time: Timestamp) {
    if let lostAt {
      gaps += 1
      timeline.append(.gap(seconds: time.seconds(since: lostAt)), at: time, size: 0)
    }
    lostAt = nil
    wasOpen = true
  }

  private mutating func noteLoss(at time: Timestamp) {
    guard wasOpen, lostAt == nil else { return }
    lostAt = time
    finishOpenLines(at: time)
  }

  /// Lines whose end got lost stay as they are.
  mutating func finishOpenLines(at time: Timestamp) {
    for number in [openAgentLine].compactMap({ $0 }) + partialLines.map(\.number) {
      timeline.changeUtterance(number) { line in
        line.state = .cutOff
        line.endedAt = time
      }
    }
    openAgentLine = nil
    partialLines = []
  }

  /// Notes that the call is over; the first to tell counts, the rest completes it.
  mutating func end(_ told: CallEnding) {
    revision &+= 1
    if let known = ending {
      ending?.reason = known.reason ?? told.reason
      ending?.duration = known.duration ?? told.duration
      return
    }
    ending = told
    finishOpenLines(at: told.at)
    for number in runningTools {
      timeline.changeTool(number) { $0.status = .unfinished }
    }
    runningTools = []
    timeline.append(.ended(told), at: told.at, size: 0)
  }
}

extension Timeline {
  mutating func changeUtterance(
    _ number: EntryNumber, size: Int = 0, _ body: (inout Utterance) -> Void
  ) {
    change(number, size: size) { content in
      guard case .utterance(var utterance) = content else { return }
      body(&utterance)
      content = .utterance(utterance)
    }
  }

  mutating func changeTool(
    _ number: EntryNumber, size: Int = 0, _ body: (inout ToolRun) -> Void
  ) {
    change(number, size: size) { content in
      guard case .tool(var run) = content else { return }
      body(&run)
      content = .tool(run)
    }
  }

  /// The run of that entry, while it is kept.
  func tool(_ number: EntryNumber) -> ToolRun? {
    guard case .tool(let run) = self[number]?.content else { return nil }
    return run
  }
}
