import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct DuplicateTests {
  @Test func aReplayedEventIsCountedAndNotFolded() {
    var scene = Scene(.started("A"))
    let escalated = scene.tell(.escalated("A"), at: 2)
    scene.tell(.wrappedUp("A"), at: 3)
    var expected = scene.board
    scene.act(.received(escalated))
    expected.counts.duplicates = 1
    expected.connection.lastHeardAt = second(2)
    #expect(scene.board == expected)
  }

  @Test func eventsWithoutAnIdCannotBeToldApart() {
    var scene = Scene()
    let event = ReceivedEvent(
      id: nil, at: second(1), receivedAt: second(1), event: .triggerFailed())
    scene.act(.received(event))
    scene.act(.received(event))
    #expect(scene.board.counts.events == 2)
    #expect(scene.board.counts.duplicates == 0)
  }

  @Test func whatIsKnownToHaveComeBeforeIsNeverNew() {
    var filter = DuplicateFilter()
    let areNew = [UInt64.max, .max].map { filter.isNew($0) }
    #expect(areNew == [false, false])
  }

  @Test func theFilterForgetsTheOldest() {
    var filter = DuplicateFilter()
    // Spread as hashes are.
    let numbers = (Array(1...UInt64(Limits.fingerprints)) + [1, 1 << 40, 1, 3])
      .map { $0 &* 0x9E37_79B9_7F4A_7C15 }
    let areNew = numbers.map { filter.isNew($0) }
    #expect(areNew.prefix(Limits.fingerprints).allSatisfy { $0 })
    #expect(areNew.suffix(4) == [false, true, true, false])
  }

  @Test(arguments: [nil, "0"])
  func anIdThatIsNoTimeMovesNoCursor(id: BoundedString?) {
    var scene = Scene(.started("A"))
    let cursor = scene.board.connection.lastEventID
    #expect(cursor == "1766000001000")
    let event = ReceivedEvent(
      id: id, at: second(2), receivedAt: second(2), event: .triggerFailed())
    scene.act(.received(event))
    #expect(scene.board.connection.lastEventID == cursor)
  }
}

struct BackgroundTests {
  @Test func newNamesAndReadsAreCountedAndOtherEventsAreNot() {
    var scene = Scene()
    let registered = OperatorRegistered(operatorID: "A", name: "Kim")
    scene.tell(.operatorRegistered(registered), at: 1)
    #expect(scene.board.backgroundRevision == 1)
    scene.tell(.operatorRegistered(registered), at: 2)
    scene.tell(.status("A", .online), at: 3)
    scene.tell(.started("CA"), at: 4)
    #expect(scene.board.backgroundRevision == 1)
    scene.read(.services(["billing": "Billing"]), at: 5)
    #expect(scene.board.backgroundRevision == 2)
    scene.read(.operators([], isComplete: true), at: 6)
    #expect(scene.board.backgroundRevision == 3)
  }
}
