import DequeModule
import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct MergeCallsTests {
  private func snapshot(
    _ sid: CallSID, escalated: Bool? = nil, _ details: (inout CallSnapshot) -> Void = { _ in }
  ) -> CallSnapshot {
    var snapshot = CallSnapshot(callSID: sid)
    snapshot.direction = .known(.outbound)
    snapshot.startedAt = second(-100)
    snapshot.escalationActive = escalated
    details(&snapshot)
    return snapshot
  }

  private func live(
    _ sid: CallSID, seen: Int64, touched: Revision = 0, _ details: (inout Call) -> Void = { _ in }
  ) -> Call {
    .expected(sid, .snapshot, at: seen, touched: touched) {
      $0.direction = .known(.outbound)
      $0.startedAt = second(-100)
      details(&$0)
    }
  }

  @Test func aReadMakesCallsKnownWithoutCountingThemAsStarted() {
    var scene = Scene()
    scene.read(.calls([snapshot("A")], isComplete: true), at: 1)
    #expect(scene.board.calls == ["A": live("A", seen: 1)])
    #expect(scene.board.today.callsStarted == 0)
    #expect(scene.board.reads[.calls]?.outcome == .succeeded)
    #expect(scene.board.reads[.calls]?.succeededAt == second(1))
  }

  @Test func aReadCompletesAnInferredCall() {
    var scene = Scene(.joined("O", "A", .listen))
    scene.read(
      .calls([snapshot("A") { $0.riskLevel = .known(.high) }], isComplete: true), at: 2)
    let call = live("A", seen: 1, touched: 1) {
      $0.operators = [CallOperator("O", .listen, joined: 1)]
      $0.riskLevel = .known(.high)
    }
    #expect(scene.board.calls == ["A": call])
  }

  @Test func anEventAfterTheSendingWins() {
    var scene = Scene(.started("A"))
    scene.act(.readStarted(.calls, at: second(2)))
    scene.tell(.wrappedUp("A"), at: 3)
    scene.act(.read(.calls([snapshot("A", escalated: true)], isComplete: true), at: second(4)))
    let call = Call.expected("A", at: 1, touched: 2) { $0.wrapUpReason = "resolved" }
    #expect(scene.board.calls == ["A": call])
  }

  @Test(arguments: [true, false])
  func whatACompleteReadLacksIsOverUnlessAnEventCameSince(isComplete: Bool) {
    var scene = Scene(.started("A"), .joined("O", "A"), .started("B"))
    scene.act(.readStarted(.calls, at: second(4)))
    scene.tell(.started("C"), at: 5)
    scene.tell(.escalated("B"), at: 5)
    let before = scene.board
    scene.act(.read(.calls([], isComplete: isComplete), at: second(6)))
    guard isComplete else {
      #expect(scene.board.calls == before.calls)
      return
    }
    #expect(Array(scene.board.calls.keys) == ["B", "C"])
    #expect(scene.board.operators == ["O": .expected("O", touched: 2)])
    #expect(scene.board.endedCalls == before.endedCalls)
  }

  @Test func aCallThatEndedMeanwhileStaysEnded() {
    var scene = Scene(.started("A"))
    scene.act(.readStarted(.calls, at: second(2)))
    scene.act(.readStarted(.escalations, at: second(2)))
    scene.tell(.ended("A"), at: 3)
    scene.act(.read(.calls([snapshot("A", escalated: true)], isComplete: true), at: second(4)))
    let escalation = EscalationSnapshot(callSID: "A", status: .known(.requested))
    scene.act(.read(.escalations([escalation], isComplete: true), at: second(5)))
    #expect(scene.board.calls.isEmpty)
  }

  @Test func aReleaseByOneReadDoesNotSilenceAnother() {
    var scene = Scene(.joined("O", "A"), .status("O", .busy))
    scene.act(.readStarted(.operators, at: second(3)))
    scene.act(.readStarted(.calls, at: second(3)))
    scene.tell(.triggerFailed(), at: 4)
    scene.act(.read(.calls([], isComplete: true), at: second(5)))
    let online = OperatorSnapshot(operatorID: "O", status: .known(.online))
    scene.act(.read(.operators([online], isComplete: true), at: second(5)))
    #expect(scene.board.operators["O"]?.status == .known(.online))
  }

  @Test func theFlagOfTheQueueTellsOfAnEscalationAndOfItsEnd() {
    var scene = Scene()
    scene.read(.calls([snapshot("A", escalated: true)], isComplete: true), at: 1)
    let waiting = Escalation.expected(.requested, id: nil, requested: nil)
    #expect(scene.board.calls["A"]?.escalation == waiting)
    scene.read(.calls([snapshot("A", escalated: false)], isComplete: true), at: 31)
    #expect(scene.board.calls["A"]?.escalation == .expected(.completed, id: nil, requested: nil))
  }

  @Test func theFlagOfTheQueueKeepsNobodyWaitingWhoHasAnOperator() {
    var scene = Scene(.joined("O", "A"))
    scene.read(.calls([snapshot("A", escalated: true)], isComplete: true), at: 2)
    #expect(
      scene.board.calls["A"]?.escalation
        == .expected(.connected, id: nil, requested: nil, connected: 1))
  }

  @Test func theFlagOfTheQueueOverridesNothingThatIsKnownBetter() {
    var scene = Scene(.started("A"), .escalated("A"), .joined("O", "A"), .left("O", "A"))
    let before = scene.board.calls["A"]?.escalation
    scene.read(.calls([snapshot("A", escalated: true)], isComplete: true), at: 5)
    #expect(scene.board.calls["A"]?.escalation == before)
    scene.read(.calls([snapshot("A", escalated: false)], isComplete: true), at: 35)
    #expect(scene.board.calls["A"]?.escalation == before)
  }
}

