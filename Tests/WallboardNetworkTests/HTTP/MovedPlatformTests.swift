import TestSupport
import FlyingSocks
import Foundation
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork

/// A connection of the pool leads to where the platform was.
@Suite("A platform that has moved")
struct MovedPlatformTests {
  private static let page =
    #"{"items":[{"id":"o1","status":"online"}],"has_more":true,"continuation_token":"a"}"#
  private static let lastPage = #"{"items":[],"has_more":false}"#

  private static func answer(_ body: String) -> String {
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
      + body
  }

  private func harness(_ server: ScriptedServer) throws -> EngineHarness {
    let harness = try EngineHarness(server.origin) { configuration in
      configuration.opensStream = false
      configuration.readTimeout = .milliseconds(500)
    }
    harness.commands.post(.read([.operators]))
    try harness.run("the read ends") { !$0.parts.isEmpty || !$0.failures.isEmpty }
    return harness
  }

  @Test("a read that nobody answers on a connection of the pool is made once more on a fresh one")
  func deadConnection() throws {
    let server = try ScriptedServer { connection in
      guard connection.number == 0 else {
        return try connection.answer("200 OK", Self.lastPage)
      }
      try connection.send(Self.answer(Self.page))
      // The second page is asked for here, and nobody is there any more.
      connection.hold()
    }
    defer { server.stop() }
    let harness = try harness(server)
    #expect(harness.failures.isEmpty)
    guard case .operators(let operators, isComplete: true) = harness.parts.first else {
      Issue.record("\(harness.parts)")
      return
    }
    #expect(operators.count == 1)
    #expect(server.heads.count == 2)
  }

  @Test("and no more than once, and never when the platform itself is slow")
  func onlyOnce() throws {
    let server = try ScriptedServer { connection in
      if connection.number == 0 { try connection.send(Self.answer(Self.page)) }
      connection.hold()
    }
    defer { server.stop() }
    let failure = try #require(try harness(server).failures.first)
    #expect(failure.reason == "\(server.place) did not answer in time")
    #expect(server.heads.count == 2)
    let slow = try ScriptedServer { $0.hold() }
    defer { slow.stop() }
    #expect(try harness(slow).failures.count == 1)
    #expect(slow.heads.count == 1)
  }

  @Test("what has begun to be answered is not asked for again")
  func answerHasBegun() throws {
    let server = try ScriptedServer { connection in
      try connection.send(Self.answer(Self.page))
      while try connection.socket.read() != UInt8(ascii: "\n") {}
      try connection.send("HTTP/1.1 200 OK\r\n")
      connection.hold()
    }
    defer { server.stop() }
    #expect(try harness(server).failures.count == 1)
    #expect(server.heads.count == 1)
  }
}
