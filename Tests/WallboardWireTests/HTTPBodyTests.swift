import Testing
import WallboardWire

@Suite("WebSocket: an answer that is no upgrade")
struct WebSocketRefusalTests {
  private func body(_ reading: HandshakeReading) -> String? {
    reading.end.map { String(decoding: $0.body, as: UTF8.self) }
  }

  @Test("its status and the fields that explain it")
  func fields() {
    let reading = HandshakeReading(
      "HTTP/1.1 429 Too Many\r\nRetry-After: 7\r\nContent-Type: application/json\r\n"
        + "Location: /there\r\nContent-Length: 2\r\n\r\n{}")
    let refusal = reading.end
    #expect(refusal?.status == 429)
    #expect(refusal?.retryAfter == "7")
    #expect(refusal?.contentType == "application/json")
    #expect(refusal?.location == "/there")
    #expect(refusal.map { reading.progress == .refused($0) } == true)
  }

  @Test(
    "bodies that say when they are over",
    arguments: [
      ("HTTP/1.1 403 No\r\nContent-Length: 3\r\n\r\nabcd", "abc"),
      ("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", ""),
      ("HTTP/1.0 403 No\r\nContent-Length: 3, 3\r\n\r\nabc", "abc"),
      ("HTTP/1.1 204 No Content\r\n\r\n", ""),
      ("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", ""),
      (
        "HTTP/1.1 503 No\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n0A;x=\"y\"\r\n"
          + "0123456789\r\n0\r\n\r\n", "abc0123456789"
      ),
      (
        "HTTP/1.1 503 No\r\nContent-Length: 1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
          + "1\r\na\r\n0\r\n", "a"
      ),
      ("HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\n1\r\naXgarbage", "a"),
      ("HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n", ""),
    ])
  func complete(answer: String, text: String) {
    let whole = HandshakeReading(Array(answer.utf8))
    #expect(whole.progress != .incomplete)
    #expect(body(whole) == text)
    #expect(HandshakeReading(Array(answer.utf8), inPiecesOf: 1) == whole)
  }

  @Test(
    "bodies that end with the connection",
    arguments: [
      "HTTP/1.1 403 No\r\n\r\nabc", "HTTP/1.1 403 No\r\nContent-Length: 9\r\n\r\nabc",
      "HTTP/1.1 403 No\r\nContent-Length: 1, 2\r\n\r\nabc",
      "HTTP/1.1 403 No\r\nContent-Length: -1\r\n\r\nabc",
      "HTTP/1.1 403 No\r\nTransfer-Encoding: gzip\r\n\r\nabc",
      "HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
    ])
  func untilTheEnd(answer: String) {
    let whole = HandshakeReading(Array(answer.utf8))
    #expect(whole.progress == .incomplete)
    #expect(body(whole) == "abc")
    #expect(HandshakeReading(Array(answer.utf8), inPiecesOf: 1) == whole)
  }

  @Test(
    "a long body is cut and not waited for",
    arguments: ["", "Content-Length: 99999999999999999999\r\n"])
  func bound(field: String) {
    let head = Array("HTTP/1.1 500 No\r\n\(field)\r\n".utf8)
    let bytes = head + .init(repeating: 0x61, count: 5_000)
    let whole = HandshakeReading(bytes)
    #expect(whole.progress != .incomplete)
    #expect(whole.end?.body.count == WebSocketRefusal.longestBody)
    #expect(HandshakeReading(bytes, inPiecesOf: 3) == whole)
  }

  @Test("a head that never came whole is no refusal")
  func noHead() {
    #expect(HandshakeReading("HTTP/1.1 403 No\r\nX: y\r\n").end == nil)
  }
}
