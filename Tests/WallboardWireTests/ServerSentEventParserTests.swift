import TestSupport
import Testing
import WallboardWire

@Suite("Server-Sent Events: the rules of WHATWG 9.2")
struct ServerSentEventParserTests {
  typealias Output = StreamPiece

  struct Rule: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let stream: String
    let outputs: [Output]

    init(_ name: String, _ stream: String, _ outputs: [Output]) {
      testDescription = name
      self.stream = stream
      self.outputs = outputs
    }
  }

  static func message(
    _ data: String, id: String? = nil, own: Bool? = nil, type: String = "message"
  ) -> Output {
    .event(ServerSentEvent(id: id, hasOwnID: own, type: type, data: data))
  }

  static let rules: [Rule] = [
    Rule("data alone makes a message", "data: a\n\n", [message("a")]),
    Rule("CR ends a line", "data: a\r\r", [message("a")]),
    Rule("CRLF ends one line", "data: a\r\n\r\n", [message("a")]),
    Rule("line ends may be mixed", "data: a\rdata: b\ndata: c\r\n\n", [message("a\nb\nc")]),
    Rule("LF CR is two line ends", "data: a\n\rdata: b\n\n", [message("a"), message("b")]),
    Rule("a mark at the start is dropped", "\u{FEFF}data: a\n\n", [message("a")]),
    Rule("a mark before a comment is dropped", "\u{FEFF}: a\n", [.comment]),
    Rule("half a mark is part of the name", "\u{F000}data: a\n\ndata: b\n\n", [message("b")]),
    Rule("only one mark is dropped", "\u{FEFF}\u{FEFF}data: a\n\n", []),
    Rule("a later mark is part of the name", "\n\u{FEFF}data: a\n\n", []),
    Rule("data lines are joined by LF", "data: a\ndata:\ndata: b\n\n", [message("a\n\nb")]),
    Rule("an empty data line dispatches", "data\n\ndata:\n\n", [message(""), message("")]),
    Rule("two empty data lines are one LF", "data\ndata\n\n", [message("\n")]),
    Rule("no data line dispatches nothing", "event: a\n\ndata: b\n\n", [message("b")]),
    Rule("one space is removed", "data:a\n\ndata:  b \n\n", [message("a"), message(" b ")]),
    Rule("a tab is kept", "data:\ta\n\n", [message("\ta")]),
    Rule("a value keeps its colons", "data: a: b:\n\n", [message("a: b:")]),
    Rule("event sets the type", "event: x\ndata: a\n\n", [message("a", type: "x")]),
    Rule("the last event field wins", "event: x\nevent: y\ndata\n\n", [message("", type: "y")]),
    Rule("an empty type is message", "event: x\nevent\ndata: a\n\n", [message("a")]),
    Rule(
      "the type does not outlive its block", "event: x\ndata: a\n\ndata: b\n\n",
      [message("a", type: "x"), message("b")]),
    Rule(
      "the id outlives its block", "id: 1\ndata: a\n\ndata: b\n\n",
      [message("a", id: "1"), message("b", id: "1", own: false)]),
    Rule(
      "an empty id takes it back", "id: 1\ndata: a\n\nid\ndata: b\n\n",
      [message("a", id: "1"), message("b", id: nil, own: true)]),
    Rule("an id with NUL is ignored", "id: 1\u{0}\ndata: a\n\n", [message("a")]),
    Rule("an id alone is told", "id: 7\n\n\n", [.lastEventID("7")]),
    Rule("an empty id alone is told", "id\n\n", [.lastEventID(nil)]),
    Rule("an unfinished event is dropped", "data: a\n\ndata: b\n", [message("a")]),
    Rule("an unfinished line is dropped", "data: a\n\nretry: 5", [message("a")]),
    Rule("retry is told at once", "retry: 3000\n", [.retry(milliseconds: 3000)]),
    Rule("retry takes digits alone", "retry: 3s\nretry: -1\nretry: +1\nretry: 1.5\n", []),
    Rule("retry takes ASCII digits alone", "retry: \u{0663}\nretry\nretry: \nretry:  1\n", []),
    Rule("retry saturates", "retry: 99999999999999999999\n", [.retry(milliseconds: .max)]),
    Rule(
      "a comment is told and is no data", ": x\n:\ndata: a\n\n", [.comment, .comment, message("a")]),
    Rule(
      "a comment stays inside its block", "data: a\n: heartbeat 1\ndata: b\n\n",
      [.comment, message("a\nb")]),
    Rule("unknown fields are ignored", "foo: a\nfoo\ndat: a\ndata2: a\n\n", []),
    Rule("names match by case", "Data: a\nDATA: b\n\n", []),
    Rule("a name keeps its spaces", "data : a\n data: b\n\n", []),
    Rule("a NUL in data is kept", "data: a\u{0}b\n\n", [message("a\u{0}b")]),
    Rule("text beyond ASCII", "data: \u{E9}\u{1F4DE}\n\n", [message("\u{E9}\u{1F4DE}")]),
    Rule(
      "no other line end counts", "data: a\u{2028}b\u{85}c\u{0B}d\n\n",
      [message("a\u{2028}b\u{85}c\u{0B}d")]),
    Rule(
      "the standard's third example", "data: YHOO\ndata: +2\ndata: 10\n\n",
      [message("YHOO\n+2\n10")]),
  ]

  @Test("each rule, in one piece and byte by byte", arguments: rules)
  func followsTheStandard(_ rule: Rule) {
    #expect(Reading(rule.stream).outputs == rule.outputs)
    #expect(Reading(rule.stream, inPiecesOf: 1).outputs == rule.outputs)
  }

  @Test("each rule, cut in two anywhere", arguments: rules)
  func cutAnywhere(_ rule: Rule) {
    for cut in 1...rule.stream.utf8.count {
      #expect(Reading(rule.stream, inPiecesOf: cut).outputs == rule.outputs, "cut at \(cut)")
    }
  }

  @Test("what is not UTF-8 becomes U+FFFD, and a line end inside a sequence still ends the line")
  func repairsText() {
    let bytes =
      Array("data: a".utf8) + [0xFF, 0xE2, 0x82] + Array("\nid: ".utf8) + [0xC3, 0x0A, 0x0A]
    let event = ServerSentEvent(id: "\u{FFFD}", data: "a\u{FFFD}\u{FFFD}")
    #expect(Reading(bytes).outputs == [.event(event)])
    #expect(Reading(bytes, inPiecesOf: { 1 }).outputs == [.event(event)])
  }

  @Test("a sequence cut between two data lines is not mended across them")
  func repairsEachLine() {
    let bytes = Array("data: ".utf8) + [0xC3, 0x0A] + Array("data: ".utf8) + [0xA9, 0x0A, 0x0A]
    #expect(Reading(bytes).outputs == [Self.message("\u{FFFD}\n\u{FFFD}")])
  }

  @Test("a stream that goes on has the last event ID of the one before")
  func goesOn() throws {
    var parser = ServerSentEventParser(after: "7")
    var outputs: [StreamPiece] = []
    try parser.feed(Array("data: a\n\nid\ndata: b\n\n".utf8).span) {
      outputs.append(StreamPiece($0))
    }
    #expect(
      outputs == [Self.message("a", id: "7", own: false), Self.message("b", id: nil, own: true)])
  }

  @Test("the platform's first frames")
  func platformFrames() {
    let stream = """
      retry: 3000

      id: 0
      event: stream.opened
      data: {"code":"ok"}

      : heartbeat 1766000000
      id: 1766000000123
      event: call.started
      data: {"call_sid":"CA1"}


      """
    #expect(
      Reading(stream).outputs == [
        .retry(milliseconds: 3000),
        Self.message(#"{"code":"ok"}"#, id: "0", type: "stream.opened"),
        .comment,
        Self.message(#"{"call_sid":"CA1"}"#, id: "1766000000123", type: "call.started"),
      ])
  }
}

