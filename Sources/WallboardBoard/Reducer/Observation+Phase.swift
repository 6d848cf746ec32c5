import DequeModule
import WallboardEvents

extension Observation {
  /// Notes how the connection stands. A lost one leaves a gap behind: what was said before it is
  /// open again is not told afterwards (contract 1.3).
  mutating func change(_ change: ObserverChange) {
    revision &+= 1
    phase = change.phase
    switch change.phase {
    case .open: noteOpening(at: change.at)
    case .connecting, .waiting: noteLoss(at: change.at)
    case .refused, .notFound, .stopped, .ended:
      noteLoss(at: change.at)
      settle(at: change.at)
    }
  }

  private mutating func noteOpening(at time: Timestamp) {
    if let lostAt {
      gaps += 1
      giveUpNamelessTools()
      timeline.append(.gap(seconds: time.seconds(since: lostAt)), at: time, size: 0)
    }
    lostAt = nil
    wasOpen = true
  }

  private mutating func noteLoss(at time: Timestamp) {
    // A socket that was closed before it told anything, as when a call is just starting (4004), has
    // left nothing behind to be continued.
    guard wasOpen, lostAt == nil, lastHeardAt != nil else { return }
    lostAt = time
    finishOpenLines(at: time)
  }

  /// Nothing more will be told: what is open stays as it is.
  private mutating func settle(at time: Timestamp) {
    finishOpenLines(at: time)
    for number in runningTools { giveUpTool(number) }
    runningTools = []
    showEnding()
  }

  /// Lines whose end got lost stay as they are.
  private mutating func finishOpenLines(at time: Timestamp) {
    for number in [openAgentLine?.number].compactMap({ $0 }) + partialLines.map(\.number) {
      cutOff(number, at: time)
    }
    openAgentLine = nil
    newestAgentLine = nil
    partialLines = []
  }

  /// Notes that the call is over, as the stream tells it; its word is what the board shows. The
  /// observer may still have more to tell, and the end stands below all of it.
  mutating func end(_ told: CallEnding) {
    revision &+= 1
    var ending = ending ?? told
    ending.reason = told.reason ?? ending.reason
    ending.duration = told.duration ?? ending.duration
    self.ending = ending
    if endingEntry != nil || !isLive { showEnding() }
  }

  /// Notes that the call is over, as its observer tells it; nothing follows.
  mutating func endSession(_ told: CallEnding) {
    var ending = ending ?? told
    ending.reason = ending.reason ?? told.reason
    ending.duration = ending.duration ?? told.duration
    self.ending = ending
    settle(at: told.at)
  }

  /// The end has one place on the time line.
  private mutating func showEnding() {
    guard let ending else { return }
    if let endingEntry {
      timeline.change(endingEntry) { $0.content = .ended(ending) }
    } else {
      endingEntry = timeline.append(.ended(ending), at: ending.at, size: 0)
    }
  }
}
