/// The send window of the line to the terminal: how many bytes may be in flight so that the screen
/// stays current.
///
/// Nothing between here and the terminal tells how much is queued: a pseudo-terminal takes 17 kB
/// before a write would block, and the network behind it far more. So the terminal is asked what it
/// is (DA1), one question at a time. It answers after it has read everything written before, and as
/// in TCP the time that takes tells how much the line carries in a round trip plus
/// ``queueingTime``. No more than that is kept in flight.
///
/// All times are in nanoseconds of ``Clock/uptime``.
struct LineWindow {
  /// How long a byte may be queued behind others, on top of the round trip.
  static let queueingTime: Int64 = 600_000_000
  /// Bytes, until the terminal has answered for the first time.
  static let initialSize = 2 << 10
  /// From this size on, the window counts as open.
  static let largestSize = 32 << 10
  /// Enough for the clock.
  static let smallestSize = 128
  /// Bytes of rows that must stay current which may be written beyond the window, until an answer
  /// comes: a few seconds of clocks, in case an answer is lost.
  static let reserve: Int64 = 512
  /// How long to wait for the first answer; a terminal that gives none is taken for mute.
  static let firstPatience: Int64 = 1_000_000_000
  /// Bytes a second for a terminal that never answers, and the burst that may be saved up: slow
  /// lines carry that much.
  static let cautiousRate: Int64 = 900
  static let cautiousBurst: Int64 = 6_000
  /// How long until a question is repeated; doubled each time.
  static let repeatAfter: Int64 = 5_000_000_000
  private static let longestRepeat: Int64 = 40_000_000_000
  /// Unanswered questions after which one frame is written for each further one: the terminal may
  /// have gone mute.
  private static let mostRepeats = 3
  /// With a round trip this short, each frame waits for the answer to the last one.
  private static let shortWay: Int64 = 50_000_000
  /// The length of a question, and of the modes written at the start.
  private static let bareLength: Int64 = 8
  /// How long a measured round trip is trusted on a slow line; it is measured anew while nothing is
  /// in flight.
  private static let roundTripAge: Int64 = 60_000_000_000
  private static let firstRoundTripAge: Int64 = 5_000_000_000
  /// The longest time that a single large write, such as a copied text, may block others.
  private static let longestDebt: Int64 = 60_000_000_000
  /// A frame for which there is time for less than this share of a window is not begun.
  private static let leastShare = 0.25
  /// How long to sleep while waiting for an answer, which ends the sleep.
  static let lap: Int64 = 250_000_000

  private enum Answers { case unknown, given, none }

  private struct Question {
    /// Bytes written when it was asked.
    let position: Int64
    let askedAt: Int64
    /// When the first byte that it covers was written.
    let since: Int64
    /// Whether it covers nothing but itself, so that the answer measures the round trip alone.
    let isBare: Bool
    var repeats = 0
    var repeatedAt: Int64
    /// Whether something was written although its answer is overdue.
    var isPassed = false
  }

  /// Bytes a second that the line takes, where `--max-bps` says so.
  private let rate: Int64?
  /// The window, in bytes.
  private(set) var size = initialSize
  private var answers = Answers.unknown
  private var question: Question?
  private var written: Int64 = 0
  private var confirmed: Int64 = 0
  /// Bytes written beyond the window since the last answer.
  private var beyond: Int64 = 0
  /// When the first byte not yet covered by a question was written.
  private var uncoveredSince: Int64?
  /// The shortest round trip, and when it was measured.
  private var roundTrip: (time: Int64, at: Int64)?
  /// When everything written will have left, at the known rate.
  private var emptyAt: Int64 = 0

  /// A line that takes at most so many bytes a second.
  init(rate: Int64? = nil) {
    self.rate = rate.map { max(1, $0) }
  }

  var isAsking: Bool { question != nil }

