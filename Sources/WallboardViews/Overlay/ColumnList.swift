import WallboardBoard
import WallboardScreen

/// The list of columns to choose from.
struct ColumnList: RegionMaker {
  let context: FrameContext

  func content(of panel: Panel) -> OverlayContent {
    let choice = ColumnChoice(panel, view.panels[panel]?.columns)
    let sort = view.panels[panel]?.sort
    let lines = choice.listed.enumerated().map { index, field in
      let pointer = index == view.overlayIndex ? String(glyphs.pointer) : " "
      return [Phrase(pointer + " ", .titleFocused)]
        + line(
          field, of: panel, isShown: choice.shown.contains(field),
          order: sort.flatMap { $0.field == field ? $0 : nil })
    }
    return OverlayContent(
      title: "Columns of \(panel.title)", list: lines, cursor: view.overlayIndex)
  }

  private func line(
    _ field: Field, of panel: Panel, isShown: Bool, order: SortOrder?
  ) -> [Phrase] {
    let name = TextLayout.fitted(field.title, to: Self.nameWidth)
    return [
      Phrase(isShown ? "[x] " : "[ ] ", isShown ? .value : .muted),
      Phrase(order.map { "\($0.arrow(glyphs)) " } ?? "  ", .columnSorted),
      Phrase(name + " ", order != nil ? .columnSorted : isShown ? .value : .muted),
      Phrase(field.meaning(in: panel), isShown ? .text : .muted),
    ]
  }

  private static let nameWidth = 9
}
