import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// What lies over the panels, in lines of that width.
  func overlayContent(width: Int) -> OverlayContent {
    switch view.overlay {
    case nil: OverlayContent(title: "", facts: [], labelWidth: 0, width: width)
    case .help:
      OverlayContent(
        title: "Help", facts: helpFacts, labelWidth: 22, labelRole: .hintKey, width: width)
    case .quitting:
      OverlayContent(title: "Quit?", facts: quittingFacts, labelWidth: 10, width: width)
    case .digest:
      OverlayContent(
        title: "While you were away", facts: digestFacts, labelWidth: 14, width: width)
    case .explanation(let metric): explanation(of: metric, width: width)
    case .columns(let panel): columnList(of: panel)
    case .themes:
      OverlayContent(title: "", facts: [], labelWidth: 0, width: width)
    case .detail(let row):
      OverlayContent(title: title(of: row), facts: facts(of: row), labelWidth: 16, width: width)
    }
  }

  func drawOverlay(in area: Rect, on canvas: inout Canvas) {
    if view.overlay == .themes { return drawThemes(in: area, on: &canvas) }
    let content = overlayContent(width: OverlayFrame.inside(area).width)
    let area = OverlayFrame.shrunk(area, toLines: content.lines.count)
    let inside = OverlayFrame.inside(area)
    let top = content.top(scrolledTo: view.overlayTop, visible: inside.height)
    drawOverlayFrame(content.title, in: area, on: &canvas)
    for (index, line) in content.lines.dropFirst(top).prefix(inside.height).enumerated() {
      draw(line, in: inside.row(index), on: &canvas)
      if content.cursor == top + index { markLine(inside.row(index), on: &canvas) }
    }
    drawPosition(top: top, in: area, lines: content.lines.count, on: &canvas)
  }

  /// Shows that the cursor of a list is on that line.
  func markLine(_ line: Rect, on canvas: inout Canvas) {
    canvas.raiseQuietRoles(in: line)
    canvas.emphasize(line, .selected)
  }

  /// Clears the area and draws the frame around it.
  func drawOverlayFrame(_ title: String, in area: Rect, on canvas: inout Canvas) {
    // A free column at either side keeps the words below from running into the frame.
    canvas.fill(
      Rect(x: area.origin.x - 1, y: area.origin.y, width: area.width + 2, height: area.height))
    canvas.drawBox(area, glyphs: glyphs, role: .borderFocused)
    draw(
      Phrase(" \(title) ", .titleFocused, emphasis: .reverse), in: PanelFrame(area).title,
      on: &canvas)
  }

  func drawPosition(top: Int, in area: Rect, lines: Int, on canvas: inout Canvas) {
    let visible = OverlayFrame.inside(area).height
    guard lines > visible else { return }
    let last = min(top + visible, lines)
    draw(
      Phrase(" \(top + 1)–\(last) of \(lines) ", .muted), in: PanelFrame(area).notes,
      alignment: .right, on: &canvas)
  }

  /// What would be lost from sight, and how to answer.
  private var quittingFacts: [Fact] {
    let followed = live.observations.values.filter { $0.isLive && $0.ending == nil }
    let calls = followed.map { observation -> Fact in
      let call = live.calls[observation.callSID]
      let caller = callerLabel(observation.facts, call).map { "  \($0.text)" } ?? ""
      return .entry(
        label: "Followed", value: Phrase(observation.callSID.short + caller, .value))
    }
    return calls + [.blank, .entry(label: "y", value: Phrase("quit; the calls go on without you"))]
      + [.entry(label: "n", value: Phrase("stay"))]
  }
}
