import DequeModule
import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// What the board makes of events of which it does not know everything: nothing that could not be
/// understood hides a caller, and nothing is invented in its place.
struct UnknownFieldTests {
  /// Tells what came at that second, as bytes.
  private func tell(
    _ scene: inout Scene, _ name: String, _ data: String, at seconds: Int64
  ) throws {
    let outcome = WorkspaceEventDecoder().decode(
      id: "\(second(seconds).milliseconds)", type: name, data: data, at: second(seconds))
    guard case .event(let event) = outcome else { throw NotUnderstood(what: "\(outcome)") }
    scene.act(.received(event))
  }

  private struct NotUnderstood: Error {
    let what: String
  }

  @Test(arguments: [
    #"{"call_sid":"A"}"#, #"{"call_sid":"A","trigger":null,"reason":null,"escalation_id":null}"#,
    #"{"call_sid":"A","trigger":[],"reason":{},"escalation_id":""}"#,
    #"{"call_sid":"A","escalation_id":"E1","trigger":"ai","reason":"cut \ud83d"}"#,
    #"{"call_sid":"A","escalation_id":17,"trigger":"ai"}"#,
  ])
  func aCallerWaitsWhateverIsNotUnderstood(data: String) throws {
    var scene = Scene.judging(.escalationWaiting)
    scene.tell(.started("B"), at: 1)
    scene.tell(.started("A"), at: 2)
    try tell(&scene, "call.escalated", data, at: 3)
    #expect(scene.board.counts.degraded == 1 && scene.board.counts.malformed == 0)
    #expect(scene.board.calls["A"]?.escalation?.isWaiting == true)
    #expect(scene.board.calls["A"]?.escalation?.requestedAt == second(3))
    #expect(scene.board.rows(of: .calls).first == .call("A"))
    #expect(scene.board.today.escalations == 1)
    let check = try Check("waiting==0")
    #expect(check.truth(in: scene.board.reading(of: [.waiting])) == false)
    let alarms = scene.pass(4...400).alarms
    #expect(alarms.contains { $0.contains("escalation_waiting A") })
  }

  @Test func anEscalationWithoutAnIDIsOne() throws {
    let nameless = #"{"call_sid":"A","trigger":"caller"}"#
    var scene = Scene(.started("A"))
    try tell(&scene, "call.escalated", nameless, at: 2)
    try tell(&scene, "call.escalated", nameless, at: 3)
    #expect(scene.board.today.escalations == 1)
    #expect(scene.board.calls["A"]?.escalation?.requestedAt == second(2))
    // Its id comes later, with what else was not known.
    scene.tell(.escalated("A", "E9"), at: 4)
    let escalation = scene.board.calls["A"]?.escalation
    #expect(scene.board.today.escalations == 1)
    #expect(escalation?.escalationID == "E9" && escalation?.requestedAt == second(2))
    #expect(escalation?.trigger == .known(.caller) && escalation?.reason == Protected("dizzy"))
  }

