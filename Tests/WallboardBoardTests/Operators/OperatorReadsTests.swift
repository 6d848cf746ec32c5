import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct MergeOperatorsTests {
  private func snapshot(
    _ id: OperatorID, _ status: OperatorStatus = .online, on call: CallSID? = nil
  ) -> OperatorSnapshot {
    var snapshot = OperatorSnapshot(operatorID: id, status: .known(status))
    snapshot.name = "Kim"
    snapshot.statusSince = second(-30)
    snapshot.activeCallSID = call
    return snapshot
  }

  private func known(
    _ id: OperatorID, _ status: OperatorStatus = .online, touched: Revision = 0,
    _ details: (inout Operator) -> Void = { _ in }
  ) -> Operator {
    .expected(id, touched: touched) {
      $0.name = "Kim"
      $0.status = .known(status)
      $0.statusSince = second(-30)
      details(&$0)
    }
  }

  @Test func aReadTellsWhoIsThereAndAsksNothingMore() {
    var scene = Scene()
    scene.read(.operators([snapshot("O")], isComplete: true), at: 1)
    #expect(scene.board.operators == ["O": known("O")])
    #expect(scene.board.wantedReads.isEmpty)
  }

  @Test func aReadSeatsOnACallThatTheBoardHas() {
    var scene = Scene(.started("A"))
    scene.read(.operators([snapshot("O", .busy, on: "A")], isComplete: true), at: 2)
    let person = known("O", .busy) { $0.sits("A", nil, joined: nil) }
    #expect(scene.board.operators == ["O": person])
    #expect(scene.board.calls["A"]?.operators == [CallOperator("O", nil, joined: nil)])
  }

  @Test func aReadSeatsOnACallThatALaterReadTellsOf() {
    var scene = Scene()
    scene.read(.operators([snapshot("O", .busy, on: "A")], isComplete: true), at: 1)
    #expect(scene.board.operators["O"]?.callSID == nil)
    scene.read(.calls([CallSnapshot(callSID: "A")], isComplete: true), at: 60)
    #expect(scene.board.operators == ["O": known("O", .busy) { $0.sits("A", nil, joined: nil) }])
    #expect(scene.board.calls["A"]?.operators == [CallOperator("O", nil, joined: nil)])
    #expect(scene.board.wantedReads.isEmpty)
  }

  @Test(arguments: [WorkspaceEvent.status("O", .online), .left("O", "A"), .joined("O", "B")])
  func anEventTellsMoreThanAReadThatWaitsForItsCall(event: WorkspaceEvent) {
    var scene = Scene()
    scene.read(.operators([snapshot("O", .busy, on: "A")], isComplete: true), at: 1)
    scene.tell(event, at: 2)
    scene.read(.calls([CallSnapshot(callSID: "A")], isComplete: false), at: 3)
    #expect(scene.board.operators["O"]?.callSID != "A")
    #expect(scene.board.calls["A"]?.operators == [])
  }

  @Test func theModeThatAnEventToldIsKept() {
    var scene = Scene(.started("A"), .joined("O", "A", .listen))
    scene.read(.operators([snapshot("O", .busy, on: "A")], isComplete: true), at: 3)
    let person = known("O", .busy, touched: 2) { $0.sits("A", .listen, joined: 2) }
    #expect(scene.board.operators == ["O": person])
  }

  @Test func aReadTakesOffTheCallWhenNoEventCameSince() {
    var scene = Scene(.escalated("A"), .joined("O", "A"))
    scene.read(.operators([snapshot("O")], isComplete: true), at: 3)
    #expect(scene.board.operators == ["O": known("O", touched: 2)])
    #expect(scene.board.calls["A"]?.operators == [])
    #expect(scene.board.calls["A"]?.escalation?.status == .known(.handback))
  }

  @Test func anEventAfterTheSendingWinsAndTheReadIsMadeAgain() {
    var scene = Scene(.started("A"), .status("O", .offline))
    scene.act(.readStarted(.operators, at: second(3)))
    scene.tell(.joined("O", "A"), at: 4)
    scene.tell(.status("O", .busy), at: 5)
    scene.act(.read(.operators([snapshot("O")], isComplete: true), at: second(6)))
    let person = Operator.expected("O", touched: 4) {
      $0.name = "Kim"
      $0.status = .known(.busy)
      $0.statusSince = second(5)
      $0.sits("A", .takeover, joined: 4)
    }
    #expect(scene.board.operators == ["O": person])
    #expect(scene.board.wantedReads.contains(.operators))
  }

  @Test func aStatusThatNoEventToldIsTakenFromTheRead() {
    var scene = Scene()
    scene.act(.readStarted(.operators, at: second(1)))
    scene.tell(.joined("O", "A"), at: 2)
    scene.act(.read(.operators([snapshot("O", .busy, on: "A")], isComplete: true), at: second(3)))
    let person = known("O", .busy, touched: 1) { $0.sits("A", .takeover, joined: 2) }
    #expect(scene.board.operators == ["O": person])
  }

  @Test(arguments: [true, false])
  func whomACompleteReadLacksIsGoneUnlessAnEventCameSince(isComplete: Bool) {
    var scene = Scene(.started("A"), .joined("O", "A"))
    scene.act(.readStarted(.operators, at: second(3)))
    scene.tell(.status("P", .online), at: 4)
    scene.act(.read(.operators([], isComplete: isComplete), at: second(5)))
    #expect(Array(scene.board.operators.keys) == (isComplete ? ["P"] : ["O", "P"]))
    #expect(scene.board.calls["A"]?.operators.isEmpty == isComplete)
  }
}
