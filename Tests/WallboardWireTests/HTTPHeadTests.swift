import Testing
import WallboardWire

@Suite("The head of an answer: RFC 9112, 4 and 5")
struct HTTPHeadTests {
  @Test(
    arguments: [
      ("HTTP/1.1 200 OK", 200, .http11), ("HTTP/1.0 404 Not Found", 404, .http10),
      ("HTTP/1.1 101", 101, .http11), ("HTTP/1.1 999 \u{E9}", 999, .http11),
      ("HTTP/2 200 ", 200, .other), ("HTTP/3 503", 503, .other),
    ] as [(String, Int, HTTPHead.Version)])
  func statusLines(line: String, status: Int, version: HTTPHead.Version) {
    let head = HTTPHead(line)
    #expect(head?.status == status && head?.version == version)
    #expect(isStatusLine(line))
  }

  @Test(arguments: [
    "", "HTTP/", "HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 20", "HTTP/1.1 2000", "HTTP/1.1 099",
    "HTTP/1.1 +20", "HTTP/1.1 2o0", "HTTP/1.1  200 OK", "HTTP/1.1\t200 OK", " HTTP/1.1 200",
    "http/1.1 200 OK", "SSH-2.0 200 OK",
  ])
  func noStatusLines(line: String) {
    #expect(HTTPHead(line) == nil)
  }

  @Test func aFieldIsNoStatusLine() {
    for line in ["", "HTTP", "X: HTTP/1.1 200 OK"] { #expect(!isStatusLine(line)) }
  }

  @Test(arguments: [
    ("Name: value", "value"), ("name:value", "value"), ("NAME:\t value \t", "value"),
    ("Name:", ""), ("Name: a: b", "a: b"), ("name: caf\u{E9}", "caf\u{E9}"),
  ])
  func fields(line: String, value: String) throws {
    #expect(try head(line).values(of: "name") == [value])
  }

  @Test(arguments: [
    "", "name", ": value", "name : value", " name: value", "na me: v", "n\u{E9}: v",
  ])
  func noFields(line: String) throws {
    var head = try head()
    let isField = head.append(Array(line.utf8))
    #expect(!isField)
    #expect(try head == self.head())
  }

  @Test("what is not UTF-8 in a value is repaired, in a name refused")
  func repairs() throws {
    var head = try head()
    let isField = head.append(Array("a: ".utf8) + [0xFF])
    let isAnother = head.append(Array("a".utf8) + [0xFF] + Array(": ".utf8))
    #expect(isField && !isAnother)
    #expect(head.values(of: "a") == ["\u{FFFD}"])
  }

  @Test("a list goes over all its fields, a value is its field's")
  func lists() throws {
    let head = try head("Via: a, b", "X: y", "via:", "VIA: ,c ,, d")
    #expect(head.list("via") == ["a", "b", "c", "d"])
    #expect(head.values(of: "via") == ["a, b", "", ",c ,, d"])
    #expect(head.list("x") == ["y"] && head.list("z").isEmpty)
  }

  @Test(arguments: [
    ("a\r\n", "a"), ("a\n", "a"), ("\r\n", ""), ("\n", ""), ("", ""), ("a", "a"), ("a\r", "a\r"),
    ("a\r\r\n", "a\r"), ("a\n\n", "a\n"),
  ])
  func lineEnds(line: String, expected: String) {
    let isExpected = line.utf8.span.withoutLineEnd.isEqual(to: expected.utf8.span)
    #expect(isExpected)
  }

  private func head(_ fieldLines: String...) throws -> HTTPHead {
    var head = try #require(HTTPHead("HTTP/1.1 200 OK"))
    for line in fieldLines {
      let isField = head.append(Array(line.utf8))
      #expect(isField)
    }
    return head
  }

  private func isStatusLine(_ line: String) -> Bool { HTTPHead.isStatusLine(line.utf8.span) }
}

// A span cannot stand in an expectation.
extension HTTPHead {
  fileprivate init?(_ line: String) { self.init(statusLine: line.utf8.span) }

  fileprivate mutating func append(_ line: [UInt8]) -> Bool { append(fieldLine: line.span) }
}
