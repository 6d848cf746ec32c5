import WallboardScreen

/// The parts of an overlay.
enum OverlayFrame {
  /// Where its lines stand.
  static func inside(_ area: Rect) -> Rect {
    area.inset(horizontal: 2, vertical: 1)
  }

  /// As high as the lines need, unless what would be uncovered is too little to be worth seeing.
  static func shrunk(_ area: Rect, toLines lines: Int) -> Rect {
    let height = lines + 2
    return area.height - height < 4 ? area : area.divided(at: height, from: .top).slice
  }
}
