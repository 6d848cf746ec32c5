import Testing

@testable import WallboardBoard

struct ExplainTests {
  private func overlay(after intents: Intent...) -> Overlay? {
    var scene = Scene()
    scene.frame(at: 0)
    for intent in intents { scene.intend(intent) }
    return scene.state.view.overlay
  }

  @Test func elsewhereTheFirstNumberIsExplained() {
    #expect(overlay(after: .explain) == .explanation(.waiting))
    #expect(overlay(after: .focus(.operators), .explain) == .explanation(.waiting))
  }

  @Test(arguments: [Intent.explain, .open, .showDetail])
  func inTheNumbersPanelTheSelectedOne(intent: Intent) {
    #expect(
      overlay(after: .focus(.numbers), .moveDown, .moveDown, intent) == .explanation(.answerSpeed))
  }

  @Test func theNextOneAroundTheEnd() throws {
    let last = try #require(Metric.allCases.last)
    #expect(overlay(after: .explain, .explainNext(1)) == .explanation(.longestWait))
    #expect(overlay(after: .explain, .explainNext(-1)) == .explanation(last))
    #expect(overlay(after: .explain, .explainNext(-1), .explainNext(1)) == .explanation(.waiting))
    #expect(overlay(after: .explainNext(1)) == nil)
    #expect(overlay(after: .toggleHelp, .explain) == .help)
  }

  @Test func enterClosesIt() {
    #expect(overlay(after: .explain, .open) == nil)
  }
}