  /// Whether a full picture takes so long that it is sent in parts.
  var isSlow: Bool { answers == .none || rate != nil || size < Self.largestSize / 4 }

  /// The shortest time between frames: like mosh, two a round trip, and at least four a second.
  var frameInterval: Int64 { min(Self.lap, (roundTrip?.time ?? 0) / 2) }

  mutating func wrote(_ bytes: Int, at now: Int64) {
    guard bytes > 0 else { return }
    if windowRoom(at: now) == 0 { beyond += Int64(min(bytes, 1 << 20)) }
    written += Int64(min(bytes, 1 << 30))
    uncoveredSince = uncoveredSince ?? now
    if isOverdue(at: now) { question?.isPassed = true }
    guard let (rate, burst) = pacing else { return }
    let length = Int64(min(bytes, 1 << 20)) * 1_000_000_000 / rate
    let begin = max(emptyAt, now - burst * 1_000_000_000 / rate)
    emptyAt = min(begin + length, now + Self.longestDebt)
  }

  /// Whether to ask the terminal now. One that has never answered in time is taken for mute.
  mutating func wantsToAsk(at now: Int64) -> Bool {
    guard answers != .none else { return false }
    guard let question else {
      let uncovered = written - confirmed
      let isWorthIt = uncovered >= min(512, max(16, size / 16))
      return answers == .unknown || isWorthIt
        || uncovered <= Self.bareLength && isRoundTripDue(at: now)
    }
    if answers == .unknown {
      if now - question.askedAt >= Self.firstPatience { answers = .none }
      return false
    }
    let patience = min(Self.longestRepeat, Self.repeatAfter << Int64(min(8, question.repeats)))
    return now - question.repeatedAt >= patience
  }

  /// The terminal was asked, or cannot be (`isPossible`).
  mutating func asked(at now: Int64, isPossible: Bool = true) {
    guard isPossible else {
      (answers, question) = (.none, nil)
      return
    }
    if var question {
      question.repeats += 1
      question.repeatedAt = now
      question.isPassed = false
      self.question = question
    } else {
      question = Question(
        position: written, askedAt: now, since: uncoveredSince ?? now,
        isBare: written - confirmed <= Self.bareLength, repeatedAt: now)
      uncoveredSince = nil
    }
  }

  mutating func answered(at now: Int64) {
    guard let question else { return }
    self.question = nil
    answers = .given
    beyond = 0
    let covered = question.position - confirmed
    let underWay = written - confirmed
    confirmed = question.position
    let delay = max(1, now - question.askedAt)
    // Which of several questions was answered is unknown (Karn's rule), and a machine that slept
    // meanwhile has measured its sleep.
    guard question.repeats == 0, delay < 2 * Self.repeatAfter else {
      resize(to: Int64(size / 2))
      return
    }
    adoptRoundTrip(delay, isBare: question.isBare, at: now)
    let target = longestDelay
    if delay <= target {
      // What was written before the question has had its time, too.
      let busy = max(delay, now - question.since - (roundTrip?.time ?? 0))
      resize(to: max(Int64(size), Self.product(covered, target, over: busy)))
      if isHeldBack(covered, of: underWay, delay) { resize(to: Int64(size) * 2) }
    } else if covered * 16 >= Int64(size) {
      resize(to: Self.product(covered, target, over: delay))
    } else {
      // A packet was lost, most likely.
      resize(to: Int64(size / 2))
    }
  }

  /// How many bytes may be written now, so that the line is free again within `time` if given. What
  /// a person asked for does not wait on a line of which nothing is known.
  func room(isForPerson: Bool = false, freeIn time: Int64? = nil, at now: Int64) -> Int {
    let room = min(windowRoom(at: now), pacedRoom(isForPerson: isForPerson, at: now))
    guard let time, isSlow, answers == .given else { return room }
    let left = Double(time - (roundTrip?.time ?? 0)) / Double(Self.queueingTime)
    guard left > Self.leastShare else { return 0 }
    return min(room, max(1, Int(Double(size) * min(left, 1))))
  }

