import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct AwayTests {
  /// A board whose last key came at second 10.
  private func scene() -> Scene {
    var scene = Scene(.started("A"), .started("B"))
    scene.open(at: 3)
    scene.frame(at: 10)
    scene.intend(.moveDown)
    return scene
  }

  @Test func theFirstKeyAfterALongTimeTellsWhatHappened() {
    var scene = scene()
    scene.tell(.escalated("A"), at: 20)
    scene.frame(at: 40)
    scene.tell(.ended("A"), at: 50)
    scene.frame(at: 400)
    scene.intend(.toggleZoom)
    let digest = scene.state.view.digest
    #expect(scene.state.view.overlay == .digest)
    #expect(!scene.state.view.isZoomed, "nobody knew what the key would do")
    #expect(digest?.totals.escalated == 1 && digest?.totals.ended == 1)
    #expect(digest?.totals.started == 0)
    #expect(digest?.longestWait == 20)
    #expect(digest?.from == second(10) && digest?.to == second(400))
    scene.intend(.open)
    #expect(scene.state.view.overlay == nil)
    scene.intend(.toggleZoom)
    #expect(scene.state.view.isZoomed)
  }

  @Test func aKeySoonAfterTheLastTellsNothing() {
    var scene = scene()
    scene.tell(.ended("A"), at: 20)
    scene.frame(at: 309)
    scene.intend(.toggleZoom)
    #expect(scene.state.view.overlay == nil && scene.state.view.isZoomed)
  }

  @Test func whereNothingHappenedNothingIsTold() {
    var scene = scene()
    // A stream that is silent for so long is an alert, and told of.
    scene.act(.heard(at: second(9_000)))
    scene.frame(at: 9_000)
    scene.intend(.toggleZoom)
    #expect(scene.state.view.overlay == nil && scene.state.view.isZoomed)
  }

  @Test func quittingNeedsNoTelling() {
    var scene = scene()
    scene.tell(.ended("A"), at: 20)
    scene.frame(at: 9_000)
    #expect(scene.act(.intent(.quit)) == [.quit])
  }

  @Test func aConnectionThatWasLostIsTold() {
    var scene = scene()
    scene.lose(at: 20)
    scene.open(at: 500)
    scene.frame(at: 501)
    scene.intend(.moveUp)
    #expect(scene.state.view.digest?.totals.reconnects == 1)
    #expect(scene.state.view.digest?.totals.gaps == 1)
  }

  @Test func aClockThatWasSetBackTellsNothing() {
    var scene = scene()
    scene.tell(.ended("A"), at: 20)
    scene.frame(at: -5_000)
    scene.intend(.toggleZoom)
    #expect(scene.state.view.isZoomed)
  }

  @Test func whoReturnsToAnOverlayIsToldOnceItIsClosed() {
    var scene = scene()
    scene.intend(.toggleHelp)
    scene.tell(.ended("A"), at: 20)
    scene.frame(at: 400)
    scene.intend(.moveDown)
    #expect(scene.state.view.overlay == .help)
    scene.intend(.back)
    #expect(scene.state.view.overlay == nil)
    scene.frame(at: 401)
    scene.intend(.moveDown)
    #expect(scene.state.view.overlay == .digest)
    #expect(scene.state.view.digest?.from == second(10))
  }

  @Test func nobodyKnowsHowLongSomebodyWaitedWhileTheStreamWasDown() {
    var scene = scene()
    scene.tell(.escalated("A"), at: 20)
    scene.frame(at: 30)
    scene.lose(at: 31)
    for time in 32...400 { scene.frame(at: Int64(time)) }
    scene.intend(.moveDown)
    #expect(scene.state.view.digest?.longestWait == 10)
  }
}
