import WallboardBoard
import WallboardEvents
import WallboardScreen

extension OverlayMaker {
  /// What lies over the panels, in lines of that width.
  func content(width: Int) -> OverlayContent {
    switch view.overlay {
    case nil: OverlayContent(title: "", facts: [], labelWidth: 0, width: width)
    case .help:
      OverlayContent(
        title: "Help", facts: HelpPage(context: context).facts, labelWidth: 22, labelRole: .hintKey,
        width: width)
    case .quitting:
      OverlayContent(title: "Quit?", facts: quittingFacts, labelWidth: 10, width: width)
    case .digest:
      OverlayContent(
        title: "While you were away", facts: DigestPage(context: context).facts, labelWidth: 14,
        width: width)
    case .explanation(let metric):
      NumberExplanation(context: context).content(of: metric, width: width)
    case .columns(let panel): ColumnList(context: context).content(of: panel)
    case .themes:
      OverlayContent(title: "", facts: [], labelWidth: 0, width: width)
    case .detail(let row):
      OverlayContent(
        title: Detail(context: context).title(of: row),
        facts: Detail(context: context).facts(of: row), labelWidth: 16, width: width)
    }
  }

  /// What would be lost from sight, and how to answer.
  private var quittingFacts: [Fact] {
    let followed = live.observations.values.filter { $0.isLive && $0.ending == nil }
    let calls = followed.map { observation -> Fact in
      let call = live.calls[observation.callSID]
      let caller =
        PaneFactsMaker(context: context).callerLabel(observation.facts, call).map { "  \($0.text)" }
        ?? ""
      return .entry(
        label: "Followed", value: Phrase(observation.callSID.short + caller, .value))
    }
    return calls + [.blank, .entry(label: "y", value: Phrase("quit; the calls go on without you"))]
      + [.entry(label: "n", value: Phrase("stay"))]
  }
}
