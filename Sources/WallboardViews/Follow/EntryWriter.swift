import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Lays out the timeline entries of a followed call in lines of one width.
///
/// How many lines an entry takes depends on the entry, the width and the disclosure alone, never on
/// the clock: a running time stands on a line that is cut, not wrapped.
struct EntryWriter {
  /// The most lines of an event.
  static let eventLines = 4
  /// The most lines of words that an interruption kept from being said.
  private static let unspokenLines = 4

  let context: FrameContext
  /// What the bars of turns are drawn on.
  let scale: TurnScale
  /// What there is of what was said before the call was heard.
  let before: String
  private let width: Int
  private let columns: LeadColumns

  init(_ context: FrameContext, _ observation: Observation, width: Int) {
    self.context = context
    scale = TurnScale(longest: observation.facts.longestTurn)
    before = StoryWords(context: context).before(observation)
    self.width = max(1, width)
    columns = LeadColumns(width: width)
  }

  var disclosure: Disclosure { context.paneDisclosure }
  /// Whether a line has to do for what a tool did.
  var isBrief: Bool { context.view.density == .words }
  var glyphs: GlyphSet { context.glyphs }
  var bodyWidth: Int { max(2, width - columns.width) }

  /// The lines of an entry, at least one.
  func lines(of entry: TimelineEntry, isUnfolded: Bool) -> [PaneLine] {
    let lines = content(of: entry, isUnfolded: isUnfolded)
    guard !entry.isTimed, columns.time > 0 else { return lines }
    return lines.map(\.withoutTime)
  }

  private func content(of entry: TimelineEntry, isUnfolded: Bool) -> [PaneLine] {
    switch entry.content {
    case .utterance(let utterance): lines(of: utterance, at: entry.at)
    case .tool(let run): lines(of: run, at: entry.at, isUnfolded: isUnfolded)
    case .turn(let stages): lines(of: stages, at: entry.at, isUnfolded: isUnfolded)
    case .event(let event): lines(of: event, at: entry.at)
    case .malformed(let reason):
      warning("a message could not be understood: \(reason)", at: entry.at)
    case .degraded(let name, let faults):
      warning(
        "\(name.spoken): \(faults.summary): "
          + faults.sentences.map(\.string).joined(separator: "; "), at: entry.at)
    case .leftOut(let turns, let parts): warning(leftOut(turns, parts), at: entry.at)
    case .gap(let seconds): [rule(gap(seconds), .gap, with: glyphs.gap, sign: .gap)]
    case .ended(let ending): [rule(ending.sentence, .title, with: glyphs.horizontal)]
    }
  }

  /// Whether the entry shows a running time.
  func ticks(_ entry: TimelineEntry) -> Bool {
    switch entry.content {
    case .utterance(let utterance): !disclosure.words && utterance.endedAt == nil
    case .tool(let run): run.status == .running
    case .turn, .event, .malformed, .degraded, .leftOut, .gap, .ended: false
    }
  }

  /// Puts time, label and mark before the first line, and as many spaces before the others.
  func withLead(
    _ body: [[StyledText]], at time: Timestamp, label: StyledText = .empty, mark: StyledText
  ) -> [PaneLine] {
    let blank = [StyledText(String(repeating: " ", count: columns.width))]
    return body.enumerated().map { index, line in
      PaneLine(lead: index == 0 ? lead(time, label, mark) : blank, body: line)
    }
  }

  private func lead(_ time: Timestamp, _ label: StyledText, _ mark: StyledText) -> [StyledText] {
    let name = TextLayout.fitted(
      context.lettering.shown(columns.fitted(label.text)), to: columns.label, alignment: .right,
      ellipsis: glyphs.ellipsis)
    let lead = [label.saying(name + " "), mark.saying(mark.text + " ")]
    guard columns.time > 0 else { return lead }
    return [StyledText("\(context.timeOfDay(time).prefix(columns.time)) ", .time)] + lead
  }

  private func leftOut(_ turns: Int, _ parts: Int) -> String {
    let things = [
      turns > 0 ? turns.counted("turn") : nil,
      parts > 0 ? parts.counted("tool or step", "tools or steps") : nil,
    ].compactMap(\.self)
    return "of the story, \(things.joined(separator: ", ")) not shown: not understood, or too many"
  }

  private func gap(_ seconds: Int64) -> String {
    "\(Durations.exact(seconds)) missing: the connection was lost"
  }

  /// A rule across the pane, with words in its middle.
  private func rule(
    _ words: String, _ role: StyleRole, with line: Character, sign: Sign? = nil
  ) -> PaneLine {
    let text = context.lettering.fitted(" \(words) ", to: max(1, width - 4))
    let rest = max(0, width - TextLayout.width(of: text))
    let left = String(repeating: line, count: rest / 2)
    let right = String(repeating: line, count: rest - rest / 2)
    return PaneLine(
      body: [StyledText(left, role).signed(sign), StyledText(text, role), StyledText(right, role)])
  }

  private func warning(_ words: String, at time: Timestamp) -> [PaneLine] {
    withLead(
      wrapped(StyledText(words, .warning)), at: time,
      mark: StyledText(.fault, glyphs))
  }

