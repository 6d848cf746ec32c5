import DequeModule
import WallboardEvents

extension Observation {
  /// Takes what a caller, or another who is not the agent, said: a line of its own, unless it
  /// replaces what was guessed of it.
  mutating func hear(_ line: UserTranscript, at time: Timestamp, size: Int) {
    let speaker = Speaker(line.speakerRole ?? .known(.caller), id: line.speakerID)
    let isPartial = line.isFinal == false
    var utterance = Utterance(
      speaker: speaker, text: line.transcript, state: isPartial ? .partial : .final)
    utterance.isBargeIn = line.isBargeIn == true
    utterance.graphState = line.state
    utterance.endedAt = isPartial ? nil : time
    put(utterance, at: time, size: size)
    guard !isPartial else { return }
    facts.turns += 1
    if !utterance.isBargeIn { newestAgentLine = nil }
    if openUtterance?.isInterrupted == true { openAgentLine?.isAnswered = true }
  }

  private mutating func put(_ utterance: Utterance, at time: Timestamp, size: Int) {
    partialLines.removeAll { timeline.index(of: $0.number) == nil }
    if let known = partialLines.firstIndex(where: { $0.speaker.mayBe(utterance.speaker) }) {
      timeline.changeUtterance(partialLines[known].number) { line, lineSize in
        line = utterance.completing(line)
        lineSize = size
      }
      if utterance.state != .partial { partialLines.remove(at: known) }
      return
    }
    let number = timeline.append(.utterance(utterance), at: time, size: size)
    guard utterance.state == .partial else { return }
    partialLines.append(PartialLine(number: number, speaker: utterance.speaker))
    if partialLines.count > Limits.participants {
      cutOff(partialLines.removeFirst().number, at: time)
    }
  }

  /// Appends to the one open line of the agent; a delta has no turn id (contract 1.5).
  mutating func grow(by delta: Protected<Text>, at time: Timestamp, size: Int) {
    if let open = openAgentLine, open.isAnswered {
      cutOff(open.number, at: time)
      openAgentLine = nil
    }
    if let open = openAgentLine, timeline.index(of: open.number) != nil {
      timeline.changeUtterance(open.number) { line, lineSize in
        lineSize += line.text?.append(delta) ?? 0
      }
    } else if !delta.isEmpty {
      let line = Utterance(speaker: Speaker(.known(.agent)), text: delta, state: .speaking)
      openAgentLine = OpenLine(number: timeline.append(.utterance(line), at: time, size: size))
    }
  }

  /// Takes a whole line: it replaces the open one that it is the full text of.
  mutating func speak(_ line: AgentTranscript, at time: Timestamp, size: Int) {
    let speaker = Speaker(line.speakerRole ?? .known(.agent), id: line.speakerID)
    var utterance = Utterance(speaker: speaker, text: line.transcript, state: .final)
    utterance.isInterrupted = line.interrupted == true
    utterance.filler = line.fillerType
    utterance.endedAt = time
    if line.fillerType == nil { facts.turns += 1 }
    if let number = openAgentLine?.number, let begun = openUtterance, line.isWhole(of: begun) {
      timeline.changeUtterance(number) { open, lineSize in
        open = utterance.completing(open)
        lineSize += size
      }
      openAgentLine = nil
      newestAgentLine = number
    } else {
      newestAgentLine = timeline.append(.utterance(utterance), at: time, size: size)
    }
  }

  /// Marks the line that was interrupted; where none is known the barge-in has an entry of its own.
  mutating func interrupt(_ bargeIn: BargeIn, at time: Timestamp, size: Int) {
    facts.learn(bargeIn)
    guard let number = interruptedLine(bargeIn) else {
      timeline.append(.event(.bargeIn(bargeIn)), at: time, size: size)
      return
    }
    timeline.changeUtterance(number) { line, lineSize in
      line.isInterrupted = true
      let room = max(0, Limits.unspokenTexts - line.unspoken.count)
      let unspoken = (bargeIn.discardedTexts ?? []).filter { !$0.isEmpty }.prefix(room)
      line.unspoken += unspoken
      if !unspoken.isEmpty { lineSize += size }
    }
  }

  /// The line that is being spoken or was the last to be, unless it is known to be another's.
  private func interruptedLine(_ bargeIn: BargeIn) -> EntryNumber? {
    let candidates = [openAgentLine?.number, newestAgentLine].compactMap { $0 }
    return candidates.first { number in
      guard let speaker = timeline.utterance(number)?.speaker else { return false }
      guard let id = bargeIn.interruptedSpeakerID, let own = speaker.id else { return true }
      return id == own
    }
  }

  private var openUtterance: Utterance? {
    openAgentLine.flatMap { timeline.utterance($0.number) }
  }

  /// The end of the line never came.
  mutating func cutOff(_ number: EntryNumber, at time: Timestamp) {
    timeline.changeUtterance(number) { line, _ in
      line.state = .cutOff
      line.endedAt = time
    }
  }
}

extension AgentTranscript {
  /// Whether this is the full text of the open line. Another person's is not; nor is a filler that
  /// was not streamed, spoken before the line goes on, unless it begins like the line.
  fileprivate func isWhole(of line: Utterance) -> Bool {
    if speakerRole == .operator || speakerRole == .caller { return false }
    if fillerType == nil || streaming == true { return true }
    guard let transcript, let start = line.text else { return false }
    return transcript.begins(with: start)
  }
}

extension Speaker {
  /// Whether the two may be one: not every message names its speaker.
  fileprivate func mayBe(_ other: Speaker) -> Bool {
    role == other.role && (id == nil || other.id == nil || id == other.id)
  }
}

extension Utterance {
  /// This line in the place of what was known of it: its marks stay, and its words, where these were
  /// not understood.
  fileprivate func completing(_ known: Utterance) -> Utterance {
    var line = self
    line.speaker.id = speaker.id ?? known.speaker.id
    line.text = text ?? known.text
    line.isInterrupted = isInterrupted || known.isInterrupted
    line.isBargeIn = isBargeIn || known.isBargeIn
    line.unspoken = known.unspoken
    line.graphState = graphState ?? known.graphState
    return line
  }
}
