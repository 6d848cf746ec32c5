import Testing

@testable import WallboardApp

@Suite("The budget of output")
struct OutputBudgetTests {
  private static let second: Int64 = 1_000_000_000

  @Test("lets a quiet board through at once")
  func quiet() {
    var budget = OutputBudget.ofFastLine()
    for tick in 1...100 {
      let now = Int64(tick) * Self.second / 2
      #expect(budget.pause(for: .feed, at: now) == 0)
      budget.spend(400, for: .feed, at: now)
    }
  }

  @Test(
    "bounds what a busy board writes, whatever its frames take", arguments: [300, 1_500, 9_000])
  func busy(frame: Int) {
    var budget = OutputBudget.ofFastLine()
    var written = 0
    var now: Int64 = Self.second
    while now < 61 * Self.second {
      if budget.pause(for: .feed, at: now) == 0 {
        budget.spend(frame, for: .feed, at: now)
        written += frame
      }
      now += Self.second / 30
    }
    // A frame that is larger than the allowance is paid for as if it were as large.
    let longest = Int(OutputBudget.largestAllowance / OutputBudget.bytesPerSecond)
    let most = max(Int(OutputBudget.bytesPerSecond) * 60, frame * 60 / longest)
    #expect(written <= most + 2 * Int(OutputBudget.largestAllowance) + frame)
    #expect(written >= Int(OutputBudget.bytesPerSecond) * 30)
  }

  @Test("shows what is said four times a second, however much else there is")
  func words() {
    var budget = OutputBudget.ofFastLine()
    budget.spend(50_000, for: .feed, at: Self.second)
    #expect(budget.pause(for: .feed, at: Self.second) > Self.second)
    #expect(budget.pause(for: .words, at: Self.second) == OutputBudget.longestSilence)
    #expect(budget.pause(for: .words, at: Self.second + OutputBudget.longestSilence) == 0)
  }

  @Test("never lets a person or the second wait")
  func atOnce() {
    var budget = OutputBudget.ofFastLine()
    budget.spend(50_000, for: .feed, at: Self.second)
    for reason in [FrameReason.second, .person] {
      #expect(budget.pause(for: reason, at: Self.second) == 0)
    }
  }

  @Test("survives any clock")
  func clocks() {
    var budget = OutputBudget.ofFastLine()
    for now in [Int64(1) << 62, 0, -1, 1 << 62, 1] {
      budget.spend(.max, for: .feed, at: now)
      #expect(budget.pause(for: .feed, at: now) >= 0)
      #expect(budget.pause(for: .words, at: now) >= 0)
    }
  }
}

extension OutputBudget {
  /// A budget that knows that the line takes whatever is written.
  fileprivate static func ofFastLine() -> OutputBudget {
    var budget = OutputBudget()
    _ = budget.line.wantsToAsk(at: 0)
    for answer in 1...3 as ClosedRange<Int64> {
      budget.line.wrote(2_000, at: answer * 1_000)
      budget.line.asked(at: answer * 1_000)
      budget.line.answered(at: answer * 1_000)
    }
    return budget
  }
}
