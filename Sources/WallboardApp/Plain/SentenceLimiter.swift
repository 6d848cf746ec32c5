import WallboardEvents

/// Lets as many sentences through as can be listened to. The others are counted, and the counts are
/// a sentence of their own; what is urgent has room of its own.
struct SentenceLimiter {
  /// Sentences in one ``window`` that are not urgent.
  static let mostInWindow = 6
  /// Those that are: more cannot be acted upon.
  static let mostUrgentInWindow = 20
  /// Milliseconds.
  static let window: Int64 = 10_000

  private var windowStart: Timestamp?
  private var said = 0
  private var urgent = 0
  private var held: [PlainTopic: Int] = [:]

  /// Whether there is room for the sentence; without, it is counted.
  mutating func admits(_ sentence: PlainSentence) -> Bool {
    if windowStart == nil { windowStart = sentence.at }
    if sentence.topic.isUrgent, urgent < Self.mostUrgentInWindow {
      urgent += 1
      return true
    }
    guard !sentence.topic.isUrgent, held.isEmpty, said < Self.mostInWindow else {
      held[sentence.topic, default: 0] += 1
      return false
    }
    said += 1
    return true
  }

  /// Begins anew when the window is over.
  ///
  /// - Returns: What there was no room for, if there was anything.
  mutating func turn(at now: Timestamp) -> String? {
    guard let start = windowStart else { return nil }
    // A clock that was set back would hold everything for as long.
    guard !(0..<Self.window).contains(now.milliseconds(since: start)) else { return nil }
    return close()
  }

  /// What there was no room for until the end, if there was anything.
  mutating func close() -> String? {
    defer {
      windowStart = nil
      said = 0
      urgent = 0
      held = [:]
    }
    guard !held.isEmpty else { return nil }
    let parts = PlainTopic.allCases.compactMap { topic in held[topic].map(topic.counted) }
    return "And \(held.values.reduce(0, +)) more: \(parts.joined(separator: ", "))."
  }
}
