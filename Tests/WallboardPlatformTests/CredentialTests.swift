import Testing
import WallboardEvents
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

  @Test func aTokenThatFitsIsASubprotocol() throws {
    let token = "AZaz09!#$%&'*+-.^_`|~"
    #expect(try Credential(token: token).observerSubprotocols() == ["auth", token])
  }

  @Test(arguments: ["a:b", "a/b/c", "ab==", "a(b)", "a,b", "a\"b", "a;b", "a@b", "a[b]", "a{b}?<>"])
  func aTokenThatDoesNotFitIsNotSent(token: String) throws {
    let credential = try Credential(token: token)
    let problem = #expect(throws: UnsendableToken.self) { try credential.observerSubprotocols() }
    let sentence = try #require(problem.map { "\($0)" })
    #expect(!sentence.contains(token))
    #expect(sentence.contains("observer_auth = \"header\""))
    for character in try #require(problem).characters { #expect(token.contains(character)) }
  }

  @Test func theSentenceNamesEachCharacterOnce() {
    #expect(
      throws: UnsendableToken(characters: ["/", "="]),
      performing: { try Credential(token: "x=/y/=").observerSubprotocols() })
    #expect("\(UnsendableToken(characters: ["/", "="]))".contains("cannot carry (“/” “=”)"))
  }
}

@Suite struct KeyIdentityTests {
  private func identity(_ body: String, status: Int = 200) throws(AttemptEnd) -> KeyIdentity {
    try KeyIdentity(PlatformResponse(status: status, body: Array(body.utf8), arrival: arrival))
  }

  @Test func aKey() throws {
    let identity = try identity(
      #"{"workspace_id":"\#(workspace)","key_id":"k","expires_at":"2026-08-03T10:00:00Z"}"#)
    #expect(identity.workspace.rawValue == workspace)
    #expect(identity.expiresAt == Timestamp(milliseconds: 1_785_751_200_000))
    #expect(try self.identity(#"{"workspace_id":"\#(workspace)"}"#).expiresAt == nil)
  }

  @Test func whatIsNoKey() {
    #expect(throws: AttemptEnd.status(401, retryAfter: nil, detail: "expired")) {
      try identity(#"{"detail":"expired"}"#, status: 401)
    }
    #expect(throws: AttemptEnd.unreadable("auth/me: workspace_id: missing")) {
      try identity("{}")
    }
    #expect(throws: AttemptEnd.unreadable("auth/me: workspace_id: a string that is no identifier"))
    {
      try identity(#"{"workspace_id":"../x"}"#)
    }
  }
}
