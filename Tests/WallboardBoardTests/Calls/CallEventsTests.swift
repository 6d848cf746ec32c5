import DequeModule
import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct CallTests {
  @Test func aStartedCallIsLive() {
    let scene = Scene(.started("A", caller: "+15550100"))
    let call = Call.expected("A", at: 1, touched: 1) { $0.callerID = Protected("+15550100") }
    #expect(scene.board.calls == ["A": call])
    #expect(scene.board.today.callsStarted == 1)
  }

  @Test func anEventThatNamesAnUnknownCallTellsThatItLives() {
    let scene = Scene(.escalated("A"))
    let call = Call.expected("A", .inferred, at: 1, touched: 1) {
      $0.escalation = .expected(.requested, requested: 1)
    }
    #expect(scene.board.calls == ["A": call])
    #expect(scene.board.wantedReads == [.calls])
  }

  @Test(arguments: [false, true])
  func aStartThatComesAfterAnotherWordOfTheCallCountsOnce(isRead: Bool) {
    var scene = Scene()
    if isRead {
      scene.read(.calls([CallSnapshot(callSID: "A")], isComplete: true), at: 1)
    } else {
      scene.tell(.joined("O", "A", .listen), at: 1)
    }
    #expect(scene.board.today.callsStarted == 0)
    scene.tell(.started("A"), at: 2)
    scene.tell(.started("A"), at: 3)
    #expect(scene.board.today.callsStarted == 1)
    #expect(scene.board.calls["A"]?.origin == .event)
  }

  @Test func theEndReleasesTheOperatorsAndRemembersTheCall() {
    let scene = Scene(
      .started("A"), .joined("O", "A"), .joined("P", "A", .listen),
      .ended("A", because: .abandoned, after: 12.5))
    let ended = EndedCall(
      callSID: "A", direction: .known(.inbound), duration: 12.5,
      completionReason: .known(.abandoned), escalated: false, endedAt: second(4))
    var expected = EndedCalls()
    expected.append(ended)
    #expect(scene.board.calls.isEmpty)
    #expect(scene.board.endedCalls == expected)
    #expect(
      scene.board.operators == [
        "O": .expected("O", touched: 4), "P": .expected("P", touched: 4),
      ])
    #expect(scene.board.today.callsEnded == 1)
    #expect(scene.board.today.abandoned == 1)
  }

  @Test func aCallIsEscalatedWhenTheEventSaysSoOrElseWhenTheBoardSawIt() {
    let scene = Scene(
      .escalated("A"), .ended("A"), .started("B"), .ended("B", escalated: true), .escalated("C"),
      .ended("C", escalated: false))
    #expect(scene.board.endedCalls.recent.map(\.escalated) == [true, true, false])
  }

  @Test(arguments: [
    WorkspaceEvent.started("A"), .escalated("A"), .joined("O", "A"), .mode("O", "A", .takeover),
    .left("O", "A"), .wrappedUp("A"), .ended("A", because: .error),
  ])
  func aLateEventDoesNotBringAnEndedCallBack(event: WorkspaceEvent) {
    var scene = Scene(.started("A"), .joined("O", "A"), .ended("A"))
    let before = scene.board
    scene.tell(event, at: 4)
    #expect(scene.board.calls == before.calls)
    #expect(scene.board.endedCalls == before.endedCalls)
    #expect(scene.board.today == before.today)
    #expect(scene.board.operators["O"]?.callSID == nil)
  }

  @Test func aWrapUpOfACallThatNobodyKnowsIsActivityAlone() {
    let scene = Scene(.wrappedUp("A", "transferred"))
    #expect(scene.board.calls.isEmpty && scene.board.wantedReads.isEmpty)
    #expect(scene.board.activity.entries.map(\.content.name) == ["operator.wrap_up"])
  }

  @Test func anEndedCallIsKnownLongAfterItLeftTheList() {
    var scene = Scene(.started("late"), .ended("late"))
    for number in 0..<(Limits.endedCallKeys - 1) {
      scene.tell(.ended(CallSID(stringLiteral: "CA\(number)")), at: 3)
    }
    scene.tell(.escalated("late"), at: 4)
    #expect(scene.board.calls.isEmpty)
    #expect(scene.board.endedCalls.recent.count == Limits.endedCalls)
    #expect(scene.board.endedCalls.count == Limits.endedCallKeys)
  }

  @Test func aSumOfDurationsStaysANumber() {
    let scene = Scene(
      .ended("A", after: .greatestFiniteMagnitude), .ended("B", after: .greatestFiniteMagnitude),
      .ended("C", after: .nan), .ended("D", after: .infinity))
    #expect(scene.board.endedCalls.durationSum == .greatestFiniteMagnitude)
    #expect(scene.board.endedCalls.count == 4)
  }
}