@Suite("Server-Sent Events: any bytes, cut anyhow", .inTurn)
struct ServerSentEventPropertyTests {
  /// Pieces that are likely to matter to the parser, whole or torn.
  private static let pieces: [[UInt8]] =
    [
      "data", "data:", "data: {\"a\":1}", "event: call.started", "id: 17", "id", "id: 0",
      "retry: 30",
      "retry: x", ": heartbeat 1", ":", "\n", "\n", "\n\n", "\r", "\r\n", "\r\n\r\n", " ", "\u{0}",
      "\u{FEFF}", "\u{E9}", "\u{1F4DE}", "unknown: field",
      "data: " + String(repeating: "x", count: 40),
    ].map { Array($0.utf8) } + [[0xEF], [0xBB], [0xFF], [0xF0, 0x9F], [0x80]]

  private static func stream(using generator: inout SplitMix64) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      bytes += pieces.randomElement(using: &generator) ?? []
    }
    for _ in 0..<Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
      bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
        in: 0...255, using: &generator)
    }
    return bytes
  }

  @Test("every chunking gives the same outputs and the same failure", arguments: UInt64(1)...40)
  func chunkingChangesNothing(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let bytes = Self.stream(using: &generator)
      let limit = Bool.random(using: &generator) ? 48 : 1 << 20
      let patience = Bool.random(using: &generator) ? 96 : 1 << 20
      func read(_ nextLength: () -> Int) -> Reading {
        Reading(bytes, limit: limit, patience: patience, inPiecesOf: nextLength)
      }
      let whole = read { .max }
      #expect(read { 1 } == whole)
      let most = Int.random(in: 2...17, using: &generator)
      #expect(read { .random(in: 1...most, using: &generator) } == whole)
    }
  }

  @Test("random bytes never trap", arguments: UInt64(1)...8)
  func randomBytes(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let whole = Reading(bytes, limit: 4_096)
    #expect(Reading(bytes, limit: 4_096) { 1 } == whole)
    #expect(Reading(bytes, limit: 4_096) { .random(in: 1...900, using: &generator) } == whole)
  }

  @Test("an event's fields come back out, whatever they hold", arguments: UInt64(1)...20)
  func roundTrip(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let alphabet = Array("ab: \u{E9}\u{1F4DE}\t{}\"")
    func text() -> String {
      String(
        (0..<Int.random(in: 1...20, using: &generator)).compactMap { _ in
          alphabet.randomElement(using: &generator)
        })
    }
    for _ in 0..<50 {
      let lines = (0..<Int.random(in: 1...4, using: &generator)).map { _ in text() }
      let event = ServerSentEvent(id: text(), type: text(), data: lines.joined(separator: "\n"))
      let written =
        "id: \(event.id ?? "")\nevent: \(event.type)\n"
        + lines.map { "data: \($0)\n" }.joined() + "\n"
      #expect(Reading(written).outputs == [.event(event)])
    }
  }
}

