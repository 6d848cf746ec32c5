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
