import DequeModule
import OrderedCollections
import WallboardCore
import WallboardScreen

extension Scene {
  /// What is known of a followed call, what matters most first.
  func facts(of observation: Observation) -> [PaneFact] {
    let call = board.calls[observation.callSID]
    let known = observation.facts
    let facts =
      [escalation(of: call), reason(of: call), step(known, call), operators(of: call)]
      + [muted(known), feeling(known), latency(known), tools(observation), gaps(observation)]
      + [bargeIns(known), turns(known), people(known), forward(known)]
      + [service(known, call), caller(known, call), empathy(known), voice(known)]
    return facts.compactMap { $0 }
  }

  private func escalation(of call: Call?) -> PaneFact? {
    guard let call, let escalation = call.escalation, escalation.isActive else { return nil }
    let standing = CallStanding(call, at: now)
    let trigger = escalation.trigger.map { " by \($0.word)" } ?? ""
    let word = Phrase("\(standing.mark(glyphs)) \(standing.word)", standing.role)
    return PaneFact(label: "Escalated", value: [word, Phrase(trigger)], short: [word])
  }

  private func reason(of call: Call?) -> PaneFact? {
    guard let escalation = call?.escalation, escalation.isActive, let reason = escalation.reason,
      !reason.isEmpty
    else { return nil }
    let words = Phrase(
      reason.words(paneDisclosure), paneDisclosure.words ? .warning : .masked)
    return PaneFact(label: "Reason", value: [words], short: paneDisclosure.words ? [words] : nil)
  }

  private func step(_ known: ObservedFacts, _ call: Call?) -> PaneFact? {
    guard let step = (known.currentState ?? call?.currentState)?.string else { return nil }
    let value = Phrase(step, .info)
    return PaneFact(label: "State", value: [value], short: [Phrase("in ", .label), value])
  }

  /// The board's operators of the call, so that it and its row say the same.
  private func operators(of call: Call?) -> PaneFact? {
    guard let call, !call.operators.isEmpty else { return nil }
    let names = call.operators.map { person in
      board.name(of: person.operatorID) + (person.mode.map { " (\($0.word))" } ?? "")
    }
    let value = Phrase(names.joined(separator: ", "), .speakerOperator)
    return PaneFact(
      label: "Operator", value: [value],
      short: [Phrase("\(glyphs.diamond) ", .speakerOperator), value])
  }

  private func muted(_ known: ObservedFacts) -> PaneFact? {
    guard known.isMuted == true else { return nil }
    let value = Phrase("\(glyphs.warning) muted", .notice)
    return PaneFact(label: "Speaker", value: [value], short: [value])
  }

  private func feeling(_ known: ObservedFacts) -> PaneFact? {
    guard let emotion = known.dominantEmotion else { return nil }
    let role: StyleRole = known.emotionTrend == .deteriorating ? .warning : .text
    let trend = known.emotionTrend?.arrow(glyphs).map { " \($0)" } ?? ""
    let word = Phrase(emotion.string + trend + " ", role)
    let history = Phrase(
      Sparkline.text(known.valences, width: 10, bounds: -1...1, glyphs: glyphs), role)
    let compounds = known.compoundEmotions.map(\.string).joined(separator: ", ")
    let more = Phrase(compounds.isEmpty ? "" : " \(compounds)", .muted)
    return PaneFact(
      label: "Sounds", value: [word, history, more],
      short: [Phrase("sounds ", .label), word, history])
  }

  private func latency(_ known: ObservedFacts) -> PaneFact? {
    guard let turn = known.latency else { return nil }
    let word = Phrase(Durations.measured(turn.endToEndTTFBMilliseconds) + " ")
    let slowest = known.latencies.filter(\.isFinite).max() ?? 0
    let history = Phrase(
      Sparkline.text(
        known.latencies, width: 10, bounds: 0...max(1, slowest), glyphs: glyphs), .muted)
    return PaneFact(
      label: "Answers", value: [word, history],
      short: [Phrase("answers ", .label), word, history])
  }

