import Testing
import WallboardWire

@Suite("Server-Sent Events: the bound on an unfinished event")
struct ServerSentEventLimitTests {
  static let tooLarge = ServerSentEventParser.Failure.unfinishedEventTooLarge(limit: 20)

  @Test(
    "what never ends is refused",
    arguments: [
      "data: 123456789012345", "data: 1234567\ndata: 12345678", "event: 12345678\nid: 12345678901",
      ": 3456789012345678901", "123456789012345678901",
      String(repeating: "data\n", count: 30), "id: 1234567890\n\nid: 1234567\nx",
    ])
  func refuses(_ stream: String) {
    let whole = Reading(Array(stream.utf8), limit: 20)
    #expect(whole.failure == Self.tooLarge)
    #expect(Reading(Array(stream.utf8), limit: 20, inPiecesOf: { 1 }) == whole)
  }

  @Test(
    "what ends in time is accepted, as often as it comes",
    arguments: ["data: 12345678901234\n\n", ": 345678901234567890\n", "x: 45678901234567890\n\n"])
  func accepts(_ block: String) {
    let stream = Array(String(repeating: block, count: 5).utf8)
    #expect(Reading(stream, limit: 20).failure == nil)
    #expect(Reading(stream, limit: 20, inPiecesOf: { 7 }).failure == nil)
  }

  @Test("what came before the failure is kept, and the failure stays")
  func staysFinished() {
    var parser = ServerSentEventParser(limit: 20)
    var outputs: [ServerSentEventParser.Output] = []
    let stream = Array("data: a\n\n123456789012345678901".utf8)
    #expect(throws: Self.tooLarge) { try parser.feed(stream.span, into: &outputs) }
    #expect(throws: Self.tooLarge) { try parser.feed(Array("\n\n".utf8).span, into: &outputs) }
    #expect(outputs == [.event(ServerSentEvent(data: "a"))])
  }

  @Test("an event of the default limit's size goes through")
  func defaultLimit() {
    let data = String(repeating: "x", count: ServerSentEventParser.defaultLimit - 5)
    let fits = Reading(Array("data:\(data)\n\n".utf8)) { 16_384 }
    #expect(fits.outputs == [.event(ServerSentEvent(data: data))])
    #expect(Reading(Array("data:\(data)x\n\n".utf8)).failure != nil)
  }
}
