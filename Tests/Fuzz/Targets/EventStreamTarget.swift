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

/// What a parser handed on, as it can be kept.
enum StreamPiece: Equatable {
  case event(ServerSentEvent)
  case comment
  case retry(milliseconds: Int)
  case lastEventID(String?)
  /// How many bytes.
  case tooLarge(Int)

  init(_ output: ServerSentEventParser.Output) {
    self =
      switch output {
      case .event(let block): .event(ServerSentEvent(block))
      case .comment: .comment
      case .retry(let milliseconds): .retry(milliseconds: milliseconds)
      case .lastEventID(let id): .lastEventID(id.isEmpty ? nil : String(repairing: id))
      case .tooLarge(_, let bytes): .tooLarge(bytes)
      }
  }
}

/// What a parser made of a stream.
struct StreamReading: Equatable {
  var outputs: [StreamPiece] = []
  /// Whether it was read to its end.
  var isWhole = true

  init(_ pieces: [[UInt8]], limit: Int = 1 << 26, patience: Int = 1 << 27) throws {
    var parser = ServerSentEventParser(limit: limit, patience: patience)
    for piece in pieces {
      do throws(ServerSentEventParser.Failure) {
        try parser.feed(piece.span) { outputs.append(StreamPiece($0)) }
      } catch {
        isWhole = false
      }
    }
  }

  /// What the events say, without the ids, which may have been left out.
  var said: [[String]] {
    outputs.compactMap { if case .event(let event) = $0 { [event.type, event.data] } else { nil } }
  }

  /// How many events were too large.
  var leftOut: Int {
    outputs.count { if case .tooLarge = $0 { true } else { false } }
  }
}

/// WHATWG HTML 9.2.5 and 9.2.6 word by word, over the whole text at once and with no thought of
/// speed: what the parser is held against.
struct PlainEventStream {
  private typealias Scalars = Substring.UnicodeScalarView

  private(set) var outputs: [StreamPiece] = []
  private var data = ""
  private var type = ""
  private var id = ""
  private var hasOwnID = false

  init(_ bytes: [UInt8]) {
    var text = Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
    if text.first == "\u{FEFF}" { text.removeFirst() }
    while let end = text.firstIndex(where: { $0 == "\r" || $0 == "\n" }) {
      read(text[..<end])
      var next = text.index(after: end)
      if text[end] == "\r", next < text.endIndex, text[next] == "\n" {
        next = text.index(after: next)
      }
      text = text[next...]
    }
  }

  private mutating func read(_ line: Scalars) {
    guard !line.isEmpty else { return dispatch() }
    guard line.first != ":" else { return outputs.append(.comment) }
    let name = line.prefix { $0 != ":" }
    var value = line.dropFirst(name.count + 1)
    if value.first == " " { value.removeFirst() }
    switch String(name) {
    case "event": type = String(value)
    case "data": data += String(value) + "\n"
    case "id" where !value.contains("\0"):
      id = String(value)
      hasOwnID = true
    case "retry" where !value.isEmpty && value.allSatisfy { ("0"..."9").contains($0) }:
      outputs.append(.retry(milliseconds: Int(String(value)) ?? .max))
    default: break
    }
  }

  private mutating func dispatch() {
    let id = id.isEmpty ? nil : id
    if !data.isEmpty {
      // A character may stand across the last line feed, so that it cannot be dropped as one.
      let text = String(data.unicodeScalars.dropLast())
      outputs.append(
        .event(
          ServerSentEvent(
            id: id, hasOwnID: hasOwnID, type: type.isEmpty ? "message" : type, data: text)))
    } else if hasOwnID {
      outputs.append(.lastEventID(id))
    }
    data = ""
    type = ""
    hasOwnID = false
  }
}