  private func tools(_ observation: Observation) -> PaneFact? {
    guard observation.runningTools.count > 0 else { return nil }
    let value = Phrase("\(glyphs.halfDot) \(observation.runningTools.count) running", .toolRunning)
    return PaneFact(label: "Tools", value: [value], short: [Phrase("tools ", .label), value])
  }

  private func gaps(_ observation: Observation) -> PaneFact? {
    guard observation.gaps > 0 else { return nil }
    let value = Phrase(String(observation.gaps), .gap)
    return PaneFact(label: "Gaps", value: [value], short: [value, Phrase(" gaps", .gap)])
  }

  private func bargeIns(_ known: ObservedFacts) -> PaneFact? {
    guard known.bargeIns > 0 else { return nil }
    let value = Phrase(String(known.bargeIns), .interrupted)
    return PaneFact(
      label: "Barge-ins", value: [value], short: [value, Phrase(" barge-ins", .label)])
  }

  private func turns(_ known: ObservedFacts) -> PaneFact? {
    guard known.turns > 0 else { return nil }
    let value = Phrase(String(known.turns))
    return PaneFact(label: "Turns", value: [value], short: [value, Phrase(" turns", .label)])
  }

  private func people(_ known: ObservedFacts) -> PaneFact? {
    let present = known.participants.values.filter { $0.leftAt == nil }
    guard !present.isEmpty else { return nil }
    let names = present.map { person in
      let name =
        person.operatorID.map { board.name(of: $0) }
        ?? person.name.map { $0.label("person", paneDisclosure) }
      return person.role.word + (name.map { " \($0)" } ?? "")
    }
    return PaneFact(
      label: "On the call", value: [Phrase(names.joined(separator: ", "))], short: nil)
  }

  private func forward(_ known: ObservedFacts) -> PaneFact? {
    guard let forward = known.forward else { return nil }
    let words = forward.summary(SummaryContext(board: board, disclosure: paneDisclosure))
    let role: StyleRole = forward.error == nil ? .text : .warning
    return PaneFact(label: "Forward", value: [Phrase(words, role)], short: nil)
  }

  private func service(_ known: ObservedFacts, _ call: Call?) -> PaneFact? {
    let name =
      call.flatMap { board.serviceName(of: $0) }
      ?? known.serviceID.map { board.name(of: $0) }
    guard let name else { return nil }
    return PaneFact(label: "Service", value: [Phrase(name)], short: [Phrase(name, .muted)])
  }

  private func caller(_ known: ObservedFacts, _ call: Call?) -> PaneFact? {
    callerLabel(known, call).map { PaneFact(label: "Caller", value: [$0], short: nil) }
  }

  /// Who calls, as far as it may be shown.
  func callerLabel(_ known: ObservedFacts, _ call: Call?) -> Phrase? {
    guard let caller = known.callerID ?? call?.callerID, !caller.isEmpty else { return nil }
    return Phrase(
      caller.label("caller", paneDisclosure), paneDisclosure.identifiers ? .identifier : .masked)
  }

  private func empathy(_ known: ObservedFacts) -> PaneFact? {
    known.empathy.map { tier in
      let words = tier.word.lowercased().withoutUnderscores
      return PaneFact(label: "Empathy", value: [Phrase(words)], short: nil)
    }
  }

  private func voice(_ known: ObservedFacts) -> PaneFact? {
    known.voice.map { PaneFact(label: "Voice", value: [Phrase($0.string)], short: nil) }
  }
}

extension Open<EmotionTrend> {
  fileprivate func arrow(_ glyphs: GlyphSet) -> Character? {
    switch self {
    case .known(.improving): glyphs.arrowUp
    case .known(.stable): glyphs.arrowRight
    case .known(.deteriorating): glyphs.arrowDown
    case .other: nil
    }
  }
}
