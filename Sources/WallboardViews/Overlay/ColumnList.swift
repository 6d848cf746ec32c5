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
      return [StyledText(pointer + " ", .titleFocused)]
        + line(
          field, of: panel, isShown: choice.shown.contains(field),
          order: sort.flatMap { $0.field == field ? $0 : nil })
    }
    return OverlayContent(
      title: "Columns of \(panel.title)", list: lines, cursor: view.overlayIndex)
  }

  private func line(
    _ field: Field, of panel: Panel, isShown: Bool, order: SortOrder?
  ) -> [StyledText] {
    let name = TextLayout.fitted(field.title, to: Self.nameWidth)
    return [
      StyledText(isShown ? "[x] " : "[ ] ", isShown ? .value : .muted),
      StyledText(order.map { "\($0.arrow(glyphs)) " } ?? "  ", .columnSorted),
      StyledText(name + " ", order != nil ? .columnSorted : isShown ? .value : .muted),
      StyledText(field.meaning(in: panel), isShown ? .text : .muted),
    ]
  }

  private static let nameWidth = 9
}
