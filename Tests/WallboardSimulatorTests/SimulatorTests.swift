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

  @Test(
    "of next to nothing is a pause that the system's clocks can count", arguments: [1e-30, 1e-300])
  func slow(rate: Double) throws {
    var options = SimulatorOptions()
    options.rate = rate
    var pacer = try #require(Pacer(options: options))
    #expect(pacer.pause(after: 10) > .seconds(86_400))
  }

  @Test("of nothing is none")
  func none() {
    var options = SimulatorOptions()
    options.rate = 0
    #expect(Pacer(options: options) == nil)
  }
}
