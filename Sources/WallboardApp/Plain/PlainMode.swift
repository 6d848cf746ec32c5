import WallboardBoard
package import WallboardEvents
import WallboardScreen

/// `--plain`: the board as sentences, one for each change and no more than can be listened to, for
/// screen readers and logs.
package struct PlainMode {
  private let reader: FeedReader
  private let narrator: PlainNarrator
  private var limiter = SentenceLimiter()
  private var writer = OutputWriter()

  package init(_ reader: FeedReader, filter: StartFilter?, disclosure: Disclosure) {
    self.reader = reader
    narrator = PlainNarrator(
      filter: PlainFilter(filters: filter?.filters ?? [:], disclosure: disclosure),
      disclosure: disclosure, staleAfter: reader.state.settings.staleAfter)
    reader.witness = narrator
  }

  /// Runs until the stream is refused or stopped, or the reader of the output is gone.
  package mutating func run() -> HeadlessEnd {
    while !writer.isClosed {
      let end = reader.next(within: 1_000) { input in
        if case .readFailed = input { input.notice.map(Message.write) }
        return input.headlessEnd
      }
      say()
      if let end { return close(end) }
      writer.flush()
    }
    return writer.end
  }

  private mutating func say() {
    for sentence in narrator.take() {
      if let rest = limiter.turn(at: sentence.at) { write(rest, at: sentence.at) }
      if limiter.admits(sentence) { write(sentence.text, at: sentence.at) }
    }
    let now = reader.state.board.now
    if let rest = limiter.turn(at: now) { write(rest, at: now) }
  }

  private mutating func close(_ end: HeadlessEnd) -> HeadlessEnd {
    if let rest = limiter.close() { write(rest, at: reader.state.board.now) }
    writer.flush()
    return end
  }

  private mutating func write(_ text: String, at time: Timestamp) {
    let line = "\(time.clock) \(PlainWords.audible(text))"
    writer.write(line: TextSafety.clean(line).marked)
  }
}

/// One thing that happened, as `--plain` says it.
struct PlainSentence: Equatable {
  /// When the board learned of it, by the board's clock, so that lines are in order.
  let at: Timestamp
  let topic: PlainTopic
  /// A whole sentence, not yet safe for a terminal.
  let text: String
}

/// What a sentence is about; those for which there is no room are counted by topic.
enum PlainTopic: CaseIterable, Hashable {
  case connection, alert, escalation, resolution, callStarted, callEnded, operatorOnCall
  case operatorStatus, form, summary

  /// Whether it is said however much else is said; a summary comes seldom.
  var isUrgent: Bool {
    switch self {
    case .connection, .alert, .escalation, .summary: true
    case .resolution, .callStarted, .callEnded, .operatorOnCall, .operatorStatus, .form: false
    }
  }

  /// So many of them, such as `9 calls started`.
  func counted(_ count: Int) -> String {
    switch self {
    case .connection: count.counted("connection change")
    case .alert: count.counted("alert")
    case .escalation: count.counted("caller waiting", "callers waiting")
    case .resolution: count.counted("alert over", "alerts over")
    case .callStarted: count.counted("call started", "calls started")
    case .callEnded: count.counted("call ended", "calls ended")
    case .operatorOnCall: count.counted("operator came or went", "operators came or went")
    case .operatorStatus: count.counted("operator changed status", "operators changed status")
    case .form: count.counted("form moved on", "forms moved on")
    case .summary: count.counted("summary", "summaries")
    }
  }
}

/// Lets through as many sentences as can be listened to. The others are counted, and the counts are
/// said in one sentence; urgent ones have a limit of their own.
struct SentenceLimiter {
  /// Sentences in a ``window`` that are not urgent.
  static let mostInWindow = 6
  /// Urgent sentences in a ``window``: more cannot be acted upon.
  static let mostUrgentInWindow = 20
  /// Milliseconds.
  static let window: Int64 = 10_000

  private var windowStart: Timestamp?
  private var said = 0
  private var urgent = 0
  private var held: [PlainTopic: Int] = [:]

  /// Whether there is room for the sentence; otherwise it is counted.
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

  /// Begins a new window when the last is over.
  ///
  /// - Returns: What there was no room for, if anything.
  mutating func turn(at now: Timestamp) -> String? {
    guard let start = windowStart else { return nil }
    // A clock that is set back would hold everything back as long.
    guard !(0..<Self.window).contains(now.milliseconds(since: start)) else { return nil }
    return close()
  }

  /// What there was no room for, if anything.
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
