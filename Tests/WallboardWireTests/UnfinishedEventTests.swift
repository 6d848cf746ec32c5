import Testing
import WallboardWire

@Suite("Server-Sent Events: the bound on an unfinished event")
struct ServerSentEventLimitTests {
  private static let limit = 20

  /// What is left of a stream, whose events may have twenty bytes, in one piece; the same however it is
  /// cut.
  private func outputs(of stream: String) -> [StreamPiece] {
    let whole = Reading(Array(stream.utf8), limit: Self.limit)
    for length in 1...7 {
      let cut = Reading(Array(stream.utf8), limit: Self.limit) { length }
      #expect(cut == whole, "in pieces of \(length)")
    }
    #expect(whole.failure == nil)
    return whole.outputs
  }

  private func tooLarge(
    _ bytes: Int, id: String? = nil, own: Bool? = nil, type: String = "message"
  ) -> StreamPiece {
    .tooLarge(ServerSentEvent(id: id, hasOwnID: own, type: type, data: ""), bytes: bytes)
  }

  private let next = StreamPiece.event(ServerSentEvent(data: "next"))

  @Test(
    "an event over the limit is left out, and the next one is not",
    arguments: [
      ("data: 789012345678901", 21), ("data: 7890\ndata: 78901", 21),
      ("data: 7\ndata: 789012345678901\ndata: 7\ndata: 7", 42), ("event: 8\ndata: 789012", 20),
      (String(repeating: "data\n", count: 30) + "data", 124),
    ])
  func leavesOut(_ block: String, _ bytes: Int) {
    let found = outputs(of: block + "\n\ndata: next\n\n")
    guard bytes > Self.limit else { return #expect(found.count == 2 && found.last == next) }
    #expect(found == [tooLarge(bytes), next])
  }

  @Test("its id and its type are told, before its data and behind them")
  func idAndType() {
    let data = "data: " + String(repeating: "x", count: 40) + "\n"
    let next = StreamPiece.event(ServerSentEvent(id: "17", hasOwnID: false, data: "next"))
    for block in ["id: 17\nevent: e\n" + data, data + "id: 17\nevent: e\n"] {
      let found = outputs(of: block + "\ndata: next\n\n")
      #expect(found == [tooLarge(60, id: "17", type: "e"), next])
    }
  }

  @Test("of an id over 256 bytes nothing is kept, and it takes none back")
  func longID() {
    let stream = "id: 1\n\ndata: " + String(repeating: "x", count: 40) + "\nid: "
    let end = "\n\ndata: next\n\n"
    let fits = String(repeating: "2", count: 256)
    #expect(
      outputs(of: stream + fits + end) == [
        .lastEventID("1"), tooLarge(46 + 4 + 256, id: fits),
        .event(ServerSentEvent(id: fits, hasOwnID: false, data: "next")),
      ])
    let long = String(repeating: "2", count: 300)
    #expect(
      outputs(of: stream + long + end) == [
        .lastEventID("1"), tooLarge(46 + 4 + 300, id: "1", own: false),
        .event(ServerSentEvent(id: "1", hasOwnID: false, data: "next")),
      ])
  }

  @Test(
    "comments, fields that nobody reads and hints may be of any length",
    arguments: [":", "x:", "dat:", "datax", "retry: 1x", "\u{FEFF}"])
  func unread(_ start: String) {
    let long = start + String(repeating: "0", count: 500)
    let found = outputs(of: "data: a\n" + long + "\ndata: b\n\n")
    #expect(found.last == .event(ServerSentEvent(data: "a\nb")))
    #expect(found.count == (start == ":" ? 2 : 1))
  }

  @Test(
    "what ends in time is accepted, as often as it comes",
    arguments: [
      "data: 78901234567890\n\n", "id: 1\nevent: 8\ndata:\n\n", "x: 45678901234567890\n\n",
    ])
  func accepts(_ block: String) {
    let found = outputs(of: String(repeating: block, count: 5))
    #expect(!found.contains { if case .tooLarge = $0 { true } else { false } })
  }

  @Test(
    "what does not end at all is given up in the end",
    arguments: [
      "data: " + String(repeating: "x", count: 95), String(repeating: "data: xxxx\n", count: 11),
      ": " + String(repeating: "x", count: 99), String(repeating: "x", count: 101),
      "id: " + String(repeating: "x", count: 97), "event: \n: " + String(repeating: "x", count: 92),
    ])
  func endless(_ stream: String) {
    func read(_ text: String, _ length: Int) -> Reading {
      Reading(Array(text.utf8), limit: 20, patience: 100) { length }
    }
    let whole = read(stream, .max)
    #expect(whole.failure == .endless(patience: 100))
    #expect(read(stream, 1) == whole && read(stream, 7) == whole)
    #expect(read(String(stream.dropLast(stream.hasSuffix("\n") ? 11 : 1)), 7).failure == nil)
  }

  @Test("what came before the failure is kept, and the failure stays")
  func staysFinished() {
    var parser = ServerSentEventParser(limit: 20, patience: 20)
    var outputs: [StreamPiece] = []
    let stream = Array("data: a\n\n123456789012345678901".utf8)
    let endless = ServerSentEventParser.Failure.endless(patience: 20)
    #expect(throws: endless) {
      try parser.feed(stream.span) { outputs.append(StreamPiece($0)) }
    }
    #expect(throws: endless) {
      try parser.feed(Array("\n\n".utf8).span) { outputs.append(StreamPiece($0)) }
    }
    #expect(outputs == [.event(ServerSentEvent(data: "a"))])
  }

  @Test("an event of the default limit's size goes through")
  func defaultLimit() {
    let data = String(repeating: "x", count: ServerSentEventParser.defaultLimit - 5)
    let fits = Reading(Array("data:\(data)\n\n".utf8)) { 16_384 }
    #expect(fits.outputs == [.event(ServerSentEvent(data: data))])
    let over = Reading(Array("data:\(data)x\n\n".utf8))
    #expect(over.outputs == [tooLarge(ServerSentEventParser.defaultLimit + 1)])
  }
}