struct MergeEscalationsTests {
  private func snapshot(
    _ sid: CallSID, _ id: EscalationID? = "E1", _ status: EscalationStatus = .requested,
    by person: OperatorID? = nil
  ) -> EscalationSnapshot {
    var snapshot = EscalationSnapshot(callSID: sid, status: .known(status))
    snapshot.escalationID = id
    snapshot.requestedAt = second(-50)
    snapshot.connectedAt = status == .connected ? second(-20) : nil
    snapshot.operatorID = person
    return snapshot
  }

  private func escalation(
    _ id: EscalationID?, _ status: EscalationStatus, connected: Int64? = nil
  ) -> Escalation {
    var escalation = Escalation.expected(status, id: id, requested: nil, connected: connected)
    escalation.requestedAt = second(-50)
    return escalation
  }

  @Test func aReadMakesAWaitingCallKnown() {
    var scene = Scene()
    scene.read(.escalations([snapshot("A")], isComplete: true), at: 1)
    let call = Call.expected("A", .snapshot, at: 1, touched: 0) {
      $0.escalation = escalation("E1", .requested)
    }
    #expect(scene.board.calls == ["A": call])
  }

  @Test func aConnectedOneSeatsItsOperator() {
    var scene = Scene(.started("A"))
    scene.read(.escalations([snapshot("A", "E1", .connected, by: "O")], isComplete: true), at: 2)
    let call = Call.expected("A", at: 1, touched: 1) {
      $0.escalation = escalation("E1", .connected, connected: -20)
      $0.operators = [CallOperator("O", .takeover, joined: -20)]
    }
    let person = Operator.expected("O", touched: 0) { $0.sits("A", .takeover, joined: -20) }
    #expect(scene.board.calls == ["A": call])
    #expect(scene.board.operators == ["O": person])
  }

  @Test func anOperatorWhomAnEventMovedSinceIsNotMovedBack() {
    var scene = Scene(.started("A"), .started("B"))
    scene.act(.readStarted(.escalations, at: second(3)))
    scene.tell(.joined("O", "B"), at: 4)
    scene.act(
      .read(
        .escalations([snapshot("A", "E1", .connected, by: "O")], isComplete: true),
        at: second(5)))
    #expect(scene.board.operators["O"]?.callSID == "B")
    #expect(scene.board.calls["A"]?.operators == [])
  }

  @Test func leavingACallForAnotherIsAnEventOfBoth() {
    var scene = Scene(.started("A"), .started("B"), .escalated("A"), .joined("O", "A"))
    scene.act(.readStarted(.escalations, at: second(5)))
    scene.tell(.joined("O", "B"), at: 6)
    scene.act(
      .read(
        .escalations([snapshot("A", "E1", .connected, by: "O")], isComplete: true),
        at: second(7)))
    #expect(scene.board.calls["A"]?.escalation?.status == .known(.handback))
    #expect(scene.board.operators["O"]?.callSID == "B")
  }

  @Test func anEventAfterTheSendingWins() {
    var scene = Scene(.escalated("A"))
    scene.act(.readStarted(.escalations, at: second(2)))
    scene.tell(.joined("O", "A"), at: 3)
    scene.act(.read(.escalations([snapshot("A")], isComplete: true), at: second(4)))
    #expect(
      scene.board.calls["A"]?.escalation == .expected(.connected, requested: 1, connected: 3))
  }

  @Test func aWaitThatOnlyTheReadKnowsIsShownAndVerified() {
    var scene = Scene()
    scene.act(.readStarted(.escalations, at: second(1)))
    scene.tell(.joined("O", "A", .listen), at: 2)
    scene.tell(.joined("P", "B", .takeover), at: 3)
    scene.act(
      .read(.escalations([snapshot("A"), snapshot("B", "E2")], isComplete: true), at: second(4)))
    #expect(scene.board.calls["A"]?.escalation == escalation("E1", .requested))
    #expect(scene.board.calls["B"]?.escalation == escalation("E2", .connected, connected: 4))
    #expect(scene.board.wantedReads.contains(.escalations))
  }

  @Test func oneWithoutAnIdIsTheOneThatIsKnown() {
    var scene = Scene(.escalated("A"))
    scene.read(.escalations([snapshot("A", nil, .connected)], isComplete: true), at: 2)
    #expect(
      scene.board.calls["A"]?.escalation == .expected(.connected, requested: 1, connected: -20))
    scene.tell(.started("B"), at: 3)
    var flagged = CallSnapshot(callSID: "B")
    flagged.escalationActive = true
    scene.read(.calls([flagged], isComplete: false), at: 4)
    scene.read(.escalations([snapshot("B", "E9")], isComplete: false), at: 5)
    #expect(scene.board.calls["B"]?.escalation == escalation("E9", .requested))
  }

  @Test(arguments: [true, false])
  func whatACompleteReadLacksIsNoLongerOpen(isComplete: Bool) {
    var scene = Scene(.escalated("A"), .escalated("B", "E2"))
    scene.act(.readStarted(.escalations, at: second(3)))
    scene.tell(.wrappedUp("B"), at: 4)
    scene.tell(.escalated("B", "E3"), at: 5)
    scene.act(.read(.escalations([], isComplete: isComplete), at: second(6)))
    #expect(
      scene.board.calls["A"]?.escalation
        == .expected(isComplete ? .completed : .requested, requested: 1))
    #expect(scene.board.calls["B"]?.escalation == .expected(.requested, id: "E3", requested: 5))
  }
}
