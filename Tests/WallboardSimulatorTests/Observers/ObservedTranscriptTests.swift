import TestSupport
import Testing

@testable import WallboardSimulator

@Suite("The truth about what was said", .fewAtATime)
struct ObserverTruthTests {
  @Test("is the transcript that the messages make")
  func transcript() async throws {
    try await Bench.run {
      $0.observerRate = 100
      $0.calls = 8
    } body: { bench async throws in
      let observers = try await bench.observeAll()
      for observer in observers.values { _ = await observer.events { $0.count >= 60 } }
      let sid = try await bench.emit { truth in
        truth["ended_calls"]?["recent"]?.elements.map { $0.text(at: "call_sid") }
          .first { observers[$0] != nil }
      }
      let events = try #require(await observers[sid]?.events { $0.last?.type == "session_end" })
      let truth = try #require(await bench.simulator.observed(sid))
      #expect(truth["ended"] == true)
      let entries = truth["entries"]?.elements ?? []
      #expect(entries.filter { $0.text(at: "kind") == "line" }.map(Line.init) == lines(of: events))
      let tools = entries.filter { $0.text(at: "kind") == "tool" }
      let calls = events.filter { $0.type == "tool_call_started" }
      #expect(tools.map { $0.text(at: "call_id") } == calls.map { $0.text(at: "call_id") })
      #expect(tools.allSatisfy { $0.text(at: "status") != "running" })
      let body = try await bench.get("/_simulator/observed/\(sid)").body
      #expect(WireJSON.parse(Array(body.utf8))?["entries"]?.elements.count == entries.count)
    }
  }

  @Test("has every word and name that was sent")
  func spoken() async throws {
    try await Bench.run {
      $0.observerRate = 500
    } body: { bench async throws in
      let observer = try bench.observe(try await bench.anyCall())
      let events = await observer.events { $0.count >= 400 }
      let spoken = await bench.simulator.spoken
      let transcripts = Set(spoken["transcripts"]?.elements.compactMap(\.string) ?? [])
      let said = events.compactMap { $0["transcript"]?.string }
      #expect(!said.isEmpty && transcripts.isSuperset(of: said))
      let outputs = Set(spoken["tool_outputs"]?.elements.compactMap(\.string) ?? [])
      #expect(outputs.isSuperset(of: events.compactMap { $0["output"]?.string }))
      let number = events.first?.text(at: "caller_id") ?? ""
      #expect(spoken["numbers"]?.elements.contains(.string(number)) == true)
      #expect(spoken["omitted"] == .integer(0))
      #expect(try await bench.get("/_simulator/spoken").body.contains(number))
    }
  }

  @Test("keeps so many bytes of it, and counts the rest")
  func spokenLimit() {
    var spoken = SpokenWords()
    let long = String(repeating: "a", count: SpokenWords.byteLimit / 2 + 1)
    for text in [long, "another " + long, "short"] { spoken.take(["transcript": .string(text)]) }
    #expect(spoken.json["omitted"] == 1)
    #expect(spoken.json["transcripts"] == [.string(long), "short"])
  }

  @Test("is not there for a call that nobody has observed")
  func unobserved() async throws {
    try await Bench.run { bench async throws in
      let sid = try await bench.anyCall()
      #expect(try await bench.get("/_simulator/observed/\(sid)").status == 404)
    }
  }

  private struct Line: Equatable {
    let speaker: String
    let text: String
    let isInterrupted: Bool

    init(_ line: JSON) {
      speaker = line.text(at: "speaker") + line.text(at: "speaker_role")
      text = line.text(at: "text") + line.text(at: "transcript")
      isInterrupted = line["interrupted"] == true
    }
  }

  private func lines(of events: [JSON]) -> [Line] {
    events.filter { $0.type.hasSuffix("_transcript") }.map(Line.init)
  }
}
