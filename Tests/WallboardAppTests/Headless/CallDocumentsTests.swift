import AppFixtures
import TestSupport
import Foundation
import OrderedCollections
import Testing
import WallboardApp
import WallboardBoard
import WallboardEvents

/// Interface, "`snapshot --json`": `observation`.
@Suite("The followed call in a snapshot")
struct SnapshotObservationTests {
  private static let start = Timestamp(milliseconds: 1_766_000_000_000)

  /// A board on which a call is followed that told these messages, a second apart.
  private func board(
    following messages: [String], ending phase: ObserverPhase = .open
  ) throws -> Board {
    let call = try #require(CallSID("CA1"))
    let started = WorkspaceEventDecoder().decode(
      id: "1766000000000", type: "call.started",
      data: #"{"call_sid":"CA1","direction":"inbound","service_id":"s"}"#, at: Self.start)
    guard case .event(let event) = started else { throw NoEvent() }
    var state = WallboardState(.test)
    let inputs: [Input] = [
      .received(event), .frame(Frame(now: Self.start, visibleRows: [.calls: 9])), .intent(.open),
      .observer(ObserverChange(call, .open, at: Self.start)),
    ]
    for input in inputs { _ = reduce(into: &state, input) }
    let decoder = ObserverEventDecoder()
    for (second, message) in messages.enumerated() {
      let at = Self.start.advanced(milliseconds: Int64(second + 1) * 1000)
      guard case .event(let event) = decoder.decode(message, of: call, at: at) else {
        throw NoEvent()
      }
      _ = reduce(into: &state, .observed(event))
    }
    let end = Self.start.advanced(milliseconds: 60_000)
    _ = reduce(into: &state, .observer(ObserverChange(call, phase, at: end)))
    return state.board
  }

  private struct NoEvent: Error {}

  private func snapshot(_ board: Board, _ mode: PrivacyMode = .open) throws -> JSONPart {
    let privacy = Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2)).output
    let line = try JSONLineEncoder(privacy).line(
      SnapshotDocument(board, at: Self.start, disclosure: privacy))
    return try JSONObject(Data(line.utf8))["observation"]
  }

  private static let conversation = [
    #"{"type":"user_transcript","transcript":"I would SECRET","state":"greeting"}"#,
    #"{"type":"agent_transcript","transcript":"Of SECRET","interrupted":true}"#,
    #"{"type":"tool_call_started","tool_name":"find","call_id":"t1","input":"SECRET"}"#,
    #"{"type":"tool_call_completed","tool_name":"find","call_id":"t1","output":"SECRET"}"#,
    #"{"type":"tool_call_started","tool_name":"book"}"#,
    #"{"type":"tool_call_completed","tool_name":"pay","duration_ms":7,"error":"SECRET"}"#,
    #"{"type":"agent_transcript_delta","delta":"Let SECRET"}"#,
  ]

  @Test("is null while no call is followed")
  func nothingFollowed() throws {
    #expect(try snapshot(Board()) == .null)
  }

  @Test("has every key of the interface")
  func everyKey() throws {
    let line = #"{"speaker":"caller","text":"I would SECRET","state":"greeting","#
    let expected = #"""
      {"call_sid":"CA1","status":"open","gaps":0,
       "transcript":[
         \#(line)"interrupted":false,"final":true,"at":1766000001000},
         {"speaker":"agent","text":"Of SECRET","state":null,"interrupted":true,"final":true,
          "at":1766000002000},
         {"speaker":"agent","text":"Let SECRET","state":null,"interrupted":false,"final":false,
          "at":1766000007000}],
       "tool_calls":[
         {"call_id":"t1","tool_name":"find","status":"succeeded","duration_ms":1000,"error":null},
         {"call_id":null,"tool_name":"book","status":"running","duration_ms":null,"error":null},
         {"call_id":null,"tool_name":"pay","status":"failed","duration_ms":7,"error":"SECRET"}]}
      """#
    let part = try JSONDecoder().decode(JSONPart.self, from: Data(expected.utf8))
    #expect(try snapshot(board(following: Self.conversation)) == part)
  }

  @Test("tells no words unless open is given", arguments: [PrivacyMode.wall, .desk])
  func masked(mode: PrivacyMode) throws {
    let privacy = Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2)).output
    let document = SnapshotDocument(
      try board(following: Self.conversation), at: Self.start, disclosure: privacy)
    let line = try JSONLineEncoder(privacy).line(document)
    #expect(!line.contains("SECRET"))
    #expect(line.contains(#""text":{"masked":""#) && line.contains(#""error":{"masked":""#))
  }

  @Test(
    "says how the feed stands",
    arguments: [
      (ObserverPhase.connecting(attempt: 2), "connecting"), (.open, "open"),
      (.waiting(until: start, attempt: 1, reason: "1006"), "waiting"),
      (.refused(reason: "4003"), "refused"), (.notFound(reason: "4004"), "not_found"),
      (.stopped(reason: "1008"), "stopped"), (.ended, "ended"),
    ])
  func status(phase: ObserverPhase, word: String) throws {
    let observation = try snapshot(board(following: Self.conversation, ending: phase))
    #expect(observation["status"].string == word)
    // A run whose end nobody told is neither a success nor a failure.
    guard case .array(let tools) = observation["tool_calls"] else { throw NoEvent() }
    #expect(tools.map { $0["status"].string } == ["succeeded", "running", "failed"])
  }
}
