import CAllocations
import WallboardBoard
import WallboardEvents
import WallboardWire

extension Bench {
  /// Live calls of the floors that the path is measured on.
  private static let floors = [30, 300, 3_000, 12_000]
  private static var busyEvents: Int {
    CommandLine.arguments.contains("short") ? 2_000 : 40_000
  }

  /// The way of an event from bytes to state on floors of several sizes, written as the platform does
  /// and as others might; a line each. What it takes to fill the floor is not counted.
  static func measurePath() throws -> [String] {
    try floors.flatMap { calls in
      try [false, true].map { try path(liveCalls: calls, isShuffled: $0) }
    }
  }

  private static func path(liveCalls: Int, isShuffled: Bool) throws -> String {
    let count = liveCalls + 200 + busyEvents
    let workload = Workload(count: count, liveCalls: liveCalls, isShuffled: isShuffled)
    var opened = EventPath()
    try opened.take(workload.stream[..<workload.opening.bytes])
    let (start, chunks) = (opened, workload.busyChunks)
    let events = workload.count - workload.opening.events
    var allocations = 0
    let measurement = try Measurement("path", count: events) {
      var path = start
      let before = wallboard_allocations()
      for chunk in chunks { try path.take(chunk) }
      allocations = Int(wallboard_allocations() - before)
      precondition(path.state.board.counts.events == workload.count)
    }
    let each = (Double(allocations) / Double(events) * 100).rounded() / 100
    return measurement.line.dropLast()
      + #","live_calls":\#(liveCalls),"shuffled":\#(isShuffled),"allocations_each":\#(each)}"#
  }
}

/// What an event goes through, without the network.
private struct EventPath {
  private(set) var state = WallboardState(.benchmark)
  private let decoder = WorkspaceEventDecoder()
  private var parser = ServerSentEventParser()
  private var outputs: [ServerSentEventParser.Output] = []

  mutating func take(_ chunk: ArraySlice<UInt8>) throws {
    try parser.feed(chunk.span, into: &outputs)
    for case .event(let block) in outputs {
      guard case .event(let event) = decoder.decode(block) else { continue }
      _ = reduce(into: &state, .received(event))
    }
    outputs.removeAll(keepingCapacity: true)
  }
}
