import Testing

@testable import WallboardApp
@testable import WallboardCore

@Suite("The meter")
struct SelfMeterTests {
  private static let second: Int64 = 1_000_000_000

  @Test("tells what was written a second, of the last whole window")
  func rates() {
    var meter = SelfMeter()
    for tick in 1...21 { meter.note(tick <= 11 ? 100 : 900, at: Int64(tick) * Self.second) }
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
}
