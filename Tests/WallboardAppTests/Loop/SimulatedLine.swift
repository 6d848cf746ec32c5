@testable import WallboardApp

/// A board on a line whose rate and latency are known, on a clock that costs no time: what is
/// written waits for what was written before, and is on the screen when it has come through.
struct SimulatedLine {
  static let second: Int64 = 1_000_000_000
  /// The board looks after what happens so often.
  private static let lap = second / 100

  /// Bytes a second.
  var rate: Int64
  /// From one end to the other.
  var latency: Int64
  /// Whether the terminal answers, and how far from here: a multiplexer does so at this end.
  var answers = true
  var answersAtOnce = false
  /// Whether what is written waits for ever.
  var isStalled = false
  /// Whether nothing is drawn.
  var isQuiet = false
  /// Of so many packets one comes a second late.
  var lossInterval: Int?

  /// What a frame of all that has changed takes, and the clock alone.
  var frameBytes = 2_500
  var clockBytes = 40
  /// What the budget has to say.
  var budget: OutputBudget

  private(set) var now: Int64 = second
  private(set) var written = 0
  private(set) var frames = 0
  private(set) var questions = 0
  private(set) var oldestSeen: Int64 = 0
  private var freeAt: Int64 = 0
  private var packets = 0
  private var arrivals: [(drawnAt: Int64, at: Int64)] = []
  private var shown: Int64 = second
  private var drawnAt: Int64 = 0
  private var isWhole = true
  private var answerDue: Int64?

  init(
    rate: Int64, latency: Int64 = 25_000_000, budget: OutputBudget = OutputBudget()
  ) {
    (self.rate, self.latency, self.budget) = (rate, latency, budget)
  }

  /// Lets so many seconds pass, in which frames are wanted for that reason all the time, and when
  /// the second turns. What is counted is of these seconds alone.
  mutating func run(seconds: Int, for reason: FrameReason = .feed) {
    (written, frames, questions, oldestSeen) = (0, 0, 0, 0)
    let end = now + Int64(seconds) * Self.second
    while now < end {
      now += Self.lap
      step(reason)
    }
  }

  /// How long a person waits for what a key does.
  mutating func press() -> Int64 {
    let pressed = now
    now += latency
    let first = now
    while now < pressed + 60 * Self.second {
      now += Self.lap
      step(.person)
      if shown > first { return now - pressed }
    }
    return .max
  }

  private mutating func step(_ reason: FrameReason) {
    if let answerDue, answerDue <= now, !isStalled {
      self.answerDue = nil
      budget.line.answered(at: now)
    }
    ask()
    draw(reason)
    while let first = arrivals.first, first.at <= now, !isStalled {
      arrivals.removeFirst()
      shown = first.drawnAt
    }
    // A clock shows whole seconds.
    oldestSeen = max(oldestSeen, now - shown / Self.second * Self.second)
  }

  private mutating func draw(_ reason: FrameReason) {
    let isDrawn = drawnAt / Self.second == now / Self.second
    let left = isDrawn ? Self.second - now % Self.second : nil
    let reason = isDrawn && isWhole ? reason : max(reason, .second)
    guard !isQuiet, budget.pause(for: reason, untilSecond: left, at: now) == 0 else { return }
    let room = budget.limit(for: reason, untilSecond: left, at: now) ?? .max
    let bytes = min(frameBytes, max(clockBytes, room))
    (drawnAt, isWhole) = (now, bytes == frameBytes)
    arrivals.append((now, send(bytes)))
    frames += 1
    budget.spend(bytes, for: reason, at: now)
    ask()
  }

  private mutating func ask() {
    guard budget.line.wantsToAsk(at: now) else { return }
    questions += 1
    let arrival = send(3)
    budget.line.asked(at: now)
    guard answers else { return }
    answerDue = answersAtOnce ? now + 1_000_000 : arrival + latency
  }

  /// When the bytes, and all before them, are at the other end.
  private mutating func send(_ bytes: Int) -> Int64 {
    written += bytes
    budget.line.wrote(bytes, at: now)
    freeAt = max(freeAt, now) + Int64(bytes) * Self.second / rate
    packets += 1
    if let lossInterval, packets % lossInterval == 0 { freeAt += Self.second }
    return freeAt + latency
  }
}
