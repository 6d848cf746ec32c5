import Testing
@testable import WallboardApp
@testable import WallboardBoard

@Suite("The meter")
struct SelfMeterTests {
  private static let second: Int64 = 1_000_000_000

  @Test("tells what was written a second, of the last whole window")
  func rates() {
    var meter = SelfMeter()
    for tick in 1...21 as ClosedRange<Int64> {
      meter.note(tick <= 11 ? 100 : 900, at: tick * Self.second)
      meter.noteFrame(at: tick * Self.second)
    }
    let words = meter.words(Board(), resident: 31 << 20, at: 22 * Self.second)
    #expect(words.hasPrefix("writes 820 B/s · 1.0 frames/s · 31 MB · 0 reconnects · 0 of"))
  }

  @Test("has an answer from the start, and knows the memory of the process")
  func start() throws {
    var meter = SelfMeter()
    let words = meter.words(Board(), at: 5)
    let memory = try #require(words.firstMatch(of: /(\d+) MB/)?.1)
    #expect(try #require(Int(memory)) > 1)
  }

  @Test("says how long a picture takes that goes in parts")
  func slowLine() {
    var meter = SelfMeter()
    meter.note(0, at: 0)
    for tick in 1...20 as ClosedRange<Int64> {
      meter.noteFrame(isWhole: false, endsRound: tick % 5 == 0, at: tick * Self.second)
    }
    #expect(meter.secondsToPicture(at: 21 * Self.second) == 5)
    let words = meter.words(Board(), resident: 0, at: 21 * Self.second)
    #expect(words.contains(" · slow line: 1 frame in 5 s · "))
    for tick in 22...50 as ClosedRange<Int64> {
      meter.noteFrame(isWhole: false, endsRound: false, at: tick * Self.second)
    }
    // None for so long.
    #expect(meter.secondsToPicture(at: 50 * Self.second) == 30)
    for tick in 51...70 as ClosedRange<Int64> { meter.noteFrame(at: tick * Self.second) }
    #expect(meter.secondsToPicture(at: 70 * Self.second) == nil)
  }
}
