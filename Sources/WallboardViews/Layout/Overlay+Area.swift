import WallboardBoard
import WallboardScreen

extension Overlay {
  /// Where it lies over the panels. What would be left of them at the sides must be worth seeing.
  func area(in body: Rect) -> Rect {
    if case .columns(let panel) = self {
      return body.corner(width: 62, height: panel.fields.count + 2)
    }
    let area = body.centered(width: 78, height: largestHeight(in: body))
    return body.width - area.width < 16 ? body : area
  }

  private func largestHeight(in body: Rect) -> Int {
    switch self {
    case .help: 28
    case .quitting: 9
    case .columns(let panel): panel.fields.count + 2
    case .themes: 22
    case .explanation, .digest, .detail: max(24, body.height * 2 / 3)
    }
  }
}

extension Rect {
  /// The part at the right and the bottom, where it hides the least of a table.
  fileprivate func corner(width: Int, height: Int) -> Rect {
    var rest = self
    var column = rest.cut(min(width, self.width), from: .right)
    return column.cut(min(height, self.height), from: .bottom)
  }
}
