import DequeModule
import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct SurfaceTests {
  @Test func goesThroughAllStages() {
    let stages: [(WorkspaceEvent, SurfaceStage)] = [
      (.created("S"), .created), (.delivered("S"), .delivered), (.opened("S"), .opened),
      (.saved("name", "S"), .inProgress), (.submitted("S"), .submitted),
      (.pendingReview("S"), .pendingReview), (.approved("S"), .approved),
      (.archived("S"), .archived),
    ]
    var scene = Scene()
    for (index, (event, stage)) in stages.enumerated() {
      let number = Int64(index) + 1
      scene.tell(event, at: number)
      let surface = Surface.expected(stage, since: number, touched: UInt64(number)) {
        $0.entityID = "patient"
        $0.channel = "sms"
        $0.fieldsCount = 3
        $0.fieldsSaved = index >= 3 ? ["name"] : []
      }
      #expect(scene.board.surfaces == ["S": surface])
    }
  }

  @Test func aFieldIsCountedOnceAndInTheOrderOfSaving() {
    let scene = Scene(.saved("b", "S"), .saved("a", "S"), .saved("b", "S"))
    let surface = Surface.expected(.inProgress, since: 1, touched: 3) {
      $0.entityID = "patient"
      $0.fieldsSaved = ["b", "a"]
    }
    #expect(scene.board.surfaces == ["S": surface])
  }

  @Test(arguments: [
    ([WorkspaceEvent.opened("S"), .delivered("S")], SurfaceStage.opened),
    ([.saved("a", "S"), .opened("S")], .inProgress),
    ([.submitted("S"), .opened("S")], .submitted),
    ([.submitted("S"), .saved("a", "S")], .submitted),
    ([.pendingReview("S"), .submitted("S")], .pendingReview),
    ([.approved("S"), .submitted("S")], .approved),
    ([.archived("S"), .delivered("S")], .archived),
    ([.delivered("S"), .created("S")], .delivered),
    ([.opened("S"), .updated("S")], .opened),
  ])
  func aStageOfThePatientDoesNotBringItBack(events: [WorkspaceEvent], stage: SurfaceStage) {
    var scene = Scene()
    for event in events { scene.tell(event, at: 1) }
    #expect(scene.board.surfaces["S"]?.stage == stage)
  }

  @Test func aRejectedFormGoesRoundAgain() {
    var scene = Scene(.created("S"), .submitted("S"), .pendingReview("S"), .rejected("S"))
    #expect(scene.board.surfaces["S"]?.reason == Protected("blurred"))
    #expect(scene.board.finishedSurfaces == ["S"])
    scene.tell(.opened("S"), at: 5)
    #expect(scene.board.surfaces["S"]?.stage == .opened)
    #expect(scene.board.finishedSurfaces.isEmpty)
    scene.tell(.submitted("S"), at: 6)
    scene.tell(.approved("S"), at: 7)
    let surface = Surface.expected(.approved, since: 7, touched: 7) {
      $0.entityID = "patient"
      $0.channel = "sms"
      $0.fieldsCount = 3
    }
    #expect(scene.board.surfaces == ["S": surface])
  }

  @Test func anApprovedFormIsOpenAndCanBeDelivered() {
    var scene = Scene(.created("S"), .pendingReview("S"), .approved("S"))
    #expect(scene.board.finishedSurfaces.isEmpty)
    #expect(SurfaceNumbers(scene.board).open == 1)
    scene.read(
      .surfaces([SurfaceSnapshot(surfaceID: "S", stage: .created)], isComplete: true), at: 4)
    #expect(scene.board.surfaces["S"]?.stage == .created)
    scene = Scene(.created("S"), .pendingReview("S"), .approved("S"), .delivered("S"))
    #expect(scene.board.surfaces["S"]?.stage == .delivered)
    scene.tell(.opened("S"), at: 5)
    #expect(scene.board.surfaces["S"]?.stage == .opened)
  }

  @Test(arguments: [
    WorkspaceEvent.created("S"), .delivered("S"), .opened("S"), .saved("a", "S"), .submitted("S"),
    .pendingReview("S"), .approved("S"), .rejected("S"), .archived("S"), .reshaped("S", from: "T"),
    .updated("S"),
  ])
  func aLateEventOfAFinishedSurfaceThatWasForgottenMakesNoRow(event: WorkspaceEvent) {
    var scene = Scene(.created("S"), .archived("S"))
    for number in 0..<Limits.finishedSurfaces {
      scene.tell(.archived(SurfaceID(stringLiteral: "other \(number)")), at: 3)
    }
    #expect(scene.board.surfaces["S"] == nil)
    let before = scene.board
    scene.tell(event, at: 4)
    #expect(scene.board.surfaces == before.surfaces)
    #expect(scene.board.finishedSurfaces == before.finishedSurfaces)
    // A read knows better.
    scene.read(
      .surfaces([SurfaceSnapshot(surfaceID: "S", stage: .opened)], isComplete: true), at: 5)
    scene.tell(.saved("a", "S"), at: 6)
    #expect(scene.board.surfaces["S"]?.stage == .inProgress)
  }

  @Test func reshapingMakesANewSurfaceAndArchivesNothing() {
    let scene = Scene(.created("S"), .reshaped("N", from: "S"))
    let new = Surface.expected(.created, id: "N", since: 2, touched: 2) {
      $0.originalSurfaceID = "S"
      $0.entityID = "patient"
    }
    #expect(scene.board.surfaces["N"] == new)
    #expect(scene.board.surfaces["S"]?.stage == .created)
  }

  @Test func anUpdateOfAnUnknownSurfaceTellsNothingToShow() {
    #expect(Scene(.updated("S")).board.surfaces.isEmpty)
  }

  @Test func aCreationWithoutACountKeepsTheOneThatIsKnown() {
    var snapshot = SurfaceSnapshot(surfaceID: "S", stage: .created)
    snapshot.fieldsCount = 7
    var scene = Scene()
    scene.read(.surfaces([snapshot], isComplete: true), at: 1)
    scene.tell(.created("S", fields: nil), at: 2)
    #expect(scene.board.surfaces["S"]?.fieldsCount == 7)
  }

  @Test func ofTheFinishedTheOneThatHasBeenSoTheLongestGoes() {
    var scene = Scene(.rejected("first"), .rejected("second"), .opened("first"), .archived("first"))
    for number in 0..<(Limits.finishedSurfaces - 1) {
      scene.tell(.archived(SurfaceID(stringLiteral: "S\(number)")), at: 4)
    }
    #expect(scene.board.surfaces.count == Limits.finishedSurfaces)
    #expect(scene.board.surfaces["second"] == nil)
    #expect(scene.board.surfaces["first"]?.stage == .archived)
  }

  @Test func pastTheLimitAFinishedSurfaceGoesBeforeALiveOne() {
    var scene = Scene(.created("oldest"), .archived("finished"))
    for number in 2..<Limits.surfaces {
      scene.tell(.created(SurfaceID(stringLiteral: "S\(number)")), at: 3)
    }
    scene.tell(.saved("a", "oldest"), at: 4)
    #expect(scene.board.surfaces.count == Limits.surfaces)
    scene.tell(.created("one more"), at: 5)
    #expect(scene.board.surfaces["finished"] == nil)
    scene.tell(.created("another"), at: 6)
    #expect(scene.board.surfaces.count == Limits.surfaces)
    #expect(scene.board.surfaces["S2"] == nil)
    #expect(scene.board.surfaces["oldest"]?.stage == .inProgress)
  }

  @Test func pastTheLimitTheOneLongestWithoutAnEventGoesHoweverManyHaveGone() {
    var scene = Scene()
    for number in 0..<Limits.surfaces {
      scene.tell(.created(SurfaceID(stringLiteral: "S\(number)")), at: 1)
    }
    // Every third of the oldest goes on before its turn comes.
    let gone = 0..<600
    for number in gone {
      if number % 3 == 0 { scene.tell(.saved("a", SurfaceID(stringLiteral: "S\(number)")), at: 2) }
      if number % 3 == 1 { scene.tell(.created(SurfaceID(stringLiteral: "T\(number)")), at: 2) }
      if number % 3 == 2 { scene.tell(.created(SurfaceID(stringLiteral: "U\(number)")), at: 2) }
    }
    for number in gone {
      let isThere = scene.board.surfaces[SurfaceID(stringLiteral: "S\(number)")] != nil
      #expect(isThere == (number % 3 == 0), "\(number)")
    }
    #expect(scene.board.surfaces.count == Limits.surfaces)
    #expect(scene.board.surfaces[SurfaceID(stringLiteral: "S\(gone.upperBound)")] != nil)
  }

  @Test func aSubmittedFormThatNeedsNoReviewStandsBehindThoseThatGoOn() {
    let scene = Scene(
      .created("done", review: false), .submitted("done"), .created("live"), .opened("live"),
      .created("waits", review: true), .submitted("waits"))
    #expect(
      scene.board.rows(of: .surfaces) == [.surface("waits"), .surface("live"), .surface("done")])
  }
}
