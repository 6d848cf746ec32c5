package import WallboardEvents

/// Why a call may need somebody, in short words; the most telling first.
package struct CallReasons {
  package private(set) var words: [String] = []

  /// The reasons that the disclosure shows.
  package init(_ call: Call, _ disclosure: Disclosure) {
    let risk = call.riskLevel.flatMap { $0 == .low ? nil : $0.words + " risk" }
    if call.riskLevel == .known(.critical) || call.riskLevel == .known(.high) { add(risk) }
    if call.hasSafetyConcern { add("safety concern") }
    if let escalation = call.escalation, escalation.isActive || escalation.status == .handback {
      add(escalation.trigger.map { "by " + $0.words })
      add(escalation.reason?.reveal(disclosure)?.string)
    }
    add(risk)
    for reason in call.priorityReasons.map(\.words) {
      // The level says it better.
      if risk == nil || !reason.hasSuffix(" risk") { add(reason) }
    }
    if let emotion = call.emotion?.string, !Self.quietEmotions.contains(emotion) {
      add(emotion.withoutUnderscores)
    }
  }

  /// Emotions that are no reason to look.
  private static let quietEmotions: Set = ["calm", "neutral", "happy", "satisfied"]

  private mutating func add(_ word: String?) {
    if let word, !word.isEmpty, !words.contains(word) { words.append(word) }
  }
}
