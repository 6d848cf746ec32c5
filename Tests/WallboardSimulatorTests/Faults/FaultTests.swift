import Foundation
import TestSupport
import Testing
import WallboardSimulator

@Suite("Faults", .fewAtATime)
struct FaultTests {
  @Test("are read as they are written")
  func parsing() throws {
    #expect(SimulatorFault.parse("drop:7")?.amount == 7)
    #expect(SimulatorFault.parse("drop")?.amount == 50)
    #expect(SimulatorFault.parse("429:3")?.kind == .tooManyRequests)
    #expect(SimulatorFault.parse("401")?.amount == nil)
    #expect(SimulatorFault.parse("rest-503:operators:2")?.read == .operators)
    #expect(SimulatorFault.parse("clock:-150")?.amount == -150)
    #expect(SimulatorFault.parse("clock:3600")?.amount == 3_600)
    for text in [
      "", "clock", "clock:", "clock:x", "clock:1:2", "clock:99999999", "no-such", "drop:",
      "drop:-1", "drop:x", "drop:1:2", "cut:3", "rest-503", "rest-503:x",
    ] {
      #expect(SimulatorFault.parse(text) == nil, "\(text)")
    }
  }

  @Test(
    "that fill memory do so up to a limit, which the help tells",
    arguments: [
      (FaultKind.storyTurns, 100_000), (.storyWords, 256), (.observerCoalesce, 10_000),
    ])
  func limits(kind: FaultKind, limit: Int) {
    #expect(SimulatorFault.parse("\(kind.rawValue):\(limit)")?.amount == limit)
    for beyond in [limit + 1, 8_796_093_022_208, Int.max] {
      #expect(SimulatorFault.parse("\(kind.rawValue):\(beyond)") == nil)
    }
    #expect(kind.explanation.hasSuffix("up to \(limit)"))
  }

  @Test("all have an explanation and are told apart by their names")
  func help() {
    #expect(FaultKind.allCases.allSatisfy { !$0.explanation.isEmpty })
    #expect(FaultKind.drop.usage == "drop[:AFTER_EVENTS]")
    #expect(FaultKind.readUnavailable.usage == "rest-503:READ[:TIMES]")
  }

  @Test("answer with a status as often as asked for", arguments: [401, 403, 404, 429, 500, 503])
  func statuses(status: Int) async throws {
    try await Bench.run("\(status):2") { bench async throws in
      #expect(try await bench.get(Bench.streamPath).status == status)
      #expect(try await bench.get(Bench.streamPath).status == status)
      #expect(try await bench.streamOpened().1.status == 200)
    }
  }

  @Test("name the time to wait in seconds or as a date")
  func retryAfter() async throws {
    try await Bench.run("429:1", "429-date") { bench async throws in
      #expect(try await bench.get(Bench.streamPath).header("Retry-After") == "2")
      let date = try await bench.get(Bench.streamPath).header("Retry-After") ?? ""
      #expect(date.contains(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/))
    }
  }

  @Test("keep another clock: every answer is dated by it", arguments: [-150, 0, 150])
  func clock(seconds: Int) async throws {
    try await Bench.run("clock:\(seconds)", "503:1") { bench async throws in
      for status in [503, 200] {
        let before = Date()
        let answer = try await bench.get(status == 200 ? "/v1/auth/me" : Bench.streamPath)
        #expect(answer.status == status)
        let text = try #require(answer.header("Date"))
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        let date = try #require(format.date(from: text))
        // A date has whole seconds.
        let shown = date.addingTimeInterval(Double(-seconds))
        #expect((before.addingTimeInterval(-1)...Date()).contains(shown))
      }
    }
  }

  @Test("answer with what is no stream")
  func strangers() async throws {
    try await Bench.run("wrong-type:1", "204:1", "stream-unavailable:1", "redirect:1") {
      bench async throws in
      let answers = [
        try await bench.get(Bench.streamPath), try await bench.get(Bench.streamPath),
        try await bench.get(Bench.streamPath), try await bench.get(Bench.streamPath),
      ]
      #expect(answers[0].header("Content-Type") == "text/html")
      #expect(answers[1].status == 204)
      #expect(answers[2].body.contains("stream_unavailable"))
      #expect(answers[3].status == 307)
      #expect(answers[3].header("Location") == Bench.streamPath + "?redirected=1")
    }
  }

  @Test("let one read fail and no other")
  func reads() async throws {
    try await Bench.run("rest-503:operators:1") { bench async throws in
      #expect(try await bench.get(Bench.read("operators/queue")).status == 200)
      #expect(try await bench.get(Bench.read("operators")).status == 503)
      #expect(try await bench.get(Bench.read("operators")).status == 200)
    }
  }

  @Test("say why the simulator cannot listen")
  func port() async throws {
    try await Bench.run { bench in
      var options = SimulatorOptions()
      options.port = UInt16(bench.url.port ?? 0)
      let second = Simulator(options)
      await #expect(throws: (any Error).self) { try await second.start() }
    }
  }
}
