extension Conversation {
  /// Three words a second.
  static let wordMilliseconds = 330

  mutating func callerSays(_ text: String, bargingIn: Bool = false) {
    pause(bargingIn ? 80...300 : 300...1600)
    hear(text, from: cast.caller, bargingIn: bargingIn)
    counts.turns += 1
    feel()
  }

  /// What was said, once it has been said to its end.
  mutating func hear(_ text: String, from person: Cast.Person, bargingIn: Bool = false) {
    pen += text.split(separator: " ").count * Self.wordMilliseconds
    put(
      .userTranscript,
      [
        "transcript": .string(text), "state": .string(scriptedState),
        "speaker_id": .string(person.id), "speaker_role": .string(person.role.rawValue),
        "stt_confidence": share(in: 71...99), "eot_confidence": share(in: 60...99),
        "is_barge_in": .boolean(bargingIn),
      ])
  }

  /// The agent's line, word by word; now and then the caller does not let it finish.
  mutating func agentSays(_ text: String, isGreeting: Bool = false) {
    think(isGreeting: isGreeting)
    let words = text.split(separator: " ").map(String.init)
    guard !isGreeting, random.chance(0.9) else { return say(text, words: words.count) }
    if words.count > 8, random.chance(0.13) {
      interrupt(words, after: random.integer(in: 3...words.count - 4))
    } else {
      stream(words)
      putLine(text, streaming: true)
    }
  }

  private mutating func interrupt(_ words: [String], after count: Int) {
    let spoken = words.prefix(count).joined(separator: " ")
    stream(words.prefix(count))
    counts.bargeIns += 1
    put(
      .bargeIn,
      [
        "interrupted_text": .string(spoken),
        "discarded_texts": [.string(words.dropFirst(count).joined(separator: " "))],
        "interrupted_speaker_id": .string(cast.agent.id),
        "interrupting_speaker_id": .string(cast.caller.id),
        "total_barge_ins": .integer(counts.bargeIns),
      ])
    putLine(spoken, interrupted: true, streaming: true)
    callerSays(choose(Vocabulary.interjections), bargingIn: true)
    think(isGreeting: false)
    let again = [choose(Vocabulary.afterInterjections)] + words
    stream(again)
    putLine(again.joined(separator: " "), streaming: true)
  }

  /// In one piece, as a service without streaming says it.
  private mutating func say(_ text: String, words: Int) {
    pen += words * Self.wordMilliseconds
    putLine(text, streaming: random.chance(0.5) ? false : nil)
  }

  private mutating func stream(_ words: some Collection<String>) {
    var rest = Array(words)[...]
    var isFirst = true
    while !rest.isEmpty {
      let piece = rest.prefix(random.integer(in: 1...3))
      rest = rest.dropFirst(piece.count)
      let text = (isFirst ? "" : " ") + piece.joined(separator: " ")
      put(.agentTranscriptDelta, ["delta": .string(text)])
      pen += piece.count * Self.wordMilliseconds
      isFirst = false
    }
  }

  mutating func putLine(
    _ text: String, by person: Cast.Person? = nil, interrupted: Bool = false,
    filler: String? = nil, streaming: Bool? = nil
  ) {
    let speaker = person ?? cast.agent
    put(
      .agentTranscript,
      [
        "transcript": .string(text), "action": filler == nil ? "respond" : nil,
        "interrupted": .boolean(interrupted), "filler_type": JSON(filler),
        "speaker_id": .string(speaker.id), "speaker_role": .string(speaker.role.rawValue),
        "streaming": streaming.map(JSON.boolean) ?? .null,
      ])
  }

  /// Something to say while the agent is busy.
  mutating func fill(_ type: String) {
    let phrases = Vocabulary.fillers[type] ?? []
    guard !phrases.isEmpty else { return }
    pause(200...700)
    putLine(choose(phrases), filler: type, streaming: false)
  }

  func share(of number: Int) -> JSON {
    .number(Double(number) / 100)
  }

  mutating func share(in range: ClosedRange<Int>) -> JSON {
    share(of: random.integer(in: range))
  }
}
