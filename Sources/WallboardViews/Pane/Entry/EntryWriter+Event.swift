import WallboardEvents
import WallboardScreen

extension EntryWriter {
  func lines(of event: ObserverEvent, at time: Timestamp) -> [PaneLine] {
    let look = look(of: event)
    let words = Phrase(words(of: event), look.role)
    return led(
      look.isProminent ? wrapped(words) : [[cut(words)]], at: time,
      label: Phrase(look.label, .muted), mark: Phrase(String(look.mark), look.role))
  }

  private func wrapped(_ phrase: Phrase) -> [[Phrase]] {
    var flow = Flow(width: bodyWidth, context.lettering)
    flow.add(phrase)
    flow.limit(to: Self.eventLines)
    return flow.lines
  }

  /// What only tells how the machine does takes one line.
  private func cut(_ phrase: Phrase) -> Phrase {
    var piece = phrase
    piece.text = context.lettering.fitted(phrase.text, to: bodyWidth)
    return piece
  }

  private func words(of event: ObserverEvent) -> String {
    let summary = event.summary(SummaryContext(names: context.board, disclosure: disclosure))
    switch event {
    case .sessionInfo(let info): return introduction(info)
    case .unknown: return "\(event.name) (unknown): \(summary)"
    case .actorAllocated, .actorShutdown, .agentTranscript, .agentTranscriptDelta, .bargeIn,
      .compoundEmotion, .emotionEstimate, .empathyClassified, .forwardCallResolved,
      .mediaAttached, .navigationTiming, .participantJoined, .participantLeft, .sessionEnd,
      .sessionStart, .speakerMuted, .stateTransition, .toolCallCompleted, .toolCallStarted,
      .turnLatency, .userTranscript, .voiceContextApplied:
      return summary
    }
  }

  private func introduction(_ info: SessionInfo) -> String {
    let age = Durations.seconds(info.durationSeconds).map {
      ", \(Durations.exact($0)) into the call"
    }
    let state = info.currentState.flatMap { $0.isEmpty ? nil : ", in \($0)" }
    return "followed from here on\(age ?? "")\(state ?? ""); what was said before is not shown"
  }

  private func look(of event: ObserverEvent) -> EventLook {
    switch event {
    case .stateTransition:
      EventLook("state", glyphs.arrowRight, .info, isProminent: true)
    case .participantJoined: EventLook("", glyphs.bullet, .notice, isProminent: true)
    case .participantLeft: EventLook("", glyphs.hollowDot, .notice, isProminent: true)
    case .speakerMuted(let mute):
      EventLook("", mute.isMuted ? glyphs.warning : glyphs.bullet, .notice, isProminent: true)
    case .forwardCallResolved(let forward):
      forward.error == nil
        ? EventLook("forward", glyphs.arrowRight, .notice, isProminent: true)
        : EventLook("forward", glyphs.failure, .warning, isProminent: true)
    case .emotionEstimate(let estimate):
      EventLook(
        "", glyphs.separator, estimate.trend == .deteriorating ? .warning : .muted,
        isProminent: false)
    case .bargeIn: EventLook("", glyphs.warning, .interrupted, isProminent: true)
    case .sessionInfo, .sessionStart, .sessionEnd:
      EventLook("", glyphs.bullet, .muted, isProminent: true)
    case .unknown: EventLook("", glyphs.bullet, .muted, isProminent: false)
    case .actorAllocated, .actorShutdown, .agentTranscript, .agentTranscriptDelta,
      .compoundEmotion, .empathyClassified, .mediaAttached, .navigationTiming,
      .toolCallCompleted, .toolCallStarted, .turnLatency, .userTranscript, .voiceContextApplied:
      EventLook("", glyphs.separator, .muted, isProminent: false)
    }
  }
}

/// How an event stands on the time line.
struct EventLook {
  let label: String
  let mark: Character
  let role: StyleRole
  /// Whether a person should read it.
  let isProminent: Bool

  init(_ label: String, _ mark: Character, _ role: StyleRole, isProminent: Bool) {
    self.label = label
    self.mark = mark
    self.role = role
    self.isProminent = isProminent
  }
}
