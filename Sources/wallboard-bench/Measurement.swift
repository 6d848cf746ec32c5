/// One benchmark's figures, printed as a line of JSON.
struct Measurement {
  /// Samples of each benchmark, after one that warms up and is not counted.
  static let samples = 7

  let name: String
  /// What was counted: `events` or `frames`.
  let unit: String
  /// How many of them a sample had.
  let count: Int
  /// Seconds of each sample, sorted.
  let seconds: [Double]

  /// Runs the body so often, after one run that warms up.
  init(_ name: String, unit: String = "events", count: Int, _ body: () throws -> Void) rethrows {
    try self.init(name, unit: unit, count: count, on: {}, { _ in try body() })
  }

  /// The same on a subject that is made anew for each run, outside of the clock.
  init<Subject>(
    _ name: String, unit: String = "events", count: Int, on subject: () throws -> Subject,
    _ body: (inout Subject) throws -> Void
  ) rethrows {
    self.name = name
    self.unit = unit
    self.count = count
    var warm = try subject()
    try body(&warm)
    let clock = ContinuousClock()
    seconds = try (0..<Self.samples).map { _ in
      var subject = try subject()
      let duration = try clock.measure { try body(&subject) }
      let (whole, atto) = duration.components
      return Double(whole) + Double(atto) * 1e-18
    }.sorted()
  }

  /// The figures: median per second, its spread, and microseconds for one.
  var line: String {
    let median = seconds[seconds.count / 2]
    let slowest = rate(seconds[seconds.count - 1])
    let fastest = rate(seconds[0])
    let micro = (median / Double(count) * 1e8).rounded() / 100
    return #"{"bench":"\#(name)","unit":"\#(unit)","count":\#(count),"samples":\#(seconds.count),"#
      + #""per_second":{"median":\#(rate(median)),"min":\#(slowest),"max":\#(fastest)},"#
      + #""microseconds_each":\#(micro)}"#
  }

  private func rate(_ seconds: Double) -> Int {
    Int((Double(count) / seconds).rounded())
  }
}
