import Testing

@testable import WallboardSimulator

@Suite("The pace")
struct PacerTests {
  @Test("is the rate on average, times the speed", arguments: [(4.0, 1.0), (50.0, 10.0), (200, 1)])
  func average(rate: Double, speed: Double) throws {
    var options = SimulatorOptions()
    options.rate = rate
    options.speed = speed
    var pacer = try #require(Pacer(options: options))
    let events = 20_000
    let total = pacer.pause(after: events) / .seconds(1)
    #expect((0.95...1.05).contains(total * rate * speed / Double(events)))
  }

  @Test("of nothing is none")
  func none() {
    var options = SimulatorOptions()
    options.rate = 0
    #expect(Pacer(options: options) == nil)
  }
}
