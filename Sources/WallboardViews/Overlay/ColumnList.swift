import WallboardBoard
import WallboardScreen

/// The list of columns to choose from.
struct ColumnList: RegionMaker {
  let context: FrameContext
  /// Where the panel is; `nil` where that is not known.
  let area: Rect?

  func content(of panel: Panel) -> OverlayContent {
    let choice = ColumnChoice(panel, view.panels[panel]?.columns)
    let sort = view.panels[panel]?.sort
    let roomy = area.map {
      TableMaker(context: context, panel: panel, frame: PanelFrame($0)).fieldsWithRoom
    }
    let lines = choice.listed.enumerated().map { index, field in
      let pointer = index == view.overlayIndex ? String(glyphs.pointer) : " "
      return [StyledText(pointer + " ", .titleFocused)]
        + line(
          field, of: panel, isShown: choice.shown.contains(field),
          hasRoom: roomy?.contains(field) ?? true,
          order: sort.flatMap { $0.field == field ? $0 : nil })
    }
    return OverlayContent(
      title: "Columns of \(panel.title)", list: lines, cursor: view.overlayIndex)
  }

  private func line(
    _ field: Field, of panel: Panel, isShown: Bool, hasRoom: Bool, order: SortOrder?
  ) -> [StyledText] {
    let name = TextLayout.fitted(field.title, to: Self.nameWidth)
    return [
      StyledText(isShown ? "[x] " : "[ ] ", isShown ? .value : .muted),
      StyledText(order.map { "\($0.arrow(glyphs)) " } ?? "  ", .columnSorted),
      StyledText(name + " ", order != nil ? .columnSorted : isShown ? .value : .muted),
      // What is chosen and cannot be seen would look like a mistake of the program.
      StyledText(isShown && !hasRoom ? "(no room) " : "", .warning),
      StyledText(field.meaning(in: panel), isShown ? .text : .muted),
    ]
  }

  private static let nameWidth = 9
}
