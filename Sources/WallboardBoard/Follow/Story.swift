package import WallboardEvents

/// What came of asking the platform for a followed call's story: what was said before it was heard.
package struct StoryStanding: Equatable, Sendable {
  /// Why there is none yet.
  package enum Problem: Equatable, Sendable {
    /// The platform has not written the call down yet, or does not know it.
    case notYet
    case failed(reason: BoundedString)
  }

  /// What was told beside its turns, which are on the time line; `nil` until it comes.
  package internal(set) var told: CallStory?
  /// What of it was not understood.
  package internal(set) var faults = FieldFaults()
  package internal(set) var problem: Problem?
  /// Whether an answer is awaited.
  package internal(set) var isAsked = false
  /// When it is asked for, or asked for again; `nil` for not at all.
  package internal(set) var askAt: Timestamp?

  /// How long until the platform is asked again that had none, in milliseconds.
  static let pause: Int64 = 60_000
  /// How long after a call's end a story is still expected that is not there, in milliseconds.
  static let patience: Int64 = 600_000
  /// How long the platform may take to write down the end of a call, in milliseconds.
  static let writing: Int64 = 15_000

  /// Nobody has asked.
  init() {}

  /// Has it asked for, unless that was done before.
  mutating func wantOnce(at time: Timestamp) {
    guard told == nil, problem == nil, !isAsked, askAt == nil else { return }
    askAt = time
  }

  /// Has it asked for once more: what was told may lack what was said last before the call was heard.
  mutating func callEnded(at time: Timestamp) {
    guard let told, !told.isOver else { return }
    askAt = time.advanced(milliseconds: Self.writing)
  }
}

extension CallStory {
  /// Whether it is that of a call that has ended.
  fileprivate var isOver: Bool { endedAt != nil || completionReason != nil }
}

extension WallboardState {
  /// Takes what the platform answered about what is over.
  mutating func take(_ answer: PastAnswer, at time: Timestamp) {
    switch answer {
    case .story(let callSID, let story, let faults):
      if !faults.isEmpty { board.counts.degraded += 1 }
      board.observations.update(callSID) { $0.tell(story, faults, at: time) }
    case .noStory(let callSID):
      board.observations.update(callSID) { $0.noteNoStory(at: time) }
    case .failed(.story(let callSID), let reason, let retryAt):
      board.observations.update(callSID) { $0.noteStoryFailed(reason, retryAt: retryAt) }
    case .calls, .failed(.calls, _, _): break
    }
  }

  /// Asks for the stories of followed calls whose time has come. A wall asks for none: a story is words,
  /// and nobody there has a reason to read them.
  mutating func askForStories(at now: Timestamp) -> [Effect] {
    guard !settings.isReplay, settings.wall == nil else { return [] }
    var due: [CallSID] = []
    board.observations.forEachRow { observation in
      guard !observation.story.isAsked, let askAt = observation.story.askAt, askAt <= now else {
        return
      }
      due.append(observation.callSID)
    }
    guard !due.isEmpty else { return [] }
    for callSID in due { board.observations.update(callSID) { $0.storyIsAsked() } }
    if !view.isStoryNoteTold {
      view.isStoryNoteTold = true
      view.announce(
        "The platform notes who reads what was said: this is the first call of this run")
    }
    return due.map { .network(.ask(.story($0))) }
  }

  /// Asks again for the stories that are not there.
  mutating func retryStories() {
    for callSID in board.observations.keys {
      board.observations.update(callSID) { observation in
        if observation.story.problem != nil { observation.story.askAt = board.now }
      }
    }
  }
}

extension Observation {
  fileprivate mutating func storyIsAsked() {
    revision &+= 1
    story.isAsked = true
    story.askAt = nil
  }

  fileprivate mutating func noteNoStory(at time: Timestamp) {
    revision &+= 1
    story.isAsked = false
    story.problem = .notYet
    let isExpected = ending.map { time.isWithin(StoryStanding.patience, after: $0.at) } ?? isLive
    story.askAt = isExpected ? time.advanced(milliseconds: StoryStanding.pause) : nil
  }

  fileprivate mutating func noteStoryFailed(_ reason: BoundedString, retryAt: Timestamp) {
    revision &+= 1
    story.isAsked = false
    story.problem = .failed(reason: reason)
    story.askAt = retryAt
  }

  /// Takes the story, and has its lines stand before what was heard.
  fileprivate mutating func tell(_ told: CallStory, _ faults: FieldFaults, at time: Timestamp) {
    revision &+= 1
    // Where some of what was heard is no longer kept, it would be missing between them.
    if timeline.trimmed == 0 {
      let lines = StoryLines(told, since: followedSince).unheard(by: self)
      timeline.tell(lines)
      facts.toldTurns = lines.count(where: \.isSpoken)
      facts.toldSlowest = SlowestStages(lines)
    }
    facts.take(told)
    var rest = told
    rest.turns = []
    rest.humanSegments = []
    story = StoryStanding()
    story.told = rest
    story.faults = faults
    if told.isOver {
      let end = told.endedAt ?? ending?.at ?? time
      self.end(
        CallEnding(at: end, reason: told.completionReason, duration: told.durationSeconds))
    } else if let ending, time.isWithin(StoryStanding.patience, after: ending.at) {
      // It was written down before the end.
      story.askAt = time.advanced(milliseconds: StoryStanding.pause)
    }
    if !isLive { showEnding() }
  }
}

extension ObservedFacts {
  /// Takes over what the story tells, where nothing newer was heard.
  fileprivate mutating func take(_ story: CallStory) {
    direction = direction ?? story.direction
    serviceID = serviceID ?? story.serviceID
    callerID = callerID ?? story.person
    startedAt = startedAt ?? story.startedAt
    currentState = currentState ?? story.finalState
  }
}