/// What a parser handed on, as it can be kept.
enum StreamPiece: Equatable {
  case event(ServerSentEvent)
  case comment
  case retry(milliseconds: Int)
  case lastEventID(String?)
  /// Its data are empty.
  case tooLarge(ServerSentEvent, bytes: Int)

  init(_ output: ServerSentEventParser.Output) {
    self =
      switch output {
      case .event(let block): .event(ServerSentEvent(block))
      case .comment: .comment
      case .retry(let milliseconds): .retry(milliseconds: milliseconds)
      case .lastEventID(let id): .lastEventID(id.isEmpty ? nil : String(repairing: id))
      case .tooLarge(let block, let bytes): .tooLarge(ServerSentEvent(block), bytes: bytes)
      }
  }
}

/// What a parser made of a stream, and how it ended.
struct Reading: Equatable {
  var outputs: [StreamPiece] = []
  var failure: ServerSentEventParser.Failure?

  /// Feeds `bytes` in pieces of the lengths that `nextLength` names, from 1 up.
  init(
    _ bytes: [UInt8], limit: Int = ServerSentEventParser.defaultLimit,
    patience: Int = ServerSentEventParser.defaultPatience,
    inPiecesOf nextLength: () -> Int = { .max }
  ) {
    var parser = ServerSentEventParser(limit: limit, patience: patience)
    var rest = bytes[...]
    while !rest.isEmpty, failure == nil {
      let piece = Array(rest.prefix(nextLength()))
      rest = rest.dropFirst(piece.count)
      do throws(ServerSentEventParser.Failure) {
        try parser.feed(piece.span) { outputs.append(StreamPiece($0)) }
      } catch {
        failure = error
      }
    }
  }

  init(_ text: String, inPiecesOf length: Int = .max) {
    self.init(Array(text.utf8)) { length }
  }
}
