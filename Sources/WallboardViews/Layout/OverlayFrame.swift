import WallboardScreen

/// The parts of an overlay.
enum OverlayFrame {
  /// The area with a free column at either side, which keeps the words below from running into the frame.
  static func whole(_ area: Rect) -> Rect {
    Rect(x: area.origin.x - 1, y: area.origin.y, width: area.width + 2, height: area.height)
  }

  /// The area without these columns.
  static func box(_ whole: Rect) -> Rect { whole.inset(horizontal: 1, vertical: 0) }

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
