import DequeModule
import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Something known of a followed call.
struct PaneFact: Equatable {
  /// The label in a column of facts.
  let label: String
  /// The words, and what stands beside them where there is room.
  let value: [StyledText]
  /// The same for a line with others; `nil` if it is left out there.
  let short: [StyledText]?
  /// The order in such a line: the lowest rank comes first.
  let rank: Int
  /// Whether its beginning stands in a line that has no room for all of it.
  let mayBeCut: Bool

  init(
    _ label: String, _ value: StyledText..., short: [StyledText]? = nil, rank: Int = .max,
    mayBeCut: Bool = false
  ) {
    self.label = label
    self.mayBeCut = mayBeCut
    self.value = value.filter { !$0.text.isEmpty }
    self.short = short
    self.rank = rank
  }
}

/// As many facts as fit into some lines. Where one does not fit, the next that does takes the
/// place.
struct PaneFactLines: Region {
  let facts: [PaneFact]

  /// The room in which the beginning of a fact says something.
  private static let shortestCut = 16

  func draw(in area: Rect, on canvas: inout Canvas) {
    let separator = [StyledText(" \(canvas.glyphs.separator) ", .muted)]
    var left = facts.filter { $0.short != nil }.sorted { $0.rank < $1.rank }
    for index in 0..<area.height {
      let line = area.row(index)
      var rest = line
      while let next = left.firstIndex(where: { fact in
        let width = canvas.lettering.width(of: spaced(fact).map { $0.saying($0.brief ?? $0.text) })
        // What has to be cut anyway is cut here; what would fit below waits.
        let isCut = fact.mayBeCut && (width > line.width || index == area.height - 1)
        return rest == line || width + 3 <= rest.width || isCut && Self.shortestCut <= rest.width
      }) {
        let words = spaced(left.remove(at: next))
        rest = canvas.draw((rest == line ? [] : separator) + words, in: rest)
      }
    }
  }

  func signs(_ glyphs: GlyphSet) -> [Sign] {
    facts.flatMap { $0.short ?? [] }.compactMap(\.shownSign)
  }

  private func spaced(_ fact: PaneFact) -> [StyledText] {
    Array((fact.short ?? []).map { [$0] }.joined(separator: [StyledText(" ")]))
  }
}

/// One fact below the other, each with its label.
struct PaneFactColumn: Region {
  let facts: [PaneFact]

  private static let labelWidth = 12

  func draw(in area: Rect, on canvas: inout Canvas) {
    var rest = area
    for fact in facts {
      var flow = Flow(width: area.width - Self.labelWidth, canvas.lettering)
      if let first = fact.value.first { flow.add(first) }
      for phrase in fact.value.dropFirst() { flow.mark(phrase) }
      flow.limit(to: 4)
      for (index, line) in flow.lines.enumerated() {
        var row = rest.cut(1, from: .top)
        let label = row.cut(Self.labelWidth, from: .left)
        if index == 0 { canvas.draw(StyledText(fact.label, .label), in: label) }
        canvas.draw(line, in: row)
      }
    }
  }

  func signs(_ glyphs: GlyphSet) -> [Sign] { facts.flatMap(\.value).compactMap(\.shownSign) }
}

struct PaneFactsMaker: RegionMaker {
  let context: FrameContext

  /// What is known of a followed call, the most important first.
  func facts(of observation: Observation) -> [PaneFact] {
    let call = board.calls[observation.callSID]
    let known = observation.facts
    // Nothing goes on once the call is over.
    let isOver = observation.ending != nil
    let present = isOver ? [] : [escalation(of: call), reason(of: call), muted(known)]
    let facts =
      present + [step(known, call), operators(of: call), feeling(known), latency(known)]
      + [tools(observation), gaps(observation), bargeIns(known), turns(known)]
      + [slowest(known.slowest.turns, "Slow turns"), slowest(known.slowest.tools, "Slow tools")]
      + [people(known), forward(known), service(known, call), caller(known, call)]
      + [empathy(known), voice(known)] + told(observation.story.told)
    return facts.compactMap { $0 }
  }