  /// Whether the clock, and what else must stay current, may be written beyond the window: on a
  /// long line, once a lost packet is sent again, everything behind it arrives at once.
  func hasRoomForClock(at now: Int64) -> Bool {
    guard answers == .given, rate == nil, !isShort, beyond < Self.reserve else { return false }
    // Writing now would keep the round trip from being measured, and hide that it has become
    // longer.
    return question?.isBare == true || !isRoundTripDue(at: now)
  }

  private func windowRoom(at now: Int64) -> Int {
    guard answers != .none else { return .max }
    let underWay = written - confirmed
    if let question {
      let isOwed = question.repeats >= Self.mostRepeats && !question.isPassed
      if isOverdue(at: now) { return isOwed ? size : 0 }
      // The round trip is being measured; and on a short one there is no time for a second frame.
      if answers == .given, question.isBare || isShort { return 0 }
    }
    if underWay == 0 || size >= Self.largestSize && underWay <= Int64(size / 2) {
      return size >= Self.largestSize ? .max : size
    }
    return underWay <= Int64(size / 2) ? size - Int(underWay) : 0
  }

  private func pacedRoom(isForPerson: Bool, at now: Int64) -> Int {
    guard let (rate, burst) = pacing, !(isForPerson && self.rate == nil) else { return .max }
    let waiting = max(emptyAt - now, -burst * 1_000_000_000 / rate)
    guard waiting <= Self.queueingTime / 2 else { return 0 }
    return max(1, Int((Self.queueingTime - waiting) / 1_000 * rate / 1_000_000))
  }

  /// The rate, and the burst that may be saved up, where the clock alone governs.
  private var pacing: (rate: Int64, burst: Int64)? {
    if let rate { return (rate, 0) }
    return answers == .none ? (Self.cautiousRate, Self.cautiousBurst) : nil
  }

  /// How long an answer takes at most with one window in flight.
  private var longestDelay: Int64 { (roundTrip?.time ?? 0) + Self.queueingTime }

  private var isShort: Bool { roundTrip.map { $0.time < Self.shortWay } ?? false }

  private func isOverdue(at now: Int64) -> Bool {
    guard answers == .given, let question else { return false }
    return now - question.askedAt > longestDelay
  }

  /// Whether only the window has limited the rate: a good part of it was in flight, and met no
  /// queue.
  private func isHeldBack(_ covered: Int64, of underWay: Int64, _ delay: Int64) -> Bool {
    guard let roundTrip, covered * 4 >= Int64(size), underWay > Int64(size / 2) else {
      return false
    }
    return delay <= roundTrip.time * 5 / 4 + 20_000_000
  }

  private func isRoundTripDue(at now: Int64) -> Bool {
    guard let roundTrip, isSlow else { return false }
    return now - roundTrip.at > Self.roundTripAge
  }

  private mutating func adoptRoundTrip(_ delay: Int64, isBare: Bool, at now: Int64) {
    guard let known = roundTrip?.time else {
      // The first measurement is repeated soon: other traffic, such as that of a login, may have
      // distorted it.
      return roundTrip = (delay, now - Self.roundTripAge + Self.firstRoundTripAge)
    }
    // A bare question measures the round trip alone, which may have grown; but one that was lost
    // and sent again tells nothing.
    if isBare { roundTrip = (min(delay, 2 * known + 50_000_000), now) }
    if delay <= known { roundTrip = (delay, now) }
  }

  private mutating func resize(to bytes: Int64) {
    size = Int(min(max(bytes, Int64(Self.smallestSize)), Int64(Self.largestSize)))
  }

  private static func product(_ bytes: Int64, _ time: Int64, over other: Int64) -> Int64 {
    let product = Double(bytes) * Double(time) / Double(other)
    return Int64(min(product, Double(largestSize)))
  }
}
