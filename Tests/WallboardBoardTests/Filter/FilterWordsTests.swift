import TestSupport
import Testing
@testable import WallboardBoard
import WallboardEvents

/// Filters that people wrote down find what they found, whatever a thing is called now.
@Suite(.inTurn)
struct FilterWordsTests {
  private static let scene: Scene = {
    var scene = Scene(
      .started("monitored"), .joined("O", "monitored", .listen), .started("back"),
      .escalated("back"), .joined("P", "back"), .left("P", "back"), .started("waiting"),
      .escalated("waiting"), .status("O", .online), .created("S"), .created("T"), .submitted("T"),
      .triggerFailed("nightly"))
    scene.state.board.calls.update("back") { $0.currentState = "verify_identity" }
    scene.tell(.started("held"), at: 18)
    scene.state.board.calls.update("held") { call in
      call.escalation = Escalation(escalationID: nil, status: .other("on_hold"))
    }
    scene.state.board.operators.update("O") { $0.type = "front_desk" }
    scene.state.board.surfaces.update("S") { $0.channel = "web_chat" }
    scene.state.settings.alerts.rules[.escalationWaiting] = AlertRule(warning: 5, critical: nil)
    scene.state.settings.alerts.rules[.callTooLong] = AlertRule(warning: 5, critical: nil)
    scene.open(at: 19)
    scene.readEverything(at: 19)
    scene.tell(.started("gone"), at: 20)
    scene.tell(.escalated("gone"), at: 21)
    scene.tell(.ended("gone", because: .abandoned), at: 22)
    scene.frame(at: 23)
    // The most urgent one, of who waits.
    scene.intend(.acknowledge)
    scene.frame(at: 24)
    return scene
  }()

  private static let words: [(Panel, old: String, new: String)] = [
    (.calls, "state:listened", "state:monitored"), (.calls, "state:handback", "state:back"),
    (.calls, "state:escalated", "state:waiting"), (.calls, "mode:listen", "mode:monitoring"),
    (.calls, "why:\"by ai\"", "why:\"asked for help\""),
    (.calls, "state:\"ended abandoned\"", "state:\"hung up waiting\""),
    (.operators, "status:online", "status:available"),
    (.surfaces, "stage:created", "stage:\"not sent\""),
    (.activity, "event:call.escalated", "event:\"waiting for an operator\""),
    (.activity, "trigger.failed", "\"trigger failed\""),
    (.activity, "what:listen", "what:monitoring"), (.activity, "what:online", "what:available"),
    (.numbers, "abandonment_rate", "number:\"hung up waiting\""),
    (.calls, "graph:verify_identity", "graph:\"verify identity\""),
    (.calls, "state:on_hold", "state:\"on hold\""),
    (.operators, "type:front_desk", "type:\"front desk\""),
    (.surfaces, "channel:web_chat", "channel:\"web chat\""),
    (.alerts, "alert:escalation_waiting", "alert:\"caller waiting\""),
    (.alerts, "alert:call_too_long", "alert:\"long call\""),
    (.alerts, "state:active", "state:open"), (.alerts, "state:new", "state=open"),
  ]

  @Test(arguments: words)
  func oldWordsAndNewOnesFindTheSame(panel: Panel, old: String, new: String) throws {
    let board = Self.scene.board
    let all = board.rows(of: panel)
    let found = try [old, new].map { text in
      board.rows(all, of: panel, passing: try Filter(text, for: panel), .masked)
    }
    #expect(found[0] == found[1], "\(found)")
    #expect(!found[0].isEmpty && (found[0].count < all.count || panel == .operators))
  }

  @Test func whatIsShownAndSortedByIsTheNewWord() throws {
    let board = Self.scene.board
    let waits = try #require(board.alerts.ranked.first { $0.key.kind == .escalationWaiting })
    let long = try #require(board.alerts.ranked.first { $0.key.kind == .callTooLong })
    let shown: [(Field, RowID, String)] = [
      (.state, .call("monitored"), "monitored"), (.state, .call("held"), "on hold"),
      (.state, .call("back"), "back with AI"),
      (.graph, .call("back"), "verify identity"), (.mode, .call("monitored"), "monitoring"),
      (.status, .operator("O"), "available"), (.type, .operator("O"), "front desk"),
      (.stage, .surface("S"), "not sent"), (.channel, .surface("S"), "web chat"),
      (.alert, .alert(waits.number), "Caller waiting"),
      (.state, .alert(waits.number), "acknowledged"), (.state, .alert(long.number), "open"),
      (.number, .metric(.abandonmentRate), "Hung up waiting"),
    ]
    for (field, row, words) in shown {
      #expect(board.value(of: field, in: row, .masked) == .text(words))
    }
    #expect(PlaybackMark.Kind.escalation.spoken == "caller waiting")
    let calls = board.rows(of: .calls)
    let sorted = board.rows(calls, sortedBy: SortOrder(.state), .masked)
    #expect(sorted == ["waiting", "gone", "back", "monitored", "held"].map { .call($0) })
    let alerts = board.rows(of: .alerts)
    let byState = board.rows(alerts, sortedBy: SortOrder(.state), .masked)
    #expect(byState.last == .alert(waits.number) && byState.count == alerts.count)
  }
}
