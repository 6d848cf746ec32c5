import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct OperatorTests {
  @Test func aJoinSeatsTheOperatorOnBothSides() {
    let scene = Scene(.started("A"), .joined("O", "A", .listen))
    let call = Call.expected("A", at: 1, touched: 2) {
      $0.operators = [CallOperator("O", .listen, joined: 2)]
    }
    let person = Operator.expected("O", touched: 2) { $0.sits("A", .listen, joined: 2) }
    #expect(scene.board.calls == ["A": call])
    #expect(scene.board.operators == ["O": person])
    #expect(scene.board.wantedReads.contains(.operators))
  }

  @Test func aModeChangeKeepsTheTimeOfTheJoin() {
    let scene = Scene(.started("A"), .joined("O", "A", .listen), .mode("O", "A", .takeover))
    let call = Call.expected("A", at: 1, touched: 3) {
      $0.operators = [CallOperator("O", .takeover, joined: 2)]
    }
    let person = Operator.expected("O", touched: 3) { $0.sits("A", .takeover, joined: 2) }
    #expect(scene.board.calls == ["A": call])
    #expect(scene.board.operators == ["O": person])
  }

  @Test func anOperatorIsOnOneCallAtATime() {
    let scene = Scene(.started("A"), .started("B"), .joined("O", "A"), .joined("O", "B"))
    let left = Call.expected("A", at: 1, touched: 4)
    let joined = Call.expected("B", at: 2, touched: 4) {
      $0.operators = [CallOperator("O", .takeover, joined: 4)]
    }
    let person = Operator.expected("O", touched: 4) { $0.sits("B", .takeover, joined: 4) }
    #expect(scene.board.calls == ["A": left, "B": joined])
    #expect(scene.board.operators == ["O": person])
  }

  @Test func leavingAnotherCallLeavesTheOperatorWhereHeIs() {
    let scene = Scene(.started("A"), .started("B"), .joined("O", "A"), .left("O", "B"))
    let person = Operator.expected("O", touched: 4) { $0.sits("A", .takeover, joined: 3) }
    #expect(scene.board.operators == ["O": person])
    #expect(scene.board.calls["A"]?.operators == [CallOperator("O", .takeover, joined: 3)])
  }

  @Test func everyoneWhoJoinsACallIsOnIt() {
    var scene = Scene(.started("A"))
    let crowd = (0..<100).map { OperatorID(stringLiteral: "O\($0)") }
    for person in crowd { scene.tell(.joined(person, "A", .listen), at: 2) }
    #expect(scene.board.calls["A"]?.operators.map(\.operatorID) == crowd)
    #expect(scene.board.operators.values.allSatisfy { $0.callSID == "A" })
  }

  @Test func theTimeInAStatusBeginsWithItsChange() {
    let scene = Scene(.status("O", .online), .status("O", .online), .status("O", .busy))
    let person = Operator.expected("O", touched: 3) {
      $0.status = .known(.busy)
      $0.statusSince = second(3)
    }
    #expect(scene.board.operators == ["O": person])
    let before = Scene(.status("O", .online), .status("O", .online))
    #expect(before.board.operators["O"]?.statusSince == second(1))
  }

  @Test func anUnknownStatusIsKeptAsItCame() {
    var scene = Scene()
    scene.tell(
      .operatorStatusChanged(OperatorStatusChanged(operatorID: "O", status: OpenEnum("lunch"))),
      at: 1)
    #expect(scene.board.operators["O"]?.status == .other("lunch"))
  }

  @Test func aRegisteredOperatorIsOfflineUntilToldOtherwise() {
    let registered = WorkspaceEvent.operatorRegistered(
      OperatorRegistered(operatorID: "O", name: "Kim"))
    let offline = Operator.expected("O", touched: 1) {
      $0.name = "Kim"
      $0.status = .known(.offline)
      $0.statusSince = second(1)
    }
    #expect(Scene(registered).board.operators == ["O": offline])
    let online = Scene(.status("O", .online), registered).board.operators["O"]
    #expect(online?.status == .known(.online))
    #expect(online?.statusSince == second(1))
  }

  @Test func aProfileChangeAsksForTheNewName() {
    var scene = Scene()
    scene.read(
      .operators(
        [OperatorSnapshot(operatorID: "O", status: .known(.online))],
        isComplete: true), at: 1)
    let before = scene.board.operators
    scene.tell(.operatorProfileUpdated(OperatorProfileUpdated(operatorID: "O")), at: 2)
    #expect(scene.board.operators == before)
    #expect(scene.board.wantedReads == [.operators])
  }
}
