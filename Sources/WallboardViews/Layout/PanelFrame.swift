import WallboardScreen

/// The parts of a panel: its border, the titles of its columns, and its rows.
struct PanelFrame {
  /// The border, from the outside.
  let area: Rect
  /// Empty where the panel is so low that every row counts.
  let columnTitles: Rect
  let rows: Rect

  init(_ area: Rect) {
    self.area = area
    var inside = area.inset(by: 1)
    columnTitles = inside.cut(area.height >= 7 ? 1 : 0, from: .top)
    rows = inside
  }

  /// The part of the top border that titles may stand on.
  var title: Rect { area.row(0).inset(horizontal: 2, vertical: 0) }

  /// The part of the bottom border that notes may stand on.
  var footer: Rect { area.row(area.height - 1).inset(horizontal: 2, vertical: 0) }
}
