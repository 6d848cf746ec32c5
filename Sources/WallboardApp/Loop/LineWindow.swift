/// How many bytes may be under way to the terminal, so that it shows what is so now.
///
/// Nothing between here and the terminal tells how much waits in it: a pseudo-terminal takes 17 kB
/// before a write would block, and the network behind it far more. So the terminal is asked what it
/// is (DA1), one question at a time. It answers when it has read all that was written before, and
/// how long that took tells, as in TCP, how much the line takes in a round trip and
/// ``queueingTime``. No more than that is under way.
///
/// All times are in nanoseconds of ``Clock/uptime``.
struct LineWindow {
  /// How long the last byte may wait for those before it, beside the round trip.
  static let queueingTime: Int64 = 600_000_000
  /// What a terminal is trusted with before it has answered.
  static let initialSize = 2 << 10
  /// So much need not be waited for: the window is as good as open.
  static let largestSize = 32 << 10
  /// The clock, at least.
  static let smallestSize = 128
  /// What of rows that are to be what they are now may be written though there is no room, until an
  /// answer comes: some seconds' clocks, should one be lost.
  static let reserve: Int64 = 512
  /// How long the first answer is waited for: a terminal that gives none is taken for mute.
  static let firstPatience: Int64 = 1_000_000_000
  /// What a terminal gets a second that never answers, and what it can save up of it: slow lines
  /// carry that.
  static let cautiousRate: Int64 = 900
  static let cautiousBurst: Int64 = 6_000
  /// An answer that is lost is asked for again after so long, then after twice as long, and so on.
  static let repeatAfter: Int64 = 5_000_000_000
  private static let longestRepeat: Int64 = 40_000_000_000
  /// The questions that go unanswered before something is written all the same, once for each: a
  /// terminal may have gone mute.
  private static let mostRepeats = 3
  /// Where answers take no longer, each frame waits for that of the last.
  private static let shortWay: Int64 = 50_000_000
  /// A question, and what was written of modes at the start.
  private static let bareLength: Int64 = 8
  /// After so long the round trip of a slow line is measured anew, while nothing is under way.
  private static let roundTripAge: Int64 = 60_000_000_000
  private static let firstRoundTripAge: Int64 = 5_000_000_000
  /// What was written at once, such as a copied text, is waited for no longer than this.
  private static let longestDebt: Int64 = 60_000_000_000
  /// What there is time for is not begun if it is less than this part of a window.
  private static let leastShare = 0.25
  /// How long to sleep where an answer is what is waited for; it ends the sleep.
  static let lap: Int64 = 250_000_000

  private enum Answers { case unknown, given, none }

  private struct Question {
    /// How many bytes had been written by then.
    let position: Int64
    let askedAt: Int64
    /// When the first of the bytes that it covers was written.
    let since: Int64
    /// Whether it covers nothing but itself, so that its answer takes what the way takes.
    let isBare: Bool
    var repeats = 0
    var repeatedAt: Int64
    /// Whether something was written though it was overdue.
    var isPassed = false
  }

  /// Bytes a second that the line takes, by what a person says.
  private let rate: Int64?
  /// How many bytes may be under way.
  private(set) var size = initialSize
  private var answers = Answers.unknown
  private var question: Question?
  private var written: Int64 = 0
  private var confirmed: Int64 = 0
  /// What was written without room since the last answer.
  private var beyond: Int64 = 0
  /// When the first byte was written that no question covers yet.
  private var uncoveredSince: Int64?
  /// The shortest that an answer took, and when it did.
  private var roundTrip: (time: Int64, at: Int64)?
  /// When all that was written has left, by the rate.
  private var emptyAt: Int64 = 0

  /// A line that takes at most so many bytes a second.
  init(rate: Int64? = nil) {
    self.rate = rate.map { max(1, $0) }
  }

  /// Whether an answer is waited for.
  var isAsking: Bool { question != nil }

  /// Whether a picture takes longer than a person waits for, so that it is sent in parts.
  var isSlow: Bool { answers == .none || rate != nil || size < Self.largestSize / 4 }

  /// The least time from one frame to the next: as mosh has it, two a round trip, and four a second
  /// at least.
  var frameInterval: Int64 { min(Self.lap, (roundTrip?.time ?? 0) / 2) }

  /// Takes note of what was written.
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

  /// Whether the terminal is to be asked now. One that ought to have answered by now, and never did,
  /// is taken for mute.
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

  /// The terminal was asked, or cannot be.
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

  /// The terminal has answered.
  mutating func answered(at now: Int64) {
    guard let question else { return }
    self.question = nil
    answers = .given
    beyond = 0
    let covered = question.position - confirmed
    let underWay = written - confirmed
    confirmed = question.position
    let delay = max(1, now - question.askedAt)
    // Which of two questions is answered is not known (Karn's rule), and whoever slept meanwhile has
    // measured his sleep.
    guard question.repeats == 0, delay < 2 * Self.repeatAfter else {
      resize(to: Int64(size / 2))
      return
    }
    adoptRoundTrip(delay, isBare: question.isBare, at: now)
    let target = longestDelay
    if delay <= target {
      // What was written before it was asked for has had its time, too.
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

  /// How many bytes may be written now, so that the line is free again within that time where one is
  /// given. What a person asked for does not wait where nothing is known of the line.
  func room(isForPerson: Bool = false, freeIn time: Int64? = nil, at now: Int64) -> Int {
    let room = min(windowRoom(at: now), pacedRoom(isForPerson: isForPerson, at: now))
    guard let time, isSlow, answers == .given else { return room }
    let left = Double(time - (roundTrip?.time ?? 0)) / Double(Self.queueingTime)
    guard left > Self.leastShare else { return 0 }
    return min(room, max(1, Int(Double(size) * min(left, 1))))
  }

  /// Whether the clock, and what else is always to be what it is now, may be written though there is
  /// no room: once what a long way has lost comes through, all comes that was written behind it.
  func hasRoomForClock(at now: Int64) -> Bool {
    guard answers == .given, rate == nil, !isShort, beyond < Self.reserve else { return false }
    // What keeps the way from being measured would hide that it has become longer.
    return question?.isBare == true || !isRoundTripDue(at: now)
  }

  private func windowRoom(at now: Int64) -> Int {
    guard answers != .none else { return .max }
    let underWay = written - confirmed
    if let question {
      let isOwed = question.repeats >= Self.mostRepeats && !question.isPassed
      if isOverdue(at: now) { return isOwed ? size : 0 }
      // The way itself is measured; and on a short one there is no time for a second frame.
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

  /// What is kept to by the clock alone, and what of it can be saved up.
  private var pacing: (rate: Int64, burst: Int64)? {
    if let rate { return (rate, 0) }
    return answers == .none ? (Self.cautiousRate, Self.cautiousBurst) : nil
  }

  /// How long an answer takes at most where no more than a window is under way.
  private var longestDelay: Int64 { (roundTrip?.time ?? 0) + Self.queueingTime }

  private var isShort: Bool { roundTrip.map { $0.time < Self.shortWay } ?? false }

  private func isOverdue(at now: Int64) -> Bool {
    guard answers == .given, let question else { return false }
    return now - question.askedAt > longestDelay
  }

  /// Whether the window alone has kept more from being under way: a good part of it was, and met no
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
      // Whatever else came over the line at the start, such as a login, is over soon.
      return roundTrip = (delay, now - Self.roundTripAge + Self.firstRoundTripAge)
    }
    // A bare question is answered after the way alone, which may have become longer; but one that was
    // lost on it tells nothing.
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
