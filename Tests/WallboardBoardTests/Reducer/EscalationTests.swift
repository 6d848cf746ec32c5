import OrderedCollections
import Testing
@testable import WallboardBoard
@testable import WallboardEvents

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
