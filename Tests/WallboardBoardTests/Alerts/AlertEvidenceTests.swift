import OrderedCollections
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

struct FailureAlertTests {
  @Test func errorsOfOneSourceAddUp() {
    var scene = Scene.judging(.pipelineError)
    scene.tell(.pipelineError("one"), at: 1)
    scene.tell(.pipelineError("two"), at: 1)
    #expect(
      scene.pass(1...1).alarms == ["warning pipeline_error one 1", "warning pipeline_error two 1"])
    #expect(scene.alerts == ["warning pipeline_error one 1", "warning pipeline_error two 1"])
    scene.tell(.pipelineError("two"), at: 2)
    scene.tell(.pipelineError("two"), at: 2)
    #expect(scene.pass(2...2).alarms == ["critical pipeline_error two 3"])
    #expect(scene.alerts == ["critical pipeline_error two 3", "warning pipeline_error one 1"])
  }

  @Test func aSuccessOfTheSameSourceResolves() {
    var scene = Scene.judging(.pipelineError)
    scene.tell(.pipelineError("one"), at: 1)
    scene.tell(.pipelineError("two"), at: 1)
    scene.pass(1...1)
    scene.tell(.synced("one"), at: 2)
    scene.pass(2...2)
    #expect(scene.alerts == ["warning pipeline_error two 1"])
    #expect(scene.pastAlerts == ["warning pipeline_error one 1"])
  }

  @Test func whatFailedTenMinutesAgoNoLongerCounts() {
    var scene = Scene.judging(.triggerFailed)
    for time in [0, 100, 200] as [Int64] { scene.tell(.triggerFailed(), at: time) }
    scene.pass(200...599)
    #expect(scene.alerts == ["critical trigger_failed T 3"])
    scene.pass(600...600)
    #expect(scene.alerts == ["warning trigger_failed T 2"])
    scene.pass(601...799)
    #expect(scene.alerts == ["warning trigger_failed T 1"])
    scene.pass(800...800)
    #expect(scene.alerts.isEmpty)
    #expect(scene.pastAlerts == ["critical trigger_failed T 3"])
    #expect(scene.board.alerts.history.last?.label == "nightly")
  }

  @Test func aTriggerThatCompletesResolves() {
    var scene = Scene.judging(.triggerFailed)
    scene.tell(.triggerFailed(), at: 1)
    scene.pass(1...1)
    scene.tell(.triggerCompleted(), at: 2)
    scene.pass(2...2)
    #expect(scene.alerts.isEmpty)
  }

  @Test func messagesThatDoNotArriveAddUpAcrossChannels() {
    var scene = Scene.judging(.deliveryFailed)
    scene.tell(.bounced(), at: 1)
    scene.tell(.voicemail(.failed), at: 1)
    scene.tell(.voicemail(.notDelivered), at: 1)
    scene.tell(.voicemail(.delivered), at: 1)
    scene.pass(1...1)
    #expect(scene.alerts == ["warning delivery_failed - 3"])
  }

  @Test func aFailureThatWasReplayedCountsFromWhenItHappened() {
    var scene = Scene.judging(.pipelineError)
    scene.pass(1...599)
    scene.tell(.pipelineError("one"), at: 0)
    scene.pass(600...600)
    #expect(scene.alerts.isEmpty)
  }

  @Test func onlySoManyThingsAndFailuresAreCounted() {
    var scene = Scene.judging(.pipelineError)
    for _ in 0...Limits.failuresOfOne { scene.tell(.pipelineError("often"), at: 1) }
    scene.pass(1...1)
    #expect(scene.alerts == ["critical pipeline_error often \(Limits.failuresOfOne)"])
    for number in 0..<Limits.failingThings {
      scene.tell(.pipelineError(BoundedString("s\(number)")), at: 2)
    }
    scene.pass(2...2)
    #expect(scene.alerts.count == Limits.failingThings)
    #expect(scene.pastAlerts == ["critical pipeline_error often \(Limits.failuresOfOne)"])
  }

  @Test func whatStillFailsIsKeptWhenTooManyThingsDo() {
    var scene = Scene.judging(.pipelineError)
    scene.tell(.pipelineError("always"), at: 1)
    for number in 0..<Limits.failingThings - 1 {
      scene.tell(.pipelineError(BoundedString("s\(number)")), at: 2)
    }
    scene.tell(.pipelineError("always"), at: 3)
    scene.tell(.pipelineError("one more"), at: 4)
    scene.pass(4...4)
    let alerts = scene.board.alerts.ranked.map(\.key.subject)
    #expect(alerts.contains(.source("always")) && alerts.contains(.source("one more")))
    #expect(!alerts.contains(.source("s0")))
  }
}
