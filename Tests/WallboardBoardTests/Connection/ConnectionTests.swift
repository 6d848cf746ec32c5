import DequeModule
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct ConnectionTests {
  @Test func theFirstOpeningIsNoReconnect() {
    var scene = Scene()
    scene.open(at: 0)
    let expected = Connection(
      phase: .open, since: second(0), lastHeardAt: second(0), lastEventID: nil, wasOpen: true)
    #expect(scene.board.connection == expected)
    #expect(scene.board.activity == Activity())
  }

  @Test(arguments: [(Int64(300), false), (301, true)])
  func anOutageLongerThanTheReplayIsAGap(seconds: Int64, isGap: Bool) {
    var scene = Scene()
    scene.open(at: 0)
    scene.tell(.triggerFailed(), at: 10)
    scene.lose(at: 11)
    scene.open(at: 10 + seconds)
    #expect(scene.board.connection.reconnects == 1)
    #expect(scene.board.connection.gaps == (isGap ? 1 : 0))
    #expect(
      scene.board.activity.entries.last?.content
        == (isGap ? .gap(seconds: seconds) : .reconnected(seconds: seconds)))
    #expect(scene.board.activity.problemCount == (isGap ? 2 : 1))
  }

  @Test func whyItWasLostIsKnownUntilItIsOpenAgain() {
    var scene = Scene()
    scene.open(at: 0)
    scene.lose(at: 1)
    scene.act(.connection(ConnectionChange(.connecting(attempt: 1), at: second(2))))
    #expect(scene.board.connection.trouble == "lost")
    scene.open(at: 3)
    #expect(scene.board.connection.trouble == nil)
  }

  @Test func aStreamWithoutACursorCannotBeResumed() {
    var scene = Scene()
    scene.open(at: 0)
    scene.lose(at: 1)
    scene.open(at: 2)
    #expect(scene.board.connection.gaps == 1)
  }

  @Test func anyByteMakesTheDataYoung() {
    var scene = Scene()
    scene.act(.heard(at: second(7)))
    #expect(scene.board.connection.lastHeardAt == second(7))
  }

  @Test func aClockThatWasSetBackDoesNotMakeTheDataYoungForever() {
    var scene = Scene()
    scene.act(.heard(at: second(3600)))
    scene.act(.heard(at: second(0)))
    #expect(scene.board.connection.lastHeardAt == second(0))
  }

  @Test func aPhaseIsKeptWithItsBeginning() {
    var scene = Scene()
    let phase = ConnectionPhase.refused(reason: "401", until: nil)
    #expect(scene.act(.connection(ConnectionChange(phase, at: second(4)))).isEmpty)
    #expect(scene.board.connection.phase == phase)
    #expect(scene.board.connection.since == second(4))
  }
}
