import WallboardCore
import WallboardScreen

extension Overlay {
  /// Where it lies over the panels.
  func area(in body: Rect) -> Rect {
    switch self {
    case .help: body.centered(width: 78, height: 24)
    case .detail: body.centered(width: 104, height: max(20, body.height * 2 / 3))
    }
  }
}

/// The parts of an overlay.
enum OverlayFrame {
  /// Where its lines stand.
  static func inside(_ area: Rect) -> Rect {
    area.inset(horizontal: 2, vertical: 1)
  }
}
