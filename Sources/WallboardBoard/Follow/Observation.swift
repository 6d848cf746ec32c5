import DequeModule
package import WallboardEvents

/// A followed call as its observer socket tells of it (contract 1).
package struct Observation: Equatable, Sendable {
  package let callSID: CallSID
  /// How its connection stands.
  package var phase = ObserverPhase.connecting(attempt: 1)
  /// When it was asked for.
  package let followedSince: Timestamp
  /// When the last event came.
  package var lastHeardAt: Timestamp?
  /// Since when what is said is heard; `nil` where it never was.
  package var openedAt: Timestamp?
  /// When the connection was lost, until it is open again.
  package var lostAt: Timestamp?
  /// What was said and done, in order of arrival.
  package var timeline = Timeline()
  package var facts = ObservedFacts()
  /// How the call ended, once it has.
  package var ending: CallEnding?
  /// Times that what was said meanwhile is missing.
  package var gaps = 0
  package var counts = ObserverEventCounts()
  /// Runs of tools that were heard to fail.
  var failedTools = 0
  /// Counts what changed of it: the time line, the facts or the connection.
  package var revision: Revision = 0
  /// The agent's line that grows by deltas.
  var openAgentLine: OpenLine?
  /// The agent's newest whole line, until another has spoken in turn.
  var newestAgentLine: EntryNumber?
  /// The lines of other speakers that their final ones will replace.
  var partialLines: [PartialLine] = []
  /// The tools that run, first come first.
  package internal(set) var runningTools: [EntryNumber] = []
  /// How long the stages took so far of the turn that goes on.
  var openTurn = OpenTurn()
  /// What came of asking for what was said before.
  package var story = StoryStanding()
  /// The entry that tells of the end.
  private(set) var endingEntry: EntryNumber?

  /// A call that is about to be followed.
  package init(callSID: CallSID, since: Timestamp) {
    self.callSID = callSID
    followedSince = since
  }

  /// A call that is over, in that way as far as it is known: what there is of it is its story.
  init(over callSID: CallSID, _ ending: CallEnding?, at now: Timestamp) {
    self.init(callSID: callSID, since: now)
    phase = .ended
    self.ending = ending
    story.wantOnce(at: now)
  }

  /// A line that grows by deltas.
  struct OpenLine: Equatable, Sendable {
    var number: EntryNumber
    /// Whether it was interrupted and another has spoken since: what the agent says now is new.
    var isAnswered = false
  }

  /// A line whose final one is awaited, and whose it is.
  struct PartialLine: Equatable, Sendable {
    var number: EntryNumber
    var speaker: Speaker
  }

  /// Whether the call was over when it was opened: its story is all that there is of it.
  package var isStoryAlone: Bool { openedAt == nil && phase == .ended }

  /// Whether what was said before could not be loaded.
  package var isStoryMissing: Bool {
    if story.told == nil, case .failed = story.problem { true } else { false }
  }

  /// Whether its feed goes on, or is meant to.
  package var isLive: Bool {
    switch phase {
    case .connecting, .open, .waiting: true
    case .refused, .notFound, .stopped, .ended: false
    }
  }
}

/// How a call ended, whoever told first.
package struct CallEnding: Equatable, Sendable {
  package var at: Timestamp
  /// `nil` where nobody knows.
  package var reason: OpenEnum<CompletionReason>?
  /// Seconds.
  package var duration: Double?

  /// An end at that moment.
  package init(at: Timestamp, reason: OpenEnum<CompletionReason>? = nil, duration: Double? = nil) {
    self.at = at
    self.reason = reason
    self.duration = duration
  }
}

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
      story.wantOnce(at: change.at)
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
    openedAt = openedAt ?? time
    story.wantOnce(at: time)
  }

  private mutating func noteLoss(at time: Timestamp) {
    // A socket that was closed before it told anything, as when a call is just starting (4004), has
    // left nothing behind to be continued.
    guard openedAt != nil, lostAt == nil, lastHeardAt != nil else { return }
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
    openTurn = OpenTurn()
  }

  /// Notes that the call is over, as the stream tells it; its word is what the board shows. The
  /// observer may still have more to tell, and the end stands below all of it.
  mutating func end(_ told: CallEnding) {
    revision &+= 1
    var ending = ending ?? told
    ending.reason = told.reason ?? ending.reason
    ending.duration = told.duration ?? ending.duration
    self.ending = ending
    story.callEnded(at: told.at)
    if endingEntry != nil || !isLive { showEnding() }
  }

  /// Notes that the call is over, as its observer tells it; nothing follows.
  mutating func endSession(_ told: CallEnding) {
    var ending = ending ?? told
    ending.reason = ending.reason ?? told.reason
    ending.duration = ending.duration ?? told.duration
    self.ending = ending
    story.callEnded(at: told.at)
    settle(at: told.at)
  }

  /// The end has one place on the time line.
  mutating func showEnding() {
    guard let ending else { return }
    if let endingEntry {
      timeline.change(endingEntry) { $0.content = .ended(ending) }
    } else {
      endingEntry = timeline.append(.ended(ending), at: ending.at, size: 0)
    }
  }
}
