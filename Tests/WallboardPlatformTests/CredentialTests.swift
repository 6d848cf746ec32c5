import Testing
import WallboardPlatform

@Suite struct CredentialTests {
  @Test func theTokenIsInTheHeaderAlone() throws {
    let credential = try Credential(token: "s3cret.token/x=")
    #expect(credential.authorizationHeader == "Authorization: Bearer s3cret.token/x=")
    var dumped = ""
    dump(credential, to: &dumped)
    for text in [
      dumped, "\(credential)", String(reflecting: [credential]), "\(Optional(credential) as Any)",
    ] {
      #expect(!text.contains("s3cret"))
    }
  }

  @Test func theTokenIsScrubbedFromTexts() throws {
    let credential = try Credential(token: "s3cret")
    #expect(credential.scrubbing("s3cret at s3cret: no") == "[token] at [token]: no")
    #expect(credential.scrubbing("nothing") == "nothing")
    #expect(credential.scrubbing("") == "")
    #expect(credential.scrubbing("s3cret\u{301}") == "[token]\u{301}")
    #expect(
      credential.scrubbing("a s3\u{200B}\u{7}cret b s3crets3cre") == "a [token] b [token]s3cre")
  }

  @Test(arguments: [
    (#"{"detail":"bad a\/b\"c"}"#, #"{"detail":"bad [token]"}"#),
    (#"\u0061\u002fb\u0022c."#, "[token]."), (#"\u0061\u200B\/b\"c"#, "[token]"),
    (#"a/b"c"#, "[token]"), (#"a\/b\"#, #"a\/b\"#), (#"a\u"#, #"a\u"#), (#"a\u00"#, #"a\u00"#),
    (#"a b"c"#, #"a b"c"#), ("\\", "\\"),
  ])
  func theTokenIsScrubbedFromJSON(text: String, expected: String) throws {
    #expect(try Credential(token: #"a/b"c"#).scrubbing(text) == expected)
  }

  @Test(
    arguments: [
      ("", .empty), ("a b", .character), ("a\nb", .character), ("a\r\nX: y", .character),
      (" a", .character), ("a\t", .character), ("tökén", .character), ("a\u{0}", .character),
      (String(repeating: "a", count: 4_097), .tooLong),
    ] as [(String, Credential.Problem)])
  func whatIsNoToken(text: String, problem: Credential.Problem) {
    #expect(throws: problem) { try Credential(token: text) }
    #expect(problem.description.hasSuffix("."))
  }

  @Test func theLongestToken() throws {
    _ = try Credential(token: String(repeating: "a", count: 4_096))
  }
}
