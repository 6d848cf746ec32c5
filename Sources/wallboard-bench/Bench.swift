import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews
import WallboardWire

/// `wallboard-bench [NAME …]`: the named benchmarks, or all but the soaks; a line of JSON each.
/// `soak` takes minutes, `soak-short` is a tenth of it; both fail when the memory grows.
@main
enum Bench {
  private static let events = 50_000
  private static let frames = 2_000

  static func main() throws {
    let wanted = Set(CommandLine.arguments.dropFirst())
    let workload = Workload(count: events)
    for (name, run) in benchmarks where wanted.isEmpty || wanted.contains(name) {
      print(try run(name, workload).line)
    }
    if wanted.isEmpty || wanted.contains("interaction") {
      try measureInteraction().forEach { print($0) }
    }
    if wanted.isEmpty || wanted.contains("path") { try measurePath().forEach { print($0) } }
    if wanted.isEmpty || wanted.contains("fold") { try measureFolds().forEach { print($0) } }
    if wanted.isEmpty || wanted.contains("print") { try measurePrinting().forEach { print($0) } }
    if wanted.contains("recording") { try measureRecording(crowd: 0) }
    if wanted.contains("recording-crowd") { try measureRecording(crowd: 60_000) }
    if wanted.contains("soak") { try soak(short: false) }
    if wanted.contains("soak-short") { try soak(short: true) }
  }

  private static let benchmarks: [(String, @Sendable (String, Workload) throws -> Measurement)] = [
    ("parse", measureParse),
    ("decode", measureDecode),
    ("reduce", measureReduce),
    ("draw", measureDraw),
    ("observe-decode", measureObserverDecode),
    ("observe-reduce", measureObserverReduce),
    ("observe-grow-new", measureGrowthOfNewCall),
    ("observe-grow-long", measureGrowthOfLongCall),
    ("observe-draw", measurePane),
    ("observe-draw-reading", measureReader),
    ("observe-draw-searching", measureSearch),
  ]

  @Sendable private static func measureParse(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    let chunks = workload.chunks()
    return try Measurement(name, count: workload.count) {
      var parser = ServerSentEventParser()
      var parsed = 0
      for chunk in chunks {
        try parser.feed(chunk.span) { if case .event = $0 { parsed += 1 } }
      }
      precondition(parsed == workload.count)
    }
  }

  @Sendable private static func measureDecode(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    let blocks = try workload.blocks
    let decoder = WorkspaceEventDecoder()
    return Measurement(name, count: blocks.count) {
      var decoded = 0
      for block in blocks {
        if case .event = decoder.decode(block) { decoded += 1 }
      }
      precondition(decoded == blocks.count)
    }
  }

  @Sendable private static func measureReduce(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    let inputs = try workload.inputs
    return Measurement(name, count: inputs.count) {
      var state = WallboardState(.benchmark)
      for input in inputs { _ = reduce(into: &state, input) }
      precondition(state.board.counts.events == inputs.count)
    }
  }

  @Sendable private static func measureDraw(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    var state = WallboardState(.benchmark)
    for input in try workload.inputs { _ = reduce(into: &state, input) }
    let size = Size(width: 160, height: 50)
    let settings = DrawSettings.benchmark
    let rows = Dashboard.layout(state, size: size).visibleRows
    let start = state.board.connection.lastHeardAt ?? Timestamp(milliseconds: 0)
    return Measurement(name, unit: "frames", count: frames) {
      for second in 0..<Int64(frames) {
        let now = start.advanced(milliseconds: second * 1000)
        _ = reduce(into: &state, .frame(Frame(now: now, visibleRows: rows)))
        var canvas = Canvas(size: size)
        Dashboard.draw(state, settings: settings, into: &canvas)
      }
    }
  }
}

extension Workload {
  /// The blocks that the stream parses to.
  var blocks: [ServerSentEvent] {
    get throws {
      var parser = ServerSentEventParser()
      var blocks: [ServerSentEvent] = []
      try parser.feed(stream.span) { output in
        if case .event(let block) = output { blocks.append(ServerSentEvent(block)) }
      }
      return blocks
    }
  }

  /// The inputs that the stream decodes to.
  var inputs: [Input] {
    get throws {
      let decoder = WorkspaceEventDecoder()
      return try blocks.compactMap { block in
        guard case .event(let event) = decoder.decode(block) else { return nil }
        return .received(event)
      }
    }
  }
}

extension WorkspaceEventDecoder {
  /// Decodes a block whose bytes came when its id says.
  func decode(_ block: ServerSentEvent) -> StreamOutcome {
    decode(block, at: Timestamp(milliseconds: block.id.flatMap { Int64($0) } ?? 0))
  }
}

extension ServerSentBlock {
  /// When its bytes came: when its id says.
  var time: Timestamp { Timestamp(milliseconds: Int64(id.decimalNumber ?? 0)) }
}

extension DrawSettings {
  /// How the board is drawn for measuring.
  static let benchmark = DrawSettings(
    workspace: "benchmark", keymap: Keymap(mode: .desk))
}

extension BoardSettings {
  /// The settings of a board that is measured.
  static let benchmark = BoardSettings(
    privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2)))
}

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
