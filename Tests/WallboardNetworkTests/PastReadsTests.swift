import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork
import WallboardPlatform

@Suite("What is over is asked for")
struct PastReadsTests {
  private func targets(_ server: ScriptedServer) -> [String] {
    server.heads.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
      .filter { $0.contains("/calls") }
  }

  private static let call = CallSID("CA1")

  @Test("a story comes whole, and one that the platform does not have is none")
  func stories() throws {
    let server = try ScriptedServer.answering { connection in
      guard connection.target.hasSuffix("/calls/CA1") else {
        return try connection.answer("404 No")
      }
      try connection.answer(
        "200 OK", #"{"call_sid":"CA1","turns":[{"user_transcript":"hi"},7],"direction":3}"#)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    let (call, other) = (try #require(Self.call), try #require(CallSID("CA2")))
    harness.commands.post(.ask(.story(call)))
    harness.commands.post(.ask(.story(other)))
    try harness.run("both are answered") { $0.past.count == 2 }
    #expect(harness.past.contains(.noStory(other)))
    let told = harness.past.compactMap { answer -> (CallStory, FieldFaults)? in
      guard case .story(call, let story, let faults) = answer else { return nil }
      return (story, faults)
    }
    #expect(told.first?.0.turns.count == 1 && told.first?.0.missingTurns == 1)
    #expect(told.first?.1.isEmpty == false)
  }

  @Test("a refusal is told with its reason, and nothing is asked again by itself")
  func refusals() throws {
    let server = try ScriptedServer.answering { try $0.answer("429 No\r\nRetry-After: 120") }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    harness.commands.post(.ask(.story(try #require(Self.call))))
    harness.commands.post(.ask(.calls(isFirst: true)))
    try harness.run("both are answered") { $0.past.count == 2 }
    for case .past(let answer, let time) in harness.heard {
      guard case .failed(_, let reason, let retryAt) = answer else {
        Issue.record("\(answer)")
        continue
      }
      #expect(reason.string.contains("429"))
      #expect(retryAt.seconds(since: time) >= 119)
    }
    try harness.run(for: .milliseconds(200))
    #expect(targets(server).count == 2)
  }

  @Test("what cannot be understood costs itself")
  func garbage() throws {
    let server = try ScriptedServer.answering { try $0.answer("200 OK", "[1,") }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    harness.commands.post(.ask(.calls(isFirst: true)))
    try harness.run("it is answered") { !$0.past.isEmpty }
    guard case .failed(.calls(isFirst: true), _, _) = harness.past[0] else {
      Issue.record("\(harness.past)")
      return
    }
  }

  @Test("pages follow one another, and the first begins anew")
  func pages() throws {
    let server = try ScriptedServer.answering { connection in
      let offset = connection.target.contains("offset=0") ? 0 : 1
      try connection.answer(
        "200 OK", #"{"items":[{"call_sid":"CA\#(offset)"}],"total":9,"has_more":true}"#)
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    for (number, isFirst) in [true, false, true].enumerated() {
      harness.commands.post(.ask(.calls(isFirst: isFirst)))
      try harness.run("page \(number) is there") { $0.past.count == number + 1 }
    }
    let pages = harness.past.compactMap { answer in
      if case .calls(let page) = answer { page } else { nil }
    }
    #expect(pages.map(\.isFirst) == [true, false, true])
    #expect(pages.map { $0.calls.compactMap(\.callSID?.rawValue) } == [["CA0"], ["CA1"], ["CA0"]])
    #expect(pages.allSatisfy { $0.next == .page && $0.total == 9 })
  }

  @Test("a call that is followed no more has its story asked for no more")
  func dropped() throws {
    let server = try ScriptedServer.answering { $0.hold() }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin)
    let call = try #require(Self.call)
    harness.commands.post(.ask(.story(call)))
    try harness.run("it is asked for") { _ in targets(server).count == 1 }
    harness.commands.post(.unfollow(call))
    harness.commands.post(.ask(.story(try #require(CallSID("CA2")))))
    try harness.run("another is asked for") { _ in targets(server).count == 2 }
    server.stop()
    try harness.run("that one fails alone") { !$0.past.isEmpty }
    try harness.run(for: .milliseconds(200))
    #expect(harness.past.count == 1, "\(harness.past)")
  }
}
