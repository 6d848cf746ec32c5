/// What operators tell the agent, which it takes up in its next response.
extension Conversation {
  /// How many characters of a message the agent says.
  private static let gistLimit = 160

  /// The beginning of a message, in one line.
  static func gist(of message: String) -> String {
    let beginning = String(message.unicodeScalars.prefix(gistLimit).map(Character.init))
    let words = beginning.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? "…" : words.joined(separator: " ")
  }

  /// The agent takes up what it was told once it has finished what it is at, and goes on with what it
  /// was to say after that. Where a person speaks in its place, it does so when it has the call back.
  mutating func heed(_ gist: String, at time: Int) {
    guidance.append(gist)
    if case .takenOver = phase { return }
    var ahead = known
    var index = position
    while index < written.count, ahead.isAgentBusy {
      ahead.take(written[index].event)
      index += 1
    }
    let later = Array(written[index...])
    let (end, state) = (scriptTime, scriptedState)
    written.removeSubrange(index...)
    scriptTime = max(time, written.last?.time ?? 0)
    scriptedState = ahead.state
    takeUpGuidance()
    let delay = max(0, scriptTime - (later.first.map { $0.since ?? $0.time } ?? end))
    written += later.map { $0.later(by: delay) }
    scriptTime = end + delay
    scriptedState = state
  }

  /// Writes the agent's response to the oldest that it has not taken up.
  mutating func takeUpGuidance() {
    guard !guidance.isEmpty else { return }
    let gist = guidance.removeFirst()
    agentSays(choose(Vocabulary.guidedLines) + " " + gist, canBeInterrupted: false)
    written[written.count - 1].guidance = gist
  }
}
