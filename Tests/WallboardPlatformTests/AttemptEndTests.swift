import Testing
import WallboardEvents
import WallboardPlatform
import WallboardWire

@Suite struct AttemptEndTests {
  @Test func sentences() {
    #expect(
      AttemptEnd.status(403, retryAfter: nil, detail: "role viewer").sentence
        == "The token does not give access to this (403): role viewer")
    #expect(
      AttemptEnd.silence(.seconds(75)).sentence
        == "Nothing received for 75 s, not even a heartbeat")
    #expect(AttemptEnd.transport("a\u{1b}[31m\nb").sentence == "a [31m b (1 control removed)")
    #expect(
      AttemptEnd.fault(StreamFault(code: .other("odd"), message: "so")).sentence
        == "The platform ended the stream (odd): so")
    #expect(
      AttemptEnd(.endless(patience: 7 << 20)).sentence
        == "An event of the stream has not ended after 7 MiB; is the address right?")
    #expect(
      AttemptEnd.wrongContentType("").sentence
        == "The platform sent something else instead of the stream; is the address right?")
  }

  @Test func aRefusalsBodyIsRead() {
    let body = Array(#"{"detail":"slow down"}"#.utf8)
    #expect(
      AttemptEnd(status: 429, retryAfter: .seconds(3), body: body)
        == .status(429, retryAfter: .seconds(3), detail: "slow down"))
  }
}

@Suite struct ErrorBodyTests {
  private func sentence(_ body: String) -> String? {
    ErrorBody.sentence(from: Array(body.utf8))?.string
  }

  @Test(
    arguments: [
      (#"{"detail":"Not found"}"#, "Not found"),
      (#"{"detail":"Not found","request_id":"r","error_code":"x"}"#, "Not found"),
      (#"{"detail":{"message":"Nope","code":7}}"#, "Nope"),
      (#"{"detail":{"msg":null,"error":"Nope"}}"#, "Nope"),
      (
        #"{"detail":[{"loc":["query","limit"],"msg":"too large","type":"x","input":"HIDDEN"}]}"#,
        "query.limit: too large"
      ),
      (
        #"{"detail":[{"loc":["body",0,"x"],"msg":"no","ctx":{"a":"HIDDEN"}},{"msg":"why"}]}"#,
        "body.0.x: no; why"
      ),
      (#"{"detail":[{}]}"#, "not accepted"),
      (#"{"detail":"a\n\u001b]0;x\u0007\u202eb\u2028c"}"#, "a ]0;x b c (3 controls removed)"),
      (#"{"detail":"  "}"#, nil), (#"{"detail":""}"#, nil), (#"{"detail":null}"#, nil),
      (#"{"detail":7}"#, nil), (#"{"detail":{"code":7}}"#, nil), (#"{"detail":[]}"#, nil),
      ("{}", nil), ("", nil), ("<html>502</html>", nil), ("[]", nil), ("null", nil),
    ] as [(String, String?)])
  func bodies(body: String, expected: String?) {
    #expect(sentence(body) == expected)
  }

  @Test func longTextsAreCut() throws {
    let long = try #require(sentence(#"{"detail":"\#(String(repeating: "ab ", count: 5_000))"}"#))
    #expect(long.count == 300 && long.hasSuffix("…"))
    let huge = #"{"detail":"\#(String(repeating: "a", count: 70_000))"}"#
    #expect(sentence(huge) == nil)
  }
}