  private func escalation(of call: Call?) -> PaneFact? {
    guard let call, let escalation = call.escalation, escalation.isActive else { return nil }
    let standing = CallStanding(call, at: now, board.waitSeverity(of: call, by: targets))
    let trigger = escalation.trigger?.spoken ?? ""
    var word = standing.phrase(glyphs)
    word.fillsField = false
    return PaneFact("Escalation", word, StyledText(trigger), short: [word], rank: 0)
  }

  private func reason(of call: Call?) -> PaneFact? {
    guard let escalation = call?.escalation, escalation.isActive, let reason = escalation.reason,
      !reason.isEmpty
    else { return nil }
    let isShown = context.paneDisclosure.words
    let words = StyledText(reason.words(context.paneDisclosure), isShown ? .notice : .masked)
    return PaneFact("Reason", words, short: isShown ? [words] : nil, rank: 2, mayBeCut: true)
  }

  private func step(_ known: ObservedFacts, _ call: Call?) -> PaneFact? {
    guard let step = (known.currentState ?? call?.currentState)?.spoken
    else { return nil }
    let value = StyledText(step, .info)
    return PaneFact("Step", value, short: [StyledText("in", .label), value], rank: 3)
  }

  /// From the board, so that pane and row say the same.
  private func operators(of call: Call?) -> PaneFact? {
    guard let call, !call.operators.isEmpty else { return nil }
    let names = call.operators.map { person in
      board.name(of: person.operatorID) + (person.mode.map { " (\($0.spoken))" } ?? "")
    }
    var value = StyledText(names.joined(separator: ", "), .speakerOperator)
    // Where there is little room, how the call stands tells whether they speak.
    value.brief = call.operators.map { board.name(of: $0.operatorID) }.joined(separator: ", ")
    let mark = StyledText(.operatorOnCall, glyphs)
    return PaneFact("Operator", value, short: [mark, value], rank: 1)
  }

  private func muted(_ known: ObservedFacts) -> PaneFact? {
    guard known.isMuted == true else { return nil }
    // As a rule the platform does not say whose audio it is.
    let value = StyledText(.muted, glyphs, (known.mutedRole?.spoken ?? "somebody") + " muted")
    return PaneFact("Speaker", value, short: [value], rank: 4)
  }

  private func feeling(_ known: ObservedFacts) -> PaneFact? {
    guard let emotion = known.emotionWords else { return nil }
    let role: StyleRole = known.emotionTrend == .deteriorating ? .warning : .text
    let word = StyledText(emotion, role)
    let history = Sparkline.text(known.valences, width: 10, bounds: -1...1, glyphs: glyphs)
    // Only the first, which is the strongest: the rest would push other facts out.
    let compounds = known.compoundEmotions.first?.spoken ?? ""
    return PaneFact(
      "Sounds", word, StyledText(history, role).signed(.history), StyledText(compounds, .muted),
      short: [StyledText("sounds", .label), word, StyledText(history, role).signed(.history)],
      rank: 5)
  }

  private func latency(_ known: ObservedFacts) -> PaneFact? {
    guard let length = known.latency?.endToEndTTFBMilliseconds else { return nil }
    let word = StyledText(Durations.measured(length))
    let slowest = known.latencies.filter(\.isFinite).max() ?? 0
    let history = Sparkline.text(
      known.latencies, width: 10, bounds: 0...max(1, slowest), glyphs: glyphs)
    return PaneFact(
      "Answers in", word, StyledText(history, .muted).signed(.history),
      short: [
        StyledText("answers in", .label), word, StyledText(history, .muted).signed(.history),
      ], rank: 8)
  }

  private func tools(_ observation: Observation) -> PaneFact? {
    guard !observation.runningTools.isEmpty else { return nil }
    let value = StyledText(.toolRunning, glyphs, "\(observation.runningTools.count) running")
    return PaneFact("Tools", value, short: [StyledText("tools", .label), value], rank: 6)
  }

  private func gaps(_ observation: Observation) -> PaneFact? {
    count(observation.gaps, "Gaps", ("gap", "gaps"), .gap, rank: 7)
  }