  private func lines(of utterance: Utterance, at time: Timestamp) -> [PaneLine] {
    let speaker = utterance.speaker.role
    var flow = Flow(width: bodyWidth, context.lettering)
    if utterance.text == nil {
      flow.add(StyledText("(what was said could not be decoded)", .gap))
    } else if let words = utterance.text?.reveal(disclosure)?.string {
      flow.add(StyledText(words, utterance.state == .partial ? .provisional : .text))
    } else {
      flow.add(StyledText(speech(utterance, since: time), .masked))
    }
    addMarks(of: utterance, to: &flow)
    addUnspoken(of: utterance, to: &flow)
    return withLead(
      flow.lines, at: time, label: StyledText(speaker.spoken, speaker.style),
      mark: StyledText(speaker.sign, glyphs))
  }

  /// How long somebody speaks, where the words are hidden.
  private func speech(_ utterance: Utterance, since time: Timestamp) -> String {
    guard let end = utterance.endedAt else {
      return "speaks for \(Durations.exact(context.now.seconds(since: time)))"
    }
    let seconds = end.seconds(since: time)
    return seconds > 0 ? "spoke for \(Durations.exact(seconds))" : "spoke"
  }

  private func addMarks(of utterance: Utterance, to flow: inout Flow) {
    switch utterance.state {
    case .speaking: flow.mark(StyledText(.speaking, glyphs), gap: 0)
    case .partial: flow.mark(StyledText(.provisional, glyphs))
    case .cutOff: flow.mark(StyledText("(the end is missing)", .gap))
    case .final: break
    }
    if utterance.filler != nil { flow.mark(StyledText("(filling a pause)", .muted)) }
    if utterance.isBargeIn { flow.mark(StyledText("(interrupting)", .interrupted)) }
    if utterance.isInterrupted { flow.mark(StyledText("— interrupted", .interrupted)) }
  }

  private func addUnspoken(of utterance: Utterance, to flow: inout Flow) {
    let words = utterance.unspoken.compactMap { $0.reveal(disclosure)?.string }
    guard !words.isEmpty else { return }
    let first = flow.lines.count
    flow.add(StyledText("(unspoken: \(words.joined(separator: " ")))", .muted))
    flow.limit(to: Self.unspokenLines, from: first)
  }

  private func lines(of event: ObserverEvent, at time: Timestamp) -> [PaneLine] {
    let look = look(of: event)
    let words = StyledText(words(of: event), look.role)
    return withLead(
      look.isProminent ? wrapped(words) : [[cut(words)]], at: time,
      label: StyledText(look.label, .muted), mark: StyledText(look.sign, glyphs, "", look.role))
  }

  private func wrapped(_ phrase: StyledText) -> [[StyledText]] {
    var flow = Flow(width: bodyWidth, context.lettering)
    flow.add(phrase)
    flow.limit(to: Self.eventLines)
    return flow.lines
  }

  /// Technical events get a single line.
  func cut(_ phrase: StyledText) -> StyledText {
    phrase.saying(context.lettering.fitted(phrase.text, to: bodyWidth))
  }

  private func words(of event: ObserverEvent) -> String {
    let summary = event.summary(
      SummaryContext(names: context.board, disclosure: disclosure, for: .people))
    switch event {
    case .sessionInfo(let info): return introduction(info)
    case .unknown: return "\(event.name) (unknown): \(summary)"
    case _: return summary
    }
  }

  private func introduction(_ info: SessionInfo) -> String {
    let age = Durations.seconds(info.durationSeconds).map {
      ", \(Durations.exact($0)) into the call"
    }
    let state = info.currentState.flatMap {
      $0.isEmpty ? nil : ", in " + $0.spoken
    }
    return "followed from here on\(age ?? "")\(state ?? ""); \(before)"
  }

  private func look(of event: ObserverEvent) -> EventLook {
    switch event {
    case .stateTransition:
      EventLook("step", .step, isProminent: true)
    case .participantJoined: EventLook("", .joined, isProminent: true)
    case .participantLeft: EventLook("", .left, isProminent: true)
    case .speakerMuted(let mute):
      EventLook("", mute.isMuted ? .muted : .unmuted, isProminent: true)
    case .forwardCallResolved(let forward):
      EventLook("transfer", forward.error == nil ? .transfer : .transferFailed, isProminent: true)
    case .emotionEstimate(let estimate):
      EventLook(
        "", .technical, estimate.trend == .deteriorating ? .warning : nil, isProminent: false)
    case .bargeIn: EventLook("", .interrupted, isProminent: true)
    case .sessionInfo, .sessionStart, .sessionEnd:
      EventLook("", .aboutCall, isProminent: true)
    case .unknown: EventLook("", .aboutCall, isProminent: false)
    case _: EventLook("", .technical, isProminent: false)
    }
  }
}

extension CallEnding {
  /// Such as `ended: completed after 4:05`.
  var sentence: String {
    let why = reason.map { ": " + $0.spoken } ?? ""
    let length = Durations.seconds(duration).map { " after " + Durations.stopwatch($0) } ?? ""
    return "ended" + why + length
  }
}

extension OpenEnum<ParticipantRole> {
  /// The style of what somebody in that role says.
  var style: StyleRole { sign.role }

  /// Tells the speakers apart where there is no colour.
  fileprivate var sign: Sign {
    switch self {
    case .known(.caller): .caller
    case .known(.agent): .ai
    case .known(.operator): .operatorOnCall
    case .other: .somebody
    }
  }
}

/// How an event looks on the timeline.
private struct EventLook {
  let label: String
  let sign: Sign
  let role: StyleRole
  /// Whether a person should read it.
  let isProminent: Bool

  init(_ label: String, _ sign: Sign, _ role: StyleRole? = nil, isProminent: Bool) {
    self.label = label
    self.sign = sign
    self.role = role ?? sign.role
    self.isProminent = isProminent
  }
}
