import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct TextSessionTests {
  @Test func livesFromItsStartToItsEnd() {
    var scene = Scene(.textStarted("X"))
    let session = TextSession(
      sessionID: "X", serviceID: "billing", channelKind: "sms", entityID: nil,
      startedAt: second(1))
    #expect(scene.board.textSessions == ["X": session])
    #expect(scene.board.wantedReads == [.services])
    scene.tell(.textCompleted("X", after: 90.5, turns: 6), at: 2)
    scene.tell(.textCompleted("never seen", after: 9.5, turns: 1), at: 3)
    #expect(scene.board.textSessions.isEmpty)
    #expect(
      scene.board.endedTextSessions
        == EndedTextSessions(count: 2, durationSum: 100, turnCountSum: 7))
  }

  @Test func sumsHoldAtTheEndsOfTheirRange() {
    let scene = Scene(
      .textCompleted("X", after: .infinity, turns: .max), .textCompleted("Y", turns: .max),
      .textCompleted("Z", after: .nan, turns: .min))
    #expect(
      scene.board.endedTextSessions
        == EndedTextSessions(count: 3, durationSum: 60, turnCountSum: -1))
  }

  @Test func pastTheLimitTheOldestGoes() {
    var scene = Scene()
    for number in 0...Limits.textSessions {
      scene.tell(.textStarted(SessionID(stringLiteral: "X\(number)")), at: 1)
    }
    #expect(scene.board.textSessions.count == Limits.textSessions)
    #expect(scene.board.textSessions["X0"] == nil)
  }
}
