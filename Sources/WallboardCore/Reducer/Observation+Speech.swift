import DequeModule

extension Observation {
  /// Takes what a caller, or another who is not the agent, said: a line of its own, unless it
  /// replaces what was guessed of it.
  mutating func hear(_ line: UserTranscript, at time: Timestamp, size: Int) {
    let speaker = Speaker(line.speakerRole ?? .known(.caller), id: line.speakerID)
    var utterance = Utterance(speaker: speaker, text: line.transcript, state: .final)
    utterance.isBargeIn = line.isBargeIn == true
    utterance.graphState = line.state
    let isPartial = line.isFinal == false
    utterance.state = isPartial ? .partial : .final
    utterance.endedAt = isPartial ? nil : time
    if !isPartial { facts.turns += 1 }
    put(utterance, isPartial: isPartial, at: time, size: size)
  }

  private mutating func put(
    _ utterance: Utterance, isPartial: Bool, at time: Timestamp, size: Int
  ) {
    if let known = partialLines.firstIndex(where: { $0.speaker == utterance.speaker }) {
      timeline.changeUtterance(partialLines[known].number, size: size) { $0 = utterance }
      if !isPartial { partialLines.remove(at: known) }
      return
    }
    let number = timeline.append(.utterance(utterance), at: time, size: size)
    guard isPartial else { return }
    partialLines.append(PartialLine(number: number, speaker: utterance.speaker))
    if partialLines.count > Limits.participants { partialLines.removeFirst() }
  }

  /// Appends to the one open line of the agent; a delta has no turn id (contract 1.5).
  mutating func grow(by delta: Protected<Text>, at time: Timestamp, size: Int) {
    if let openAgentLine, timeline.index(of: openAgentLine) != nil {
      timeline.changeUtterance(openAgentLine, size: size) { $0.text.append(delta) }
    } else {
      let line = Utterance(speaker: Speaker(.known(.agent)), text: delta, state: .speaking)
      openAgentLine = timeline.append(.utterance(line), at: time, size: size)
    }
  }

  /// Takes a whole line of the agent: it replaces the open one, which it is the full text of. A
  /// filler that was not streamed is spoken before that and replaces nothing.
  mutating func speak(_ line: AgentTranscript, at time: Timestamp, size: Int) {
    let speaker = Speaker(line.speakerRole ?? .known(.agent), id: line.speakerID)
    var utterance = Utterance(speaker: speaker, text: line.transcript, state: .final)
    utterance.isInterrupted = line.interrupted == true
    utterance.filler = line.fillerType
    utterance.endedAt = time
    if line.fillerType == nil { facts.turns += 1 }
    let isOwnLine = line.fillerType != nil && line.streaming != true
    if !isOwnLine, let open = openAgentLine {
      openAgentLine = nil
      if timeline.index(of: open) != nil { return replace(open, with: utterance, size: size) }
    }
    timeline.append(.utterance(utterance), at: time, size: size)
  }

  private mutating func replace(_ number: EntryNumber, with line: Utterance, size: Int) {
    timeline.changeUtterance(number, size: size) { open in
      var line = line
      line.isInterrupted = line.isInterrupted || open.isInterrupted
      line.unspoken = open.unspoken
      open = line
    }
  }

  /// Marks the agent's newest line as interrupted; one that nobody heard gets a line of its own.
  mutating func interrupt(_ bargeIn: BargeIn, at time: Timestamp, size: Int) {
    facts.bargeIns = max(facts.bargeIns.adding(1), bargeIn.totalBargeIns ?? 0)
    guard let number = openAgentLine ?? newestAgentLine else {
      timeline.append(.event(.bargeIn(bargeIn)), at: time, size: size)
      return
    }
    timeline.changeUtterance(number, size: size) { line in
      line.isInterrupted = true
      let unspoken = (bargeIn.discardedTexts ?? []).filter { !$0.isEmpty }
      line.unspoken = Array((line.unspoken + unspoken).prefix(Limits.unspokenTexts))
    }
  }

  /// The agent's line within the newest few entries: further up it was heard to its end.
  private var newestAgentLine: EntryNumber? {
    timeline.entries.suffix(8).last { entry in
      guard case .utterance(let line) = entry.content else { return false }
      return line.speaker.role == .agent
    }?.number
  }
}

extension Int {
  fileprivate func adding(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
