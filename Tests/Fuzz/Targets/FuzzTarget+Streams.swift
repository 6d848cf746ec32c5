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
    for words in bounded.said {
      // What is no UTF-8 takes three bytes as U+FFFD.
      try require(words[1].utf8.count <= 3 * limit, "an event beyond the limit")
    }
    try require(bounded.isWhole, "an event that is too large ended the stream")
    // What was left out may have had no data.
    let most = bounded.said.count + bounded.leftOut
    try require(sound.said.count <= most, "an event was lost")
    try require(bounded.said.isPart(of: sound.said), "a limit changes what others say")
    let impatient = try Cuts.agree(on: bytes) {
      try StreamReading($0, limit: limit, patience: 2 * limit)
    }
    try require(
      bounded.outputs.starts(with: impatient.outputs), "an end changes what came before it")
  }

  private static let streams =
    EventFixture.all.map { "id: 1766000000000\nevent: \($0.name)\ndata: \($0.payload)\n\n" }
    + [
      "data\n\ndata\ndata\n\ndata:", "\u{FEFF}data: a\r\ndata:b\r\r: beat\rid\n\n",
      "retry: 3000\nid: 7\n\nid: 8\ndata\n\nevent: e\n\n", ":\n\n: heartbeat 1\n\n",
    ]
}

extension [[String]] {
  /// Whether others, in order and with more between them, are these.
  fileprivate func isPart(of whole: Self) -> Bool {
    var rest = whole[...]
    return allSatisfy { words in
      guard let place = rest.firstIndex(of: words) else { return false }
      rest = rest[(place + 1)...]
      return true
    }
  }
}
