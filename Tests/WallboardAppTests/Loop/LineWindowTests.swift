import Testing

@testable import WallboardApp

/// The goal on a slow line: what is seen is at most three seconds old, and a key is answered within
/// three, whatever happens on the board.
@Suite("The window of a line")
struct LineWindowTests {
  private static let second = SimulatedLine.second
  private static let oldest = 3 * second
  /// What 9.6 kbit/s carry of a terminal's bytes in a second.
  private static let slow: Int64 = 960

  @Test(
    "keeps what is seen young on a slow line, and keys quick",
    arguments: [
      (25, 100), (25, 2_500), (25, 20_000), (100, 2_500), (150, 2_500), (400, 2_500),
    ])
  func slow(milliseconds: Int64, frame: Int) {
    var line = SimulatedLine(rate: Self.slow, latency: milliseconds * 1_000_000)
    line.frameBytes = frame
    line.run(seconds: 10)
    // An hour: nothing creeps up.
    line.run(seconds: 3_600)
    #expect(line.oldestSeen <= Self.oldest)
    #expect(line.frames > 3_600 / 3)
    for _ in 0..<20 {
      line.run(seconds: 7)
      let wait = line.press()
      #expect(wait <= Self.oldest)
    }
  }

  @Test("never has more under way than goes through in a moment")
  func start() {
    var line = SimulatedLine(rate: Self.slow)
    line.frameBytes = 20_000
    line.run(seconds: 10, for: .person)
    #expect(line.oldestSeen <= Self.oldest)
  }

  @Test("opens on a fast line, however long it is", arguments: [1, 50, 150, 300])
  func fast(milliseconds: Int64) {
    var line = SimulatedLine(rate: 1_000_000, latency: milliseconds * 1_000_000)
    line.run(seconds: 5)
    line.run(seconds: 10)
    #expect(line.oldestSeen < Self.second * 5 / 4 + 2 * line.latency)
    // Keys that are held down: as mosh has it, two frames a round trip, four a second at least.
    line.run(seconds: 10, for: .person)
    line.run(seconds: 10, for: .person)
    #expect(!line.budget.line.isSlow)
    #expect(line.frames >= 35)
  }

  @Test("closes when the line gets slow, and opens again")
  func changes() {
    var line = SimulatedLine(rate: 1_000_000)
    line.run(seconds: 20)
    line.rate = Self.slow
    line.run(seconds: 10)
    line.run(seconds: 60)
    #expect(line.oldestSeen <= Self.oldest)
    line.rate = 1_000_000
    line.run(seconds: 20)
    #expect(!line.budget.line.isSlow)
  }

  @Test("finds out that the way got longer")
  func longer() {
    var line = SimulatedLine(rate: Self.slow)
    line.run(seconds: 100)
    line.latency = 600_000_000
    line.run(seconds: 600)
    line.run(seconds: 60)
    #expect(line.written > 60 * Int(Self.slow) / 4)
    #expect(line.oldestSeen <= Self.oldest)
  }

  @Test("lets the clock go on behind what is lost, so that it is right once that comes")
  func clock() {
    var line = SimulatedLine(rate: 8_000, latency: 150_000_000)
    line.run(seconds: 60)
    for seconds in [2, 4, 8] {
      line.isStalled = true
      line.run(seconds: seconds)
      #expect(line.written < LineWindow.initialSize * 2)
      line.isStalled = false
      line.run(seconds: 1)
      #expect(line.oldestSeen < Self.second * 3 / 2)
      line.run(seconds: 10)
    }
  }

  @Test("is not closed for long by what comes late, or is lost")
  func losses() {
    var line = SimulatedLine(rate: 8_000, latency: 150_000_000)
    line.lossInterval = 20
    line.run(seconds: 10)
    line.run(seconds: 600)
    #expect(line.written > 600 * 8_000 / 4)
    #expect(line.oldestSeen <= Self.oldest)
  }

  @Test("leaves a terminal that never answers at a cautious rate, and what a person does at once")
  func mute() {
    var line = SimulatedLine(rate: 100_000)
    line.answers = false
    line.run(seconds: 2)
    line.run(seconds: 60)
    #expect(line.questions == 0)
    #expect(line.oldestSeen <= 2 * Self.second)
    let most = 60 * Int(LineWindow.cautiousRate) + Int(LineWindow.cautiousBurst)
    #expect((most / 2...most).contains(line.written))
    let wait = line.press()
    #expect(wait < Self.second / 5)
  }

  @Test("keeps to what a person says of a line that is hidden behind a multiplexer")
  func hidden() {
    var line = SimulatedLine(
      rate: Self.slow, budget: OutputBudget(bytesPerSecond: Self.slow))
    line.answersAtOnce = true
    line.run(seconds: 10)
    line.run(seconds: 600)
    #expect(line.oldestSeen <= Self.oldest)
    let wait = line.press()
    #expect(wait <= Self.oldest)
  }

  @Test("lets nothing pile up while nothing gets through")
  func stalled() {
    var line = SimulatedLine(rate: 100_000)
    line.run(seconds: 20)
    line.isStalled = true
    line.run(seconds: 30)
    #expect(line.written <= LineWindow.largestSize)
    line.run(seconds: 600)
    // A frame now and then, should the terminal have gone mute.
    #expect(line.frames < 20)
    line.isStalled = false
    line.run(seconds: 1)
    #expect(line.frames > 0)
    line.run(seconds: 5)
    #expect(line.oldestSeen < Self.second * 3 / 2)
  }

  @Test("goes on where an answer is lost")
  func lost() {
    var line = SimulatedLine(rate: Self.slow)
    line.run(seconds: 20)
    line.answers = false
    line.run(seconds: 3)
    line.answers = true
    line.run(seconds: 10)
    line.run(seconds: 10)
    #expect(line.oldestSeen <= Self.oldest)
  }

  @Test("asks a quiet board's terminal hardly ever")
  func quiet() {
    var line = SimulatedLine(rate: 1_000_000)
    line.run(seconds: 10)
    var (written, questions) = (0, 0)
    line.isQuiet = true
    for _ in 0..<600 {
      line.run(seconds: 1)
      line.budget.line.wrote(20, at: line.now)
      (written, questions) = (written + line.written, questions + line.questions)
    }
    #expect(questions < 600 * 20 / 400)
  }

  @Test("cannot be asked what does not understand")
  func unasked() {
    var window = LineWindow()
    let asks = window.wantsToAsk(at: 1)
    window.asked(at: 1, isPossible: false)
    #expect(asks && !window.isAsking)
    let asksAgain = window.wantsToAsk(at: 10 * Self.second)
    #expect(!asksAgain)
    #expect(window.room(isForPerson: true, at: 2) == .max)
  }
}
