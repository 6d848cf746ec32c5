import WallboardBoard
import WallboardEvents
import WallboardScreen

extension EntryWriter {
  func lines(of utterance: Utterance, at time: Timestamp) -> [PaneLine] {
    let role = utterance.speaker.role.look
    var flow = Flow(width: bodyWidth, context.lettering)
    if utterance.text == nil {
      flow.add(Phrase("(what was said was not understood)", .gap))
    } else if let words = utterance.text?.reveal(disclosure)?.string {
      flow.add(Phrase(words, utterance.state == .partial ? .provisional : .text))
    } else {
      flow.add(Phrase(speech(utterance, since: time), .masked))
    }
    addMarks(of: utterance, to: &flow)
    addUnspoken(of: utterance, to: &flow)
    let label = Phrase(utterance.speaker.role.word, role)
    return led(
      flow.lines, at: time, label: label,
      mark: Phrase(String(utterance.speaker.role.mark(glyphs)), role))
  }

  /// How long somebody speaks, where what is said is not shown.
  private func speech(_ utterance: Utterance, since time: Timestamp) -> String {
    guard let end = utterance.endedAt else {
      return "speaks for \(Durations.exact(context.now.seconds(since: time)))"
    }
    let seconds = end.seconds(since: time)
    return seconds > 0 ? "spoke for \(Durations.exact(seconds))" : "spoke"
  }

  private func addMarks(of utterance: Utterance, to flow: inout Flow) {
    switch utterance.state {
    case .speaking: flow.mark(Phrase(String(glyphs.caret), .speakerAgent), gap: 0)
    case .partial: flow.mark(Phrase(String(glyphs.ellipsis), .provisional))
    case .cutOff: flow.mark(Phrase("(its end is missing)", .gap))
    case .final: break
    }
    if let filler = utterance.filler { flow.mark(Phrase("(filler: \(filler.word))", .muted)) }
    if utterance.isBargeIn { flow.mark(Phrase("(barged in)", .interrupted)) }
    if utterance.isInterrupted { flow.mark(Phrase("— interrupted", .interrupted)) }
  }

  private func addUnspoken(of utterance: Utterance, to flow: inout Flow) {
    let words = utterance.unspoken.compactMap { $0.reveal(disclosure)?.string }
    guard !words.isEmpty else { return }
    let first = flow.lines.count
    flow.add(Phrase("(unspoken: \(words.joined(separator: " ")))", .muted))
    flow.limit(to: Self.unspokenLines, from: first)
  }
}

extension Open<ParticipantRole> {
  /// The role on the screen of what somebody of that role says.
  var look: StyleRole {
    switch self {
    case .known(.caller): .speakerCaller
    case .known(.agent): .speakerAgent
    case .known(.operator): .speakerOperator
    case .other: .value
    }
  }

  /// Tells the speakers apart where there is no colour.
  func mark(_ glyphs: GlyphSet) -> Character {
    switch self {
    case .known(.caller): glyphs.pointer
    case .known(.agent): glyphs.pointerBack
    case .known(.operator): glyphs.diamond
    case .other: glyphs.hollowDot
    }
  }
}
