import OrderedCollections
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// The wall follows by itself what is worth most to be seen: one call at most.
@Suite(.inTurn)
struct DirectorTests {
  @Test func theLongestCallIsFollowedFirst() {
    var scene = Scene.onWall("A", "B", "C")
    #expect(scene.look(at: 2) == [.follow("A")])
    #expect(scene.state.view.panes.map(\.callSID) == ["A"])
    #expect(scene.state.view.focusedPane == nil && scene.directed == "A")
  }

  @Test func itGoesFromCallToCall() {
    var scene = Scene.onWall("A", "B", "C")
    #expect(
      scene.look(from: 2, to: 48) == [
        .follow("A"), .unfollow("A"), .follow("B"), .unfollow("B"), .follow("C"), .unfollow("C"),
        .follow("A"),
      ])
  }

  @Test func aSingleCallIsKept() {
    var scene = Scene.onWall("A")
    #expect(scene.look(from: 2, to: 200) == [.follow("A")])
  }

  @Test func whoAsksForAHumanIsSeenAtOnceAndUntilThatEnds() {
    var scene = Scene.onWall("A", "B", "C")
    #expect(scene.look(at: 2) == [.follow("A")])
    scene.tell(.escalated("C"), at: 3)
    #expect(scene.look(at: 3) == [.unfollow("A"), .follow("C")])
    #expect(scene.look(from: 4, to: 300) == [])
    scene.tell(.joined("op", "C"), at: 301)
    #expect(scene.look(from: 301, to: 400) == [])
    scene.tell(.left("op", "C"), at: 401)
    scene.tell(.wrappedUp("C"), at: 401)
    scene.tell(.ended("C"), at: 402)
    #expect(scene.look(from: 402, to: 403) == [])
  }

  @Test func aNewerEscalationTakesItAtOnce() {
    var scene = Scene.onWall("A", "B")
    scene.tell(.escalated("A", "E1"), at: 2)
    #expect(scene.look(at: 2) == [.follow("A")])
    scene.tell(.escalated("B", "E2"), at: 3)
    #expect(scene.look(at: 3) == [.unfollow("A"), .follow("B")])
    #expect(scene.look(from: 4, to: 60) == [])
  }

  @Test func whoIsSpokenToIsNotChosenBeforeOneWhoWaits() {
    var scene = Scene.onWall("A", "B", "C")
    scene.tell(.escalated("A", "E1"), at: 2)
    scene.tell(.escalated("B", "E2"), at: 3)
    scene.tell(.joined("op", "B"), at: 4)
    #expect(scene.look(at: 4) == [.follow("A")])
    #expect(scene.look(from: 5, to: 60) == [])
    // Nor does it go back at once when nobody waits any more.
    scene.tell(.joined("other", "A"), at: 61)
    scene.state.view.wall?.directedSince = second(61)
    #expect(scene.look(from: 61, to: 75) == [])
    #expect(scene.look(at: 76) == [.unfollow("A"), .follow("B")])
  }

  @Test func itDoesNotFlickerBackToAnOlderOne() {
    var scene = Scene.onWall("A", "B", "C")
    scene.tell(.escalated("A", "E1"), at: 2)
    scene.tell(.escalated("B", "E2"), at: 3)
    #expect(scene.look(at: 4) == [.follow("B")])
    scene.state.board.calls["B"]?.escalation?.status = .known(.completed)
    #expect(scene.look(from: 5, to: 18) == [])
    #expect(scene.look(at: 19) == [.unfollow("B"), .follow("A")])
  }

  @Test func theEndIsSeenBeforeAnotherIsFollowed() {
    var scene = Scene.onWall("A", "B")
    scene.look(at: 2)
    scene.observe(.open, at: 2)
    scene.tell(.ended("A"), at: 10)
    #expect(scene.look(from: 10, to: 14) == [])
    // The socket is left first, as of any call that ended; then the pane is closed.
    #expect(scene.look(at: 15) == [.unfollow("A")])
    #expect(scene.look(at: 16) == [.unfollow("A"), .follow("B")])
    #expect(Array(scene.board.observations.keys) == ["B"])
  }

  @Test func anEscalationDoesNotWaitForAnEndToBeSeen() {
    var scene = Scene.onWall("A", "B")
    scene.look(at: 2)
    scene.tell(.ended("A"), at: 10)
    scene.look(at: 10)
    scene.tell(.escalated("B"), at: 11)
    #expect(scene.look(at: 11) == [.unfollow("A"), .follow("B")])
  }

  @Test func theLastCallsPaneIsClosed() {
    var scene = Scene.onWall("A")
    scene.look(at: 2)
    scene.tell(.ended("A"), at: 3)
    #expect(scene.look(from: 3, to: 30).suffix(1) == [.unfollow("A")])
    #expect(scene.state.view.panes.isEmpty && scene.directed == nil)
  }

  @Test func aCallThatLastsTooLongIsKept() {
    var scene = Scene.onWall("A", "B")
    scene.state.settings.alerts.rules[.callTooLong] = AlertRule(warning: 100, critical: nil)
    let effects = scene.look(from: 2, to: 400)
    #expect(effects.last == .follow("A"))
    #expect(scene.state.view.wall?.directedSince.map { $0 < second(200) } == true)
  }

  @Test func aPinKeepsTheCallUntilItEnds() {
    var scene = Scene.onWall("A", "B")
    scene.look(at: 2)
    scene.intend(.togglePin)
    scene.tell(.escalated("B"), at: 3)
    #expect(scene.look(from: 3, to: 100) == [])
    scene.tell(.ended("A"), at: 101)
    #expect(scene.look(at: 101) == [.unfollow("A"), .follow("B")])
    #expect(scene.state.view.wall?.isPinned == false)
    #expect(scene.state.view.notice?.text == "Let go: the call is over")
    // The next one is not kept.
    scene.tell(.started("C"), at: 102)
    scene.tell(.escalated("C", "E3"), at: 103)
    #expect(scene.look(at: 103) == [.unfollow("B"), .follow("C")])
  }

  @Test func aKeptCallOfWhichNothingMoreIsReceivedIsLetGo() {
    var scene = Scene.onWall("A", "B")
    scene.look(at: 2)
    scene.intend(.togglePin)
    scene.observe(.notFound(reason: "4004"), at: 3)
    scene.look(at: 3)
    #expect(scene.state.view.wall?.isPinned == false)
    #expect(scene.state.view.notice?.text == "Let go: no more is received of the call")
    scene.intend(.togglePin)
    #expect(scene.state.view.notice?.text == "No more is received of the call")
  }

  @Test func whereNobodyFollowsAKeptCallIsLetGoToo() {
    var scene = Scene.onWall("A", follow: false)
    scene.intend(.follow("A"))
    scene.look(at: 2)
    #expect(scene.state.view.wall?.isPinned == true)
    scene.tell(.ended("A"), at: 3)
    scene.look(at: 3)
    #expect(scene.state.view.wall?.isPinned == false)
    scene.intend(.togglePin)
    #expect(scene.state.view.wall?.isPinned == false)
    #expect(scene.state.view.notice?.text == "The call is over")
    #expect(scene.look(from: 4, to: 20).suffix(1) == [.unfollow("A")])
    scene.intend(.togglePin)
    #expect(scene.state.view.wall?.isPinned == false)
    #expect(scene.state.view.notice?.text == "No call to keep")
  }

  @Test func whatAPersonFollowsIsPinned() {
    var scene = Scene.onWall("A", "B", "C")
    scene.look(at: 2)
    #expect(scene.act(.intent(.follow("C"))) == [.network(.unfollow("A")), .network(.follow("C"))])
    #expect(scene.look(from: 3, to: 100) == [])
    #expect(scene.directed == "C" && scene.state.view.wall?.isPinned == true)
  }

  @Test func nothingIsFollowedWhileTheBoardIsNotLive() {
    var scene = Scene.onWall("A", "B")
    scene.lose(at: 1)
    #expect(scene.look(from: 2, to: 60) == [])
    scene.open(at: 61)
    #expect(scene.look(at: 61) == [.follow("A")])
    // Nothing is heard from here on.
    scene.tell(.escalated("B"), at: 62)
    #expect(scene.frame(at: 300).alarms == ["critical stream_stale - 238"])
    #expect(scene.directed == "A")
  }

  @Test func aCallThatCannotBeFollowedIsNotTriedAgain() {
    var scene = Scene.onWall("A", "B")
    scene.tell(.escalated("B"), at: 2)
    scene.look(at: 2)
    scene.observe(.notFound(reason: "4004"), on: "B", at: 3)
    #expect(scene.look(from: 3, to: 9) == [.unfollow("B"), .follow("A")])
    #expect(!scene.look(from: 10, to: 300).contains(.follow("B")))
    // A newer request is of another call.
    scene.tell(.started("C"), at: 301)
    scene.tell(.escalated("C", "E3"), at: 302)
    #expect(scene.look(at: 302) == [.unfollow("A"), .follow("C")])
  }

  @Test func aRefusalIsShownAndNotRepeatedCallAfterCall() {
    var scene = Scene.onWall("A", "B", "C")
    scene.look(at: 2)
    scene.observe(.refused(reason: "4403"), at: 3)
    #expect(scene.look(from: 3, to: 300) == [])
  }

  @Test func aClockThatWasSetBackStopsNothing() {
    var scene = Scene.onWall("A", "B")
    scene.look(at: 10_000)
    #expect(scene.look(from: 100, to: 160).suffix(2) == [.unfollow("A"), .follow("B")])
  }

  @Test func nothingIsFollowedUnlessThatWasAskedFor() {
    var scene = Scene.onWall("A", "B", follow: false)
    scene.tell(.escalated("B"), at: 2)
    #expect(scene.look(from: 2, to: 60) == [])
    scene.intend(.follow("A"))
    scene.tell(.ended("A"), at: 61)
    #expect(scene.look(from: 61, to: 80).last == .unfollow("A"))
  }

  /// Whatever happens: at most one call is followed, and each is left before another is.
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func atMostOneIsFollowedWhateverHappens(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var scene = Scene.onWall("A")
    let calls: [CallSID] = ["A", "B", "C", "D", "E"]
    var followed: [CallSID] = []
    var followedCount = 0
    for second in 2..<2_000 as Range<Int64> {
      let call = try #require(calls.randomElement(using: &random))
      let session = CallSID("\(call)\(second / 200)") ?? call
      switch Int.random(in: 0..<16, using: &random) {
      case 0...2: scene.tell(.started(session), at: second)
      case 3: scene.tell(.escalated(session, EscalationID("E\(second)") ?? "E"), at: second)
      case 4: scene.tell(.ended(session), at: second)
      case 5: scene.intend(.togglePin)
      case 7: scene.lose(at: second)
      case 8: scene.open(at: second)
      case 9: scene.observe(.notFound(reason: "4004"), on: session, at: second)
      case 10: scene.observe(.ended, on: session, at: second)
      case _: break
      }
      for command in scene.look(at: second) {
        switch command {
        case .follow(let call):
          #expect(followed.isEmpty)
          followed.append(call)
          followedCount += 1
        case .unfollow(let call): followed.removeAll { $0 == call }
        case .ask: Issue.record("a wall asks for no story")
        case .read, .retryNow: break
        }
      }
      #expect(scene.state.view.panes.count <= 1 && scene.board.observations.count <= 1)
      #expect(scene.state.view.panes.first?.callSID == scene.directed)
    }
    #expect(followedCount > 10)
  }
}
