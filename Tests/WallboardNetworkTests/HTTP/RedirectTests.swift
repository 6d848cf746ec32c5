import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork

@Suite("Redirects")
struct RedirectTests {
  @Test(
    "within the origin they are followed, with the token",
    arguments: [301, 302, 303, 307, 308])
  func sameOrigin(status: Int) throws {
    let server = try ScriptedServer { connection in
      guard connection.target != "/elsewhere?a=b" else {
        try connection.beginStream()
        return connection.hold()
      }
      try connection.answer(
        "\(status) Over there", "a long text", fields: ["Location: /elsewhere?a=b"])
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.run("it opens") { $0.phases.last == .open }
    #expect(server.heads.count == 2)
    let authorization = "\r\nAuthorization: Bearer \(EngineHarness.token)\r\n"
    #expect(server.heads.allSatisfy { $0.contains(authorization) })
  }

  @Test("to another port the token does not go")
  func otherPort() throws {
    let other = try ScriptedServer { try $0.answer("200 OK") }
    defer { other.stop() }
    try expectRefusal(location: "\(other.origin)/v1", words: "127.0.0.1:\(other.port)")
    #expect(other.heads.isEmpty)
  }

  @Test(
    "to another host or scheme, or to nowhere, it does not go either",
    arguments: [
      ("http://localhost/", "localhost"), ("https://127.0.0.1/", "https://127.0.0.1"),
      ("//example.org/", "example.org"), ("ftp://127.0.0.1/", "cannot be read"),
      ("file:///etc/passwd", "cannot be read"), ("http://user@127.0.0.1/", "cannot be read"),
    ])
  func otherPlace(location: String, words: String) throws {
    try expectRefusal(location: location, words: words)
  }

  @Test("a ring of them is left")
  func ring() throws {
    let server = try ScriptedServer { connection in
      try connection.answer("302 Found", fields: ["Location: /\(connection.number)"])
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    #expect(try harness.runToEnding().reason.contains("keeps redirecting"))
    #expect(server.heads.count == 6)
  }

  private func expectRefusal(location: String, words: String) throws {
    let server = try ScriptedServer { connection in
      try connection.answer("307 Temporary Redirect", fields: ["Location: \(location)"])
    }
    defer { server.stop() }
    let ending = try EngineHarness(server.origin).runToEnding()
    #expect(ending.until != nil)
    #expect(ending.reason.contains(words), "\(ending.reason)")
    #expect(server.heads.count == 1)
  }
}
