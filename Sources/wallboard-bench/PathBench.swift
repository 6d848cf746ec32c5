import CAllocations
import WallboardApp
import WallboardBoard
import WallboardEvents
import WallboardWire

extension Bench {
  /// Live calls of the floors that the path is measured on.
  static let floors = [30, 300, 3_000, 12_000]
  private static var busyEvents: Int {
    CommandLine.arguments.contains("short") ? 2_000 : 40_000
  }

  /// The way of an event from bytes to state on floors of several sizes, written as the platform does
  /// and as others might; a line each. What it takes to fill the floor is not counted: it is filled
  /// anew for each run, so that no run has to copy what it shares with another.
  static func measurePath() throws -> [String] {
    try floors.flatMap { calls in
      try [false, true].map { try path(liveCalls: calls, isShuffled: $0) }
    }
  }

  private static func path(liveCalls: Int, isShuffled: Bool) throws -> String {
    let count = liveCalls + 200 + busyEvents
    let workload = Workload(count: count, liveCalls: liveCalls, isShuffled: isShuffled)
    let (opening, chunks) = (workload.stream[..<workload.opening.bytes], workload.busyChunks)
    let events = workload.count - workload.opening.events
    var allocations = 0
    let measurement = try Measurement("path", count: events) {
      var path = EventPath()
      try path.take(opening)
      return path
    } _: { path in
      let before = wallboard_allocations()
      for chunk in chunks { try path.take(chunk) }
      allocations = Int(wallboard_allocations() - before)
      precondition(path.state.board.counts.events == workload.count)
    }
    return line(
      of: measurement, allocations, #""live_calls":\#(liveCalls),"shuffled":\#(isShuffled)"#)
  }

  /// The last part of that way, from decoded events to state.
  static func measureFolds() throws -> [String] {
    try floors.map { calls in
      let workload = Workload(count: calls + 200 + busyEvents, liveCalls: calls)
      let inputs = try workload.inputs
      let opening = inputs[..<workload.opening.events]
      let busy = inputs[workload.opening.events...]
      var allocations = 0
      let measurement = Measurement("fold", count: busy.count) {
        var state = WallboardState(.benchmark)
        for input in opening { _ = reduce(into: &state, input) }
        return state
      } _: { state in
        let before = wallboard_allocations()
        for input in busy { _ = reduce(into: &state, input) }
        allocations = Int(wallboard_allocations() - before)
        precondition(state.board.counts.events == workload.count)
      }
      return line(of: measurement, allocations, #""live_calls":\#(calls)"#)
    }
  }

  private static func line(
    of measurement: Measurement, _ allocations: Int, _ workload: String
  ) -> String {
    let each = (Double(allocations) / Double(measurement.count) * 100).rounded() / 100
    return measurement.line.dropLast() + #",\#(workload),"allocations_each":\#(each)}"#
  }
}

/// What an event goes through, without the network.
private struct EventPath {
  private(set) var state = WallboardState(.benchmark)
  private let decoder = WorkspaceEventDecoder()
  private var parser = ServerSentEventParser()

  mutating func take(_ chunk: ArraySlice<UInt8>) throws {
    try parser.feed(chunk.span) { output in
      guard case .event(let block) = output,
        case .event(let event) = decoder.decode(block, at: block.time)
      else { return }
      _ = reduce(into: &state, .received(event))
    }
  }
}

extension Bench {
  /// What `snapshot --json` prints of floors of several sizes: a line each, with the bytes of it.
  static func measurePrinting() throws -> [String] {
    try floors.map { calls in
      let workload = Workload(count: calls + 5_000, liveCalls: calls)
      var state = WallboardState(.benchmark)
      for input in try workload.inputs { _ = reduce(into: &state, input) }
      let (board, disclosure) = (state.board, state.settings.privacy.output)
      var bytes = 0
      let measurement = try Measurement("print", unit: "documents", count: 1) {
        let document = SnapshotDocument(board, at: board.now, disclosure: disclosure)
        bytes = try JSONLineEncoder(disclosure).line(document).utf8.count
      }
      return measurement.line.dropLast() + #","live_calls":\#(calls),"bytes":\#(bytes)}"#
    }
  }
}