  private func bargeIns(_ known: ObservedFacts) -> PaneFact? {
    count(known.bargeIns, "Interrupted", ("interruption", "interruptions"), .interrupted, rank: 9)
  }

  private func turns(_ known: ObservedFacts) -> PaneFact? {
    count(known.turns, "Turns", ("turn", "turns"), .text, rank: 10)
  }

  private func count(
    _ number: Int, _ label: String, _ words: (one: String, many: String), _ role: StyleRole,
    rank: Int
  ) -> PaneFact? {
    guard number > 0 else { return nil }
    let value = StyledText(String(number), role)
    let word = StyledText(number == 1 ? words.one : words.many, .label)
    return PaneFact(label, value, short: [value, word], rank: rank)
  }

  /// The slowest first, each with when it was.
  private func slowest(_ places: [SlowestStages.Place], _ label: String) -> PaneFact? {
    guard let first = places.first else { return nil }
    let words = places.map { place in
      (place.name.map { $0.spoken + " " } ?? "") + Durations.measured(place.milliseconds)
        + " at " + context.timeOfDay(place.at)
    }
    let short = (first.name.map { "\($0.spoken) " } ?? "") + Durations.measured(first.milliseconds)
    return PaneFact(
      label, StyledText(words.joined(separator: ", ")),
      short: [
        StyledText(first.name == nil ? "slowest answer" : "slowest tool", .label),
        StyledText(short),
      ], rank: first.name == nil ? 12 : 13)
  }

  /// What only a story tells.
  private func told(_ story: CallStory?) -> [PaneFact?] {
    guard let story else { return [] }
    let quality = story.qualityScore.map { PaneFact("Quality", StyledText($0.hundredths)) }
    let escalation = story.escalation.flatMap { escalation in
      escalation.isAny
        ? PaneFact(
          "Asked for",
          StyledText("an operator" + (escalation.trigger.map { ": \($0.spoken)" } ?? "")),
          StyledText(
            escalation.waitSeconds.flatMap(Durations.seconds).map {
              "waited \(Durations.exact($0))"
            } ?? "", .muted))
        : nil
    }
    return [quality, escalation]
  }

  private func people(_ known: ObservedFacts) -> PaneFact? {
    let present = known.participants.values.filter { $0.leftAt == nil }
    guard !present.isEmpty else { return nil }
    let names = present.map { person in
      let name =
        person.operatorID.map { board.name(of: $0) }
        ?? person.name.map { $0.label("participant", context.paneDisclosure) }
      return (person.role?.spoken ?? "somebody") + (name.map { " (\($0))" } ?? "")
    }
    return PaneFact("On the call", StyledText(names.joined(separator: ", ")))
  }

  private func forward(_ known: ObservedFacts) -> PaneFact? {
    guard let forward = known.forward else { return nil }
    let words = forward.summary(
      SummaryContext(names: board, disclosure: context.paneDisclosure, for: .people))
    return PaneFact("Transfer", StyledText(words, forward.error == nil ? .text : .warning))
  }

  private func service(_ known: ObservedFacts, _ call: Call?) -> PaneFact? {
    let name =
      call.flatMap { board.serviceName(of: $0) } ?? known.serviceID.map { board.name(of: $0) }
    return name.map {
      PaneFact("Service", StyledText($0), short: [StyledText($0, .muted)], rank: 11)
    }
  }

  private func caller(_ known: ObservedFacts, _ call: Call?) -> PaneFact? {
    callerLabel(known, call).map { PaneFact("Caller", $0) }
  }

  /// Who calls, as far as it may be shown.
  func callerLabel(_ known: ObservedFacts, _ call: Call?) -> StyledText? {
    StyledText(caller: known.callerID ?? call?.callerID, context.paneDisclosure)
  }

  private func empathy(_ known: ObservedFacts) -> PaneFact? {
    known.empathy.map { PaneFact("Empathy", StyledText($0.spoken)) }
  }

  private func voice(_ known: ObservedFacts) -> PaneFact? {
    known.voice.map { PaneFact("Voice", StyledText($0.string)) }
  }
}
