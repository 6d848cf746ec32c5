import EventFixtures
import WallboardWire

extension FuzzTarget {
  /// Server-Sent Events: as the standard has it, and the same however they are cut.
  static let eventStream = FuzzTarget(
    "event-stream", rounds: 900, seeds: streams,
    words: [
      "data:", "data: ", "event: ", "id: ", "id:\0", "retry: ", "retry:99999999999999999999", ": ",
      "\r\n", "\r", "\n\n", "\u{FEFF}",
    ]
  ) { bytes in
    let sound = try Cuts.agree(on: bytes) { try StreamReading($0) }
    try require(sound.isWhole, "an input of \(bytes.count) bytes was refused")
    try require(sound.outputs, is: PlainEventStream(bytes).outputs, "the standard has it otherwise")
    let limit = Int(bytes.first ?? 0)
    let bounded = try Cuts.agree(on: bytes) { try StreamReading($0, limit: limit) }
    for output in bounded.outputs {
      guard case .event(let event) = output else { continue }
      // What is no UTF-8 takes three bytes as U+FFFD.
      try require(event.data.utf8.count <= 3 * limit, "an event beyond the limit")
    }
    try require(
      sound.outputs.starts(with: bounded.outputs), "a limit changes what came before it")
  }

  private static let streams =
    EventFixture.all.map { "id: 1766000000000\nevent: \($0.name)\ndata: \($0.payload)\n\n" }
    + [
      "data\n\ndata\ndata\n\ndata:", "\u{FEFF}data: a\r\ndata:b\r\r: beat\rid\n\n",
      "retry: 3000\nid: 7\n\nid: 8\ndata\n\nevent: e\n\n", ":\n\n: heartbeat 1\n\n",
    ]
}

private struct StreamReading: Equatable {
  var outputs: [ServerSentEventParser.Output] = []
  var isWhole = true

  init(_ pieces: [[UInt8]], limit: Int = 1 << 26) throws {
    var parser = ServerSentEventParser(limit: limit)
    for piece in pieces {
      do throws(ServerSentEventParser.Failure) {
        try parser.feed(piece.span, into: &outputs)
      } catch {
        isWhole = false
      }
    }
  }
}