  @Test func anEscalationAfterOneThatIsOverIsAnother() throws {
    var scene = Scene(.started("A"), .escalated("A"), .joined("O", "A"), .left("O", "A"))
    try tell(&scene, "call.escalated", #"{"call_sid":"A"}"#, at: 9)
    #expect(scene.board.today.escalations == 2)
    #expect(scene.board.calls["A"]?.escalation?.isWaiting == true)
    #expect(scene.board.calls["A"]?.escalation?.requestedAt == second(9))
    #expect(scene.board.calls["A"]?.escalation?.reason == nil)
  }

  /// The queue's flag tells nothing of an escalation that an event told of.
  @Test func aFlagDoesNotEndWhatAnEventTold() throws {
    var scene = Scene(.started("A"))
    try tell(&scene, "call.escalated", #"{"call_sid":"A"}"#, at: 2)
    var snapshot = CallSnapshot(callSID: "A")
    snapshot.escalationActive = false
    scene.read(.calls([snapshot], isComplete: true), at: 3)
    #expect(scene.board.calls["A"]?.escalation?.isWaiting == true)
    // The list of the open ones does.
    scene.read(.escalations([], isComplete: true), at: 4)
    #expect(scene.board.calls["A"]?.escalation?.status == .known(.completed))
  }

  @Test(arguments: [
    #"{"call_sid":"A"}"#, #"{"call_sid":"A","direction":7.5,"duration_seconds":"long"}"#,
    #"{"call_sid":"A","duration_seconds":1e999,"completion_reason":[]}"#,
  ])
  func aCallEndsWhateverIsNotUnderstood(data: String) throws {
    var scene = Scene(.started("A"), .started("B"), .ended("B", after: 30))
    scene.frame(at: 4)
    try tell(&scene, "call.ended", data, at: 5)
    let ended = scene.board.endedCalls
    #expect(scene.board.calls.isEmpty && ended.count == 2)
    #expect(ended.durationSum == 30 && ended.byCompletionReason.counts == ["completed": 1])
    #expect(ended.recent.last?.duration == nil && ended.recent.last?.completionReason == nil)
    #expect(scene.board.today.callsEnded == 2 && scene.board.today.abandoned == 0)
    #expect(scene.board.departed["A"] != nil)
    scene.frame(at: 6)
    #expect(scene.board.value(of: .handleTime) == 30)
  }

  @Test func theDirectionOfACallThatEndsMayBeKnown() throws {
    var scene = Scene(.started("A"))
    try tell(&scene, "call.ended", #"{"call_sid":"A"}"#, at: 5)
    #expect(scene.board.endedCalls.recent.last?.direction == .known(.inbound))
  }

  @Test func aCallerIsKnownByItsKeyAlone() throws {
    var scene = Scene()
    try tell(&scene, "call.started", #"{"call_sid":"A","caller_id":15551234567}"#, at: 1)
    let call = scene.board.calls["A"]
    #expect(call?.origin == .event && call?.startedAt == second(1) && call?.direction == nil)
    #expect(call?.callerID == Protected("15551234567") && scene.board.today.callsStarted == 1)
    // What a read told first stays.
    var snapshot = CallSnapshot(callSID: "B")
    snapshot.direction = .known(.outbound)
    snapshot.serviceID = "billing"
    scene.read(.calls([snapshot], isComplete: false), at: 2)
    try tell(&scene, "call.started", #"{"call_sid":"B","direction":{},"service_id":""}"#, at: 3)
    #expect(scene.board.calls["B"]?.direction == .known(.outbound))
    #expect(scene.board.calls["B"]?.serviceID == "billing")
  }

  @Test func aStatusThatIsNotUnderstoodMakesTheOperatorKnown() throws {
    var scene = Scene(.status("O", .busy))
    for (id, data) in [("O", "[]"), ("P", "null")] {
      try tell(
        &scene, "operator.status_changed", #"{"operator_id":"\#(id)","status":\#(data)}"#, at: 5)
    }
    #expect(scene.board.operators["O"]?.status == .known(.busy))
    #expect(scene.board.operators["O"]?.statusSince == second(1))
    let other = try #require(scene.board.operators["P"])
    #expect(other.status == nil && scene.board.wantedReads.contains(.operators))
  }

  @Test func aModeThatIsNotUnderstoodChangesNone() throws {
    let joined = #"{"call_sid":"A","operator_id":"O","mode":[]}"#
    var scene = Scene(.started("A"), .escalated("A"))
    try tell(&scene, "operator.joined_call", joined, at: 3)
    #expect(scene.board.calls["A"]?.operators == [CallOperator("O", nil, joined: 3)])
    #expect(scene.board.calls["A"]?.escalation?.isWaiting == true)
    scene.tell(.mode("O", "A", .takeover), at: 4)
    try tell(&scene, "operator.mode_changed", joined, at: 5)
    #expect(scene.board.calls["A"]?.operators == [CallOperator("O", .takeover, joined: 3)])
    #expect(scene.board.operators["O"]?.mode == .known(.takeover))
  }

  @Test func aFormKeepsItsWay() throws {
    var scene = Scene(.created("S"))
    try tell(&scene, "surface.delivered", #"{"surface_id":"S","entity_id":{}}"#, at: 2)
    #expect(scene.board.surfaces["S"]?.stage == .delivered)
    #expect(scene.board.surfaces["S"]?.channel == "sms")
    #expect(scene.board.surfaces["S"]?.entityID == "patient")
    try tell(&scene, "surface.field_saved", #"{"surface_id":"S","entity_id":"e"}"#, at: 3)
    #expect(scene.board.surfaces["S"]?.stage == .inProgress)
    #expect(scene.board.surfaces["S"]?.fieldsSaved == [])
    try tell(&scene, "surface.reshaped", #"{"surface_id":"T"}"#, at: 4)
    #expect(scene.board.surfaces["T"]?.originalSurfaceID == nil)
  }

  @Test func aTextSessionIsKnownByItsKeyAlone() throws {
    var scene = Scene()
    try tell(&scene, "text.started", #"{"session_id":"X"}"#, at: 1)
    #expect(scene.board.textSessions["X"]?.channelKind == nil)
    try tell(&scene, "text.completed", #"{"session_id":"X","turn_count":"4"}"#, at: 2)
    #expect(scene.board.textSessions.isEmpty && scene.board.endedTextSessions.count == 1)
    #expect(scene.board.endedTextSessions.durationSum == 0)
    #expect(scene.board.endedTextSessions.turnCountSum == 4)
  }

  /// Nobody knows how the tool did: neither the runs nor the failures count it.
  @Test func aToolOfWhichNobodyKnowsHowItDidIsNotCounted() throws {
    var scene = Scene()
    scene.frame(at: 1)
    try tell(&scene, "text.background_result", #"{"conversation_id":"c","succeeded":[]}"#, at: 2)
    scene.frame(at: 3)
    let reading = scene.board.reading(of: [.toolFailureRate])
    #expect(try Check("tool_failure_rate>=0").truth(in: reading) != true)
  }

  @Test func theLineSaysWhatWasNotUnderstood() throws {
    var scene = Scene()
    try tell(&scene, "call.escalated", #"{"call_sid":"A","escalation_id":"E"}"#, at: 1)
    try tell(&scene, "pipeline.error", #"{"data_source_id":"s","error":7}"#, at: 2)
    let disclosure = Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2)).output
    let context = SummaryContext(names: scene.board, disclosure: disclosure, for: .people)
    let entries = scene.board.activity.entries
    #expect(
      entries.map { $0.summary(context) } == [
        "A (2 fields not understood)", "s: 7 (1 field not understood)",
      ])
    #expect(entries.first?.faults.sentences == ["trigger: missing", "reason: missing"])
    #expect(entries.allSatisfy(\.isProblem) && scene.board.activity.problemCount == 2)
    #expect(scene.board.counts.degraded == 2 && scene.board.counts.events == 2)
  }

  /// What came before is counted as that alone.
  @Test func aReplayedEventIsDegradedOnce() throws {
    var scene = Scene()
    for _ in 0..<2 { try tell(&scene, "call.escalated", #"{"call_sid":"A"}"#, at: 1) }
    #expect(scene.board.counts.degraded == 1 && scene.board.counts.duplicates == 1)
  }

  @Test func aReadThatDoesNotKnowAStatusChangesNone() {
    var scene = Scene(.status("O", .busy), .created("S"), .opened("S"))
    scene.read(
      .operators(
        [
          OperatorSnapshot(operatorID: "O", status: nil),
          OperatorSnapshot(operatorID: "P", status: nil),
        ], isComplete: true), at: 5)
    #expect(scene.board.operators["O"]?.status == .known(.busy))
    #expect(scene.board.operators["P"] != nil && scene.board.operators["P"]?.status == nil)
    scene.read(
      .surfaces(
        [
          SurfaceSnapshot(surfaceID: "S", stage: nil),
          SurfaceSnapshot(surfaceID: "T", stage: nil),
        ], isComplete: true), at: 6)
    #expect(scene.board.surfaces["S"]?.stage == .opened)
    #expect(scene.board.surfaces["T"]?.stage == .created)
  }
}
