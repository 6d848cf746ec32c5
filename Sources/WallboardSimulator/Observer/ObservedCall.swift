/// A call that somebody observes or has observed.
struct ObservedCall: Sendable {
  /// Nobody waits longer than this for what the centre may have changed about the script.
  static let longestPause = 0.1
  static let shortestPause = 0.005

  var conversation: Conversation
  var transcript = ObservedTranscript()
  /// Whether a task tells the conversation as it goes on.
  var isTold = false
  private let startedAt: Int
  private let pace: Pace
  /// When telling began, and how much has been told since, for an even rate.
  private var toldSince = 0
  private var toldCount = 0
  private var clock: Int

  enum Pace: Sendable {
    /// As people speak, so many times as fast.
    case natural(Double)
    /// So many events a second.
    case even(Double)
  }

  init(_ conversation: Conversation, startedAt: Int, pace: Pace, now: Int) {
    self.conversation = conversation
    self.startedAt = startedAt
    self.pace = pace
    clock = now - startedAt
  }

  /// Somebody looks who did not look before.
  mutating func resume(at now: Int) {
    isTold = true
    toldSince = now
    toldCount = 0
    if case .natural = pace { conversation.skip(to: callTime(at: now)) }
  }

  /// What has come to be told.
  mutating func due(at now: Int) -> [ObserverEvent] {
    switch pace {
    case .natural: return events(until: callTime(at: now))
    case .even(let rate):
      let wanted = Int(Double(now - toldSince) / 1000 * rate)
      let events = (toldCount..<max(toldCount, wanted)).compactMap { _ in nextInTurn() }
      toldCount += events.count
      return events
    }
  }

  /// The time until there is more to tell.
  mutating func pause(at now: Int) -> Duration {
    let seconds =
      switch pace {
      case .natural(let speed):
        Double(conversation.nextTime - callTime(at: now)) / 1000 / speed
      case .even(let rate): 1 / rate
      }
    return .seconds(min(max(seconds, Self.shortestPause), Self.longestPause))
  }

  /// The milliseconds that the conversation has gone on for.
  func callTime(at now: Int) -> Int {
    switch pace {
    case .natural(let speed): Int(Double(now - startedAt) * speed)
    case .even: clock
    }
  }

  private mutating func events(until time: Int) -> [ObserverEvent] {
    var events: [ObserverEvent] = []
    while let event = conversation.next(at: time) { events.append(event) }
    return events
  }

  private mutating func nextInTurn() -> ObserverEvent? {
    clock = max(clock, conversation.nextTime)
    return conversation.next(at: clock)
  }
}
