import AppFixtures
import Foundation
import TestSupport
import Testing
import WallboardSimulator

/// What was followed live, and the story that is read of the same call: both as the program prints them.
@Suite("A call's story and what was followed of it", .fewAtATime)
struct StoryTruthTests {
  @Test("agree word by word, and tool by tool", arguments: [3, 11] as [UInt64])
  func agree(seed: UInt64) async throws {
    var options = SimulatorOptions()
    options.seed = seed
    options.rate = 0
    options.observerRate = 400
    try await Simulator.run(options) { simulator, environment in
      let address = try #require(environment["WALLBOARD_URL"].flatMap(URL.init(string:)))
      let calls = try await Truth.read(from: address).items("calls", by: "call_sid").keys
      let call = try #require(calls.min())
      // What ends the call at last.
      let floor = Task {
        while !Task.isCancelled {
          try await Task.sleep(for: .milliseconds(500))
          await simulator.emit(count: 15)
        }
      }
      let live = try await Program.run(
        ["follow", call, "--json", "--privacy", "open"], environment: environment)
      floor.cancel()
      #expect(live.status == 0, "\(live.errors)")
      let read = try await Program.run(
        ["call", call, "--json", "--privacy", "open"], environment: environment)
      #expect(read.status == 0, "\(read.errors)")
      let heard = try live.lines.map { try JSONObject(Data($0.utf8)) }
      let turns = try JSONObject(Data(read.output.utf8)).array("turns")
      let said = turns.flatMap { turn in
        [turn["user_transcript"].string, turn["agent_transcript"].string].compactMap(\.self)
      }
      // Who follows hears the end of the story.
      let spoken = ["user_transcript", "agent_transcript"]
      let lines = heard.filter { spoken.contains($0["event"].string ?? "") }
        .compactMap { $0["data"]["transcript"].string }
      #expect(lines.count > 10 && Array(said.suffix(lines.count)) == lines)
      let tools = turns.flatMap { turn -> [JSONPart] in
        if case .array(let tools) = turn["tool_calls"] { tools } else { [] }
      }.compactMap { $0["call_id"].string }
      let started = heard.filter { $0["event"].string == "tool_call_started" }
        .compactMap { $0["data"]["call_id"].string }
      #expect(Array(tools.suffix(started.count)) == started)
    }
  }
}
