import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct DepartureTests {
  private func rows(_ scene: Scene) -> [String] {
    scene.board.rows(of: .calls).map(\.key)
  }

  @Test func aCallThatEndsStaysWhereItStoodForAWhile() throws {
    var scene = Scene(.started("A"), .started("B"), .started("C"), .escalated("C"))
    scene.tell(.ended("A", because: .abandoned), at: 10)
    scene.tell(.ended("C"), at: 11)
    scene.frame(at: 11)
    #expect(rows(scene) == ["C", "A", "B"])
    #expect(scene.board.calls.count == 1)
    let departed = try #require(scene.board.departed["A"])
    #expect(departed.ending.completionReason == .abandoned)
    #expect(departed.since == second(10))
    #expect(scene.board.mark(of: .call("A")) == .ended)
    scene.frame(at: 15)
    #expect(rows(scene) == ["C", "A", "B"])
    scene.frame(at: 16)
    #expect(rows(scene) == ["C", "B"])
    scene.frame(at: 17)
    #expect(rows(scene) == ["B"])
    #expect(scene.board.mark(of: .call("A")) == nil)
  }

  @Test func itIsFoundByHowItStoodAndThatItEnded() throws {
    var scene = Scene(.started("A"), .escalated("A"), .ended("A", because: .abandoned, after: 90))
    scene.frame(at: 5)
    let board = scene.board
    for text in ["state:waiting", "state:ended", "state:abandoned", "time==90s"] {
      let filter = try Filter(text, for: .calls)
      #expect(board.rows([.call("A")], of: .calls, passing: filter, .masked).count == 1, "\(text)")
    }
  }

  @Test func whoHangsUpWhileWaitingHasDoneSoWhateverThePlatformCallsIt() throws {
    var scene = Scene(
      .started("A"), .escalated("A"), .ended("A", because: .callerHangup), .started("B"),
      .ended("B", because: .callerHangup))
    scene.frame(at: 5)
    #expect(
      scene.board.endedCalls.recent.map(\.reason) == [.known(.abandoned), .known(.callerHangup)])
    #expect(scene.board.endedCalls.recent.map(\.isAbandoned) == [true, false])
    let filter = try Filter("state=\"ended hung up waiting\"", for: .calls)
    #expect(
      scene.board.rows([.call("A"), .call("B")], of: .calls, passing: filter, .masked)
        == [.call("A")])
  }

  @Test func aClockThatIsSetBackKeepsNothing() {
    var scene = Scene(.started("A"), .ended("A"))
    scene.frame(at: -100)
    #expect(scene.board.departed.isEmpty)
  }

  @Test func departedCallsAreBoundedWithoutFrames() {
    var scene = Scene()
    for number in 0...(2 * Limits.departedCalls) {
      let call = CallSID(stringLiteral: "C\(number)")
      scene.tell(.started(call), at: 1)
      scene.tell(.ended(call), at: 1)
    }
    #expect(scene.board.departed.count == Limits.departedCalls)
    scene.tell(.started("X"), at: 100)
    scene.tell(.ended("X"), at: 100)
    #expect(Array(scene.board.departed.keys) == ["X"])
  }

  @Test func whatIsNewOrChangedIsMarkedForSomeSeconds() {
    var scene = Scene()
    scene.read(
      .operators([OperatorSnapshot(operatorID: "R", status: .known(.online))], isComplete: false),
      at: 0)
    scene.tell(.started("A"), at: 10)
    scene.tell(.joined("O", "inferred"), at: 10)
    scene.tell(.status("O", .busy), at: 10)
    scene.tell(.created("S"), at: 10)
    scene.tell(.created("T"), at: 5)
    scene.tell(.submitted("T"), at: 10)
    scene.frame(at: 14)
    let rows: [RowID] = [
      .call("A"), .call("inferred"), .operator("O"), .operator("R"), .surface("S"), .surface("T"),
      .activity(0), .metric(.live), .call("unknown"),
    ]
    #expect(
      rows.map(scene.board.mark)
        == [.new, nil, .changed, nil, .new, .changed, nil, nil, nil])
    scene.frame(at: 15)
    #expect(rows.allSatisfy { scene.board.mark(of: $0) == nil })
  }
}