/// The mapping of contract 4.
struct EscalationTests {
  private func escalation(after events: [WorkspaceEvent]) -> Escalation? {
    var scene = Scene(.started("A"))
    for (index, event) in events.enumerated() { scene.tell(event, at: Int64(index) + 2) }
    return scene.board.calls["A"]?.escalation
  }

  @Test(arguments: [
    ([WorkspaceEvent.escalated("A")], Escalation.expected(.requested, requested: 2)),
    ([.escalated("A"), .joined("O", "A")], .expected(.connected, requested: 2, connected: 3)),
    ([.escalated("A"), .joined("O", "A", .listen)], .expected(.requested, requested: 2)),
    (
      [.escalated("A"), .joined("O", "A", .listen), .mode("O", "A", .takeover)],
      .expected(.connected, requested: 2, connected: 4)
    ),
    (
      [.escalated("A"), .joined("O", "A"), .mode("O", "A", .listen)],
      .expected(.connected, requested: 2, connected: 3)
    ),
    (
      [.escalated("A"), .joined("O", "A"), .left("O", "A")],
      .expected(.handback, requested: 2, connected: 3)
    ),
    (
      [.escalated("A"), .joined("O", "A"), .joined("P", "A"), .left("O", "A")],
      .expected(.connected, requested: 2, connected: 3)
    ),
    (
      [.escalated("A"), .joined("O", "A"), .left("O", "A"), .joined("P", "A")],
      .expected(.connected, requested: 2, connected: 3)
    ),
    (
      [.escalated("A"), .joined("O", "A"), .joined("O", "B")],
      .expected(.handback, requested: 2, connected: 3)
    ),
    (
      [.escalated("A"), .joined("O", "A"), .left("O", "A"), .wrappedUp("A")],
      .expected(.completed, requested: 2, connected: 3)
    ),
    (
      [.escalated("A"), .joined("O", "A"), .wrappedUp("A"), .left("O", "A")],
      .expected(.completed, requested: 2, connected: 3)
    ),
    (
      [.escalated("A"), .joined("O", "A", .listen), .left("O", "A")],
      .expected(.requested, requested: 2)
    ),
    ([.escalated("A"), .escalated("A")], .expected(.requested, requested: 2)),
    (
      [.escalated("A"), .joined("O", "A"), .left("O", "A"), .escalated("A", "E2")],
      .expected(.requested, id: "E2", requested: 5)
    ),
    (
      [.joined("O", "A"), .escalated("A")],
      .expected(.connected, requested: 3, connected: 3)
    ),
  ])
  func follows(events: [WorkspaceEvent], expected: Escalation) {
    #expect(escalation(after: events) == expected)
  }

  @Test func eachEscalationIsCountedOnce() {
    let scene = Scene(.escalated("A"), .escalated("A"), .escalated("A", "E2"), .escalated("B"))
    #expect(scene.board.today.escalations == 3)
  }

  @Test func anEventAddsTheReasonToWhatAReadToldFirst() {
    var snapshot = EscalationSnapshot(callSID: "A", status: .known(.requested))
    snapshot.escalationID = "E1"
    snapshot.requestedAt = second(1)
    var scene = Scene()
    scene.read(.escalations([snapshot], isComplete: true), at: 2)
    #expect(scene.board.today.escalations == 0)
    scene.tell(.escalated("A"), at: 3)
    scene.tell(.escalated("A"), at: 4)
    #expect(scene.board.calls["A"]?.escalation == .expected(.requested, requested: 1))
    #expect(scene.board.today.escalations == 1)
  }

  @Test func theWrapUpReasonIsTheCalls() {
    let scene = Scene(.started("A"), .wrappedUp("A", "transferred"))
    let call = Call.expected("A", at: 1, touched: 2) { $0.wrapUpReason = "transferred" }
    #expect(scene.board.calls == ["A": call])
  }

  @Test func theWaitEndsWithTheAnswerOrWithTheEscalation() {
    let now = second(100)
    #expect(Escalation.expected(.requested, requested: 40).waited(at: now) == 60)
    #expect(Escalation.expected(.connected, requested: 40, connected: 50).waited(at: now) == 10)
    #expect(Escalation.expected(.handback, requested: 40, connected: 50).waited(at: now) == 10)
    #expect(Escalation.expected(.completed, requested: 40).waited(at: now) == nil)
    #expect(Escalation.expected(.requested, id: nil, requested: nil).waited(at: now) == nil)
  }
}
