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
