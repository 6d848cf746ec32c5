import WallboardCore
import WallboardScreen

extension Overlay {
  /// Where it lies over the panels. What would be left of them at the sides must be worth seeing.
  func area(in body: Rect) -> Rect {
    let area = body.centered(width: 78, height: largestHeight(in: body))
    return body.width - area.width < 16 ? body : area
  }

  private func largestHeight(in body: Rect) -> Int {
    switch self {
    case .help: 28
    case .quitting: 9
    case .columns, .themes, .explanation, .digest, .detail: max(24, body.height * 2 / 3)
    }
  }
}
