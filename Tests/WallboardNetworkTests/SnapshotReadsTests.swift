import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork
import WallboardPlatform

@Suite("REST reads")
struct SnapshotReadTests {
  private func targets(_ server: ScriptedServer) -> [String] {
    server.heads.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
      .filter { !$0.hasSuffix("/events/stream") }
  }

  private static let queue = #"{"workspace_id":"w","queue":[{"call_sid":"CA1"}],"total_active":1}"#

  @Test("pages are followed with the token as it came")
  func pages() throws {
    let server = try ScriptedServer.answering { connection in
      let isFirst = !connection.target.contains("continuation_token")
      let body =
        isFirst
        ? #"{"items":[{"id":"o1","status":"online"}],"has_more":true,"continuation_token":"a/b=="}"#
        : #"{"items":[{"id":"o2","status":"busy"}],"has_more":false}"#
      try connection.answer("200 OK", body)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    harness.commands.post(.read([.operators]))
    try harness.run("the read is done") { !$0.parts.isEmpty }
    #expect(
      harness.parts == [
        .operators(
          [
            OperatorSnapshot(operatorID: try #require(OperatorID("o1")), status: .known(.online)),
            OperatorSnapshot(operatorID: try #require(OperatorID("o2")), status: .known(.busy)),
          ], isComplete: true)
      ])
    #expect(targets(server).last?.contains("continuation_token=a%2Fb%3D%3D") == true)
    #expect(server.heads.allSatisfy { $0.contains("Bearer \(EngineHarness.token)") })
  }

  @Test("a list that never ends is left")
  func endlessPages() throws {
    let server = try ScriptedServer.answering { connection in
      let number = connection.number
      let item = #"{"id":"o\#(number)","status":"online"}"#
      let body = #"{"items":[\#(item)],"has_more":true,"continuation_token":\#(number)}"#
      try connection.answer("200 OK", body)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    harness.commands.post(.read([.operators]))
    try harness.run("the read is done") { !$0.parts.isEmpty }
    guard case .operators(let operators, isComplete: false) = harness.parts[0] else {
      Issue.record("\(harness.parts)")
      return
    }
    #expect(operators.count == SnapshotReader.mostPages)
  }

  @Test("the queue is replaced by the active sessions", arguments: ["403 No", "404 No", "500 No"])
  func fallsBack(status: String) throws {
    let server = try ScriptedServer.answering { connection in
      if connection.target.hasSuffix("/operators/queue") { return try connection.answer(status) }
      let session =
        #"{"call_sid":"CA7","caller_id":"x","direction":"inbound","duration_seconds":5}"#
      try connection.answer("200 OK", "[\(session)]")
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    harness.commands.post(.read([.calls]))
    try harness.run("the read is done") { !$0.parts.isEmpty }
    guard case .calls(let calls, _) = harness.parts[0] else {
      Issue.record("\(harness.parts)")
      return
    }
    #expect(calls.map(\.callSID) == [try #require(CallSID("CA7"))])
    #expect(targets(server).last?.hasSuffix("/sessions/active") == true)
  }

  @Test("each read fails alone, says why and when it is made again")
  func failsAlone() throws {
    let server = try ScriptedServer.answering { connection in
      switch connection.target {
      case let target where target.hasSuffix("/operators/queue"):
        try connection.answer("200 OK", Self.queue)
      case let target where target.contains("/escalations"):
        try connection.answer("429 Slow down", fields: ["Retry-After: 100"])
      case let target where target.contains("/operators"):
        try connection.answer("403 Forbidden", #"{"detail":"Operator:View is missing"}"#)
      case let target where target.contains("/services"): try connection.answer("200 OK", "[")
      default: try connection.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{")
      }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    let before = harness.now
    harness.commands.post(.read(Set(SnapshotSource.allCases)))
    try harness.run("all are done") { $0.parts.count + $0.failures.count == 5 }
    #expect(harness.parts.map(\.source) == [.calls])
    let failures = Dictionary(uniqueKeysWithValues: harness.failures.map { ($0.source, $0) })
    #expect(failures[.operators]?.reason.contains("Operator:View is missing") == true)
    #expect(failures[.escalations]?.reason.contains("429") == true)
    #expect(failures[.surfaces]?.reason.contains("was lost") == true)
    #expect(failures[.services]?.reason.contains("services") == true)
    for failure in harness.failures {
      let least: Int64 = failure.source == .escalations ? 100_000 : 30_000
      #expect(try #require(failure.retryAt) >= before.advanced(milliseconds: least))
    }
    let started = harness.heard.compactMap { action in
      if case .readStarted(let source, _) = action { source } else { nil }
    }
    #expect(started == SnapshotSource.allCases)
  }

  @Test("a failed read is made again when somebody asks, and only then if the platform said no")
  func retries() throws {
    let server = try ScriptedServer.answering { connection in
      switch connection.number {
      case 0...2: try connection.answer("403 Forbidden")
      default: try connection.answer("200 OK", #"{"items":[],"has_more":false}"#)
      }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    try harness.run("the stream is open") { $0.phases.last == .open }
    harness.commands.post(.read([.services]))
    try harness.run("it fails") { $0.failures.count == 1 }
    harness.commands.post(.read([.services]))
    harness.commands.post(.read([.surfaces]))
    try harness.run("another fails") { $0.failures.count == 2 }
    #expect(harness.failures.map(\.source) == [.services, .surfaces])
    harness.commands.post(.retryNow)
    try harness.run("both are made again") { $0.parts.count == 2 }
  }

  @Test("a read that is asked for while it is under way is made once more")
  func asksAgain() throws {
    let server = try ScriptedServer.answering { connection in
      try connection.answer("200 OK", #"{"items":[],"has_more":false}"#)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    harness.commands.post(.read([.services]))
    try harness.turn()
    harness.commands.post(.read([.services]))
    harness.commands.post(.read([.services]))
    try harness.run("it is made twice") { $0.parts.count == 2 }
    #expect(targets(server).count == 2)
  }

  @Test("a body that is too large is refused")
  func tooLarge() throws {
    let server = try ScriptedServer.answering { connection in
      try connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
      let piece = Array(repeating: UInt8(ascii: " "), count: 1 << 20)
      while true { try connection.send(piece) }
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    harness.commands.post(.read([.services]))
    try harness.run("it fails") { !$0.failures.isEmpty }
    #expect(harness.failures[0].reason.contains("\(PlatformResponse.longestBody) bytes"))
  }

  @Test("one answer can be waited for")
  func query() throws {
    let server = try ScriptedServer.answering { connection in
      if connection.target == "/v1/auth/me" {
        return try connection.answer("307 There", fields: ["Location: /me"])
      }
      let body = #"{"workspace_id":"\#(EngineHarness.workspace)","key_id":"k"}"#
      try connection.answer("200 OK", body)
    }
    let request = try PlatformAddress(server.origin).keyIdentity
    let response = try PlatformQuery.answer(to: request, options: EngineHarness.options())
    #expect(try KeyIdentity(response).workspace.rawValue == EngineHarness.workspace)
    server.stop()
    let nobody = try HeldPort()
    let unfollowable = try PlatformAddress("http://127.0.0.1:\(nobody.number)").keyIdentity
    #expect(throws: AttemptEnd.self) {
      try PlatformQuery.answer(to: unfollowable, options: EngineHarness.options())
    }
  }
}

extension EngineHarness {
  struct Failure {
    let source: SnapshotSource
    let reason: String
    let retryAt: Timestamp?
  }

  var failures: [Failure] {
    heard.compactMap { action in
      guard case .readFailed(let source, let reason, let retryAt, _) = action else { return nil }
      return Failure(source: source, reason: reason.string, retryAt: retryAt)
    }
  }
}
