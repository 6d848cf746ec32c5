import DequeModule
import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct MergeSurfacesTests {
  private func snapshot(_ id: SurfaceID, _ stage: SurfaceStage) -> SurfaceSnapshot {
    var snapshot = SurfaceSnapshot(surfaceID: id, stage: stage)
    snapshot.title = "Intake"
    snapshot.stageSince = second(-40)
    return snapshot
  }

  @Test func aReadMakesSurfacesKnown() {
    var scene = Scene()
    scene.read(.surfaces([snapshot("S", .opened)], isComplete: true), at: 1)
    let surface = Surface.expected(.opened, since: -40, touched: 0) { $0.title = "Intake" }
    #expect(scene.board.surfaces == ["S": surface])
  }

  @Test func anEventAfterTheSendingWins() {
    var scene = Scene(.created("S"))
    scene.act(.readStarted(.surfaces, at: second(2)))
    scene.tell(.archived("S"), at: 3)
    scene.act(.read(.surfaces([snapshot("S", .delivered)], isComplete: true), at: second(4)))
    let surface = Surface.expected(.archived, since: 3, touched: 2) {
      $0.entityID = "patient"
      $0.channel = "sms"
      $0.fieldsCount = 3
      $0.title = "Intake"
    }
    #expect(scene.board.surfaces == ["S": surface])
  }

  @Test(arguments: [true, false])
  func whatACompleteReadLacksIsNoLongerOpen(isComplete: Bool) {
    var scene = Scene(.opened("S"), .submitted("T"), .approved("U"))
    scene.act(.readStarted(.surfaces, at: second(4)))
    scene.tell(.created("V"), at: 5)
    scene.act(.read(.surfaces([], isComplete: isComplete), at: second(6)))
    #expect(
      Array(scene.board.surfaces.keys) == (isComplete ? ["T", "U", "V"] : ["S", "T", "U", "V"]))
  }

  /// The stream brings again what was missed while the connection was down; the read is faster.
  @Test func aReadAheadOfTheStreamCostsNothing() {
    let missed: [(Int64, WorkspaceEvent)] = [
      (4, .saved("name", "S")), (5, .submitted("S")), (6, .approved("S")),
      (5, .saved("age", "T")), (6, .saved("name", "T")),
    ]
    var ahead = Scene(.created("S"), .rejected("T"))
    var behind = ahead
    ahead.act(.readStarted(.surfaces, at: second(9)))
    ahead.act(.read(.surfaces([snapshot("T", .inProgress)], isComplete: true), at: second(9)))
    #expect(Array(ahead.board.surfaces.keys) == ["T"])
    for (time, event) in missed {
      ahead.tell(event, at: time)
      behind.tell(event, at: time)
    }
    #expect(ahead.board.surfaces["S"] == behind.board.surfaces["S"])
    #expect(ahead.board.surfaces["T"]?.stage == .inProgress)
    #expect(ahead.board.surfaces["T"]?.stageSince == second(5))
    #expect(ahead.board.unlistedSurfaces.isEmpty)
  }

  /// Another field, saved after the read, is not the first one, however soon it is.
  @Test func aFieldSavedSinceTheReadDoesNotBeginTheStage() {
    var scene = Scene()
    scene.read(.surfaces([snapshot("S", .inProgress)], isComplete: true), at: 9)
    scene.tell(.saved("name", "S"), at: 10)
    #expect(scene.board.surfaces["S"]?.stageSince == second(-40))
  }

  /// A platform's clock that is ahead dates the deed after the read that already knew it.
  @Test(arguments: [(14, 1), (15, 0)])
  func whatIsHandedInCountsThoughTheClocksDiffer(at time: Int64, counted: Int) {
    var scene = Scene()
    scene.read(.surfaces([snapshot("S", .pendingReview)], isComplete: true), at: 9)
    scene.tell(.submitted("S"), at: time)
    #expect(scene.board.history.hour.total.surfacesSubmitted == counted)
  }

  @Test func whatIsHandedInCountsOnceThoughAReadKnewItFirst() {
    var scene = Scene(.opened("S"), .submitted("T"), .pendingReview("T"))
    scene.act(.readStarted(.surfaces, at: second(9)))
    scene.act(.read(.surfaces([snapshot("S", .pendingReview)], isComplete: true), at: second(9)))
    #expect(scene.board.surfaces["T"] == nil)
    for surface in ["S", "T"] as [SurfaceID] { scene.tell(.submitted(surface), at: 8) }
    #expect(scene.board.history.hour.total.surfacesSubmitted == 2)
  }

  @Test func aReadThatTellsTheMomentIsNotCorrected() {
    var scene = Scene()
    scene.read(.surfaces([snapshot("S", .opened)], isComplete: true), at: 9)
    scene.tell(.opened("S"), at: 5)
    #expect(scene.board.surfaces["S"]?.stageSince == second(-40))
  }

  @Test func whatAReadLackedIsForgottenInTheEnd() {
    var scene = Scene()
    for number in 0..<(Limits.unlistedSurfaces + 9) {
      scene.tell(.opened(SurfaceID(stringLiteral: "S\(number)")), at: 1)
    }
    scene.read(.surfaces([], isComplete: true), at: 2)
    #expect(scene.board.surfaces.isEmpty)
    #expect(scene.board.unlistedSurfaces.count == Limits.unlistedSurfaces)
    #expect(scene.board.unlistedSurfaces["S8"] == nil)
  }

  @Test func aFinishedStageOfAReadIsBoundedToo() {
    var scene = Scene()
    let found = (0..<(Limits.finishedSurfaces + 9)).map {
      snapshot(SurfaceID(stringLiteral: "S\($0)"), .archived)
    }
    scene.read(.surfaces(found, isComplete: false), at: 1)
    #expect(scene.board.surfaces.count == Limits.finishedSurfaces)
  }
}
