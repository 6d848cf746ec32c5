import WallboardBoard
import WallboardScreen

/// The bottom border of a panel or a pane, and what stands on it: the words at the right come before those
/// at the left.
struct BorderFooter: Region {
  let border: StyleRole
  let left: Phrase
  let right: Phrase

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawOpenLowerEdge(in: area, role: border)
    var line = area.inset(horizontal: 2, vertical: 0)
    let width = canvas.lettering.width(of: right.text)
    canvas.draw(right, in: line.cut(width, from: .right))
    canvas.draw(left, in: line)
  }
}

/// A panel's border at one side.
struct PanelSide: Region {
  let border: StyleRole

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area, with: canvas.glyphs.vertical, role: border)
  }
}

extension Scene {
  /// Adds the border of a panel, and what stands on it.
  func addBorder(
    _ frame: PanelFrame, of panel: Panel, tabs: [Panel], to plan: inout FramePlan
  ) {
    let border = borderRole(of: panel)
    let heading = heading(of: panel, tabs: tabs, width: frame.title.width)
    plan.add(heading, in: .heading(panel), frame.heading)
    plan.add(PanelSide(border: border), in: .side(panel, .left), frame.side(.left))
    plan.add(PanelSide(border: border), in: .side(panel, .right), frame.side(.right))
    plan.add(footer(of: panel, in: frame, border), in: .footer(panel), frame.footer)
  }

  /// What is missing in the panel, and which of its rows are seen.
  private func footer(of panel: Panel, in frame: PanelFrame, _ border: StyleRole) -> BorderFooter {
    var note = Phrase.empty
    if !isEmpty(panel), let failure = failure(of: panel) {
      let words = "\(failure.source.title) not read, \(failure.again): \(failure.reason)"
      note = Phrase(" \(glyphs.warning) \(words) ", .warning)
    }
    let position = position(in: panel, height: frame.rows.height)
    return BorderFooter(
      border: border, left: note, right: position.map { Phrase(" \($0) ", .muted) } ?? .empty)
  }

  private func position(in panel: Panel, height: Int) -> String? {
    guard let panelView = view.panels[panel], panelView.rows.count > height, height > 0 else {
      return nil
    }
    let last = min(panelView.top + height, panelView.rows.count)
    return "\(panelView.top + 1)–\(last) of \(panelView.rows.count)"
  }
}
