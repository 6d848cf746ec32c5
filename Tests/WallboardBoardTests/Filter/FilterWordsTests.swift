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
    scene.tell(.started("gone"), at: 20)
    scene.tell(.escalated("gone"), at: 21)
    scene.tell(.ended("gone", because: .abandoned), at: 22)
    scene.frame(at: 23)
    return scene
  }()

  @Test(arguments: [
    (Panel.calls, "state:listened", "state:monitored"), (.calls, "state:handback", "state:back"),
    (.calls, "state:escalated", "state:waiting"), (.calls, "mode:listen", "mode:monitoring"),
    (.calls, "why:\"by ai\"", "why:\"asked for help\""),
    (.calls, "state:\"ended abandoned\"", "state:\"hung up waiting\""),
    (.operators, "status:online", "status:available"),
    (.surfaces, "stage:created", "stage:\"not sent\""),
    (.activity, "event:call.escalated", "event:\"waiting for an operator\""),
    (.activity, "trigger.failed", "\"trigger failed\""),
    (.activity, "what:listen", "what:monitoring"), (.activity, "what:online", "what:available"),
    (.numbers, "abandonment_rate", "number:\"hung up waiting\""),
  ])
  func oldWordsAndNewOnesFindTheSame(panel: Panel, old: String, new: String) throws {
    let board = Self.scene.board
    let all = board.rows(of: panel)
    let found = try [old, new].map { text in
      board.rows(all, of: panel, passing: try Filter(text, for: panel), .masked)
    }
    #expect(found[0] == found[1], "\(found)")
    #expect(!found[0].isEmpty && (found[0].count < all.count || panel == .operators))
  }

  @Test func whatIsShownAndSortedByIsTheNewWord() {
    let board = Self.scene.board
    #expect(board.value(of: .state, in: .call("monitored"), .masked) == .text("monitored"))
    #expect(board.value(of: .state, in: .call("back"), .masked) == .text("back with AI"))
    let calls = board.rows(of: .calls)
    let sorted = board.rows(calls, sortedBy: SortOrder(.state), .masked)
    #expect(sorted.first == .call("waiting") || sorted.first == .call("gone"))
  }
}
