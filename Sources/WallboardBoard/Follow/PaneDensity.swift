import WallboardEvents

/// How much of what was said and done the panes of followed calls show, least first.
package enum PaneDensity: String, CaseIterable, Comparable, Sendable {
  /// Who said what, what tools were run, and what went wrong.
  case words
  /// Who comes and goes, too, and what changes how the call goes.
  case normal
  /// What was measured, too, and what goes on inside the platform.
  case everything

  package static func < (left: PaneDensity, right: PaneDensity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .words: 0
    case .normal: 1
    case .everything: 2
    }
  }

  fileprivate var next: PaneDensity {
    switch self {
    case .words: .normal
    case .normal: .everything
    case .everything: .words
    }
  }

  fileprivate var notice: String {
    switch self {
    case .words: "Words only: who says what, tools, warnings"
    case .normal: "Normal: words, and what changes in the call"
    case .everything: "Everything: also how long answers take, and each step of the AI"
    }
  }
}

extension TimelineEntry {
  package func isShown(at density: PaneDensity) -> Bool { leastDensity <= density }

  /// The least that shows it. It depends on the entry alone, and no change of the entry changes it.
  private var leastDensity: PaneDensity {
    switch content {
    case .utterance, .tool, .malformed, .leftOut, .gap, .ended: .words
    case .turn: .normal
    case .event(let event): event.leastDensity
    // What is missing of words is said in their place.
    case .degraded: .everything
    }
  }
}

extension ObserverEvent {
  fileprivate var leastDensity: PaneDensity {
    switch self {
    case .agentTranscript, .agentTranscriptDelta, .userTranscript, .toolCallStarted,
      .toolCallCompleted, .sessionInfo, .sessionEnd:
      .words
    case .speakerMuted(let mute): mute.isMuted ? .words : .normal
    case .forwardCallResolved(let forward): forward.error == nil ? .normal : .words
    case .bargeIn, .participantJoined, .participantLeft: .normal
    // Where the agent stands is among the facts; a step that somebody gave a reason for is news.
    case .stateTransition(let step): step.annotation?.isEmpty == false ? .normal : .everything
    // How the caller sounds is among the facts, too; when it gets worse one has to look.
    case .emotionEstimate(let estimate):
      estimate.trend == .deteriorating ? .normal : .everything
    case .actorAllocated, .actorShutdown, .compoundEmotion, .empathyClassified, .mediaAttached,
      .navigationTiming, .sessionStart, .turnLatency, .voiceContextApplied, .unknown:
      .everything
    }
  }
}

extension Timeline {
  /// Entries from that number on that are shown at that density.
  package func count(from number: EntryNumber, at density: PaneDensity) -> Int {
    entries.suffix(count(from: number)).count { $0.isShown(at: density) }
  }

  /// The newest entry that is shown at that density.
  package func newest(at density: PaneDensity) -> TimelineEntry? {
    entries.last { $0.isShown(at: density) }
  }
}

extension WallboardState {
  /// Shows more of the followed calls, or, after everything, words alone.
  mutating func changeDensity() {
    view.density = view.density.next
    view.announce(view.density.notice)
  }
}
