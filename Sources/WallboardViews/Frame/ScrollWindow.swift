import WallboardScreen

/// The visible part of a list: `height` lines from `top` on, as far as there are any.
struct ScrollWindow {
  let top: Int
  let height: Int
  let count: Int

  init(top: Int, height: Int, count: Int) {
    self.top = top
    self.height = height
    self.count = count
  }

  /// The lines from `wanted` on, or from further up where that would leave rows empty.
  init(scrolledTo wanted: Int, height: Int, count: Int) {
    self.init(top: max(0, min(wanted, count - height)), height: height, count: count)
  }

  /// The lines around a cursor, which stands in the middle unless an end of the list is near.
  init(around cursor: Int, height: Int, count: Int) {
    self.init(scrolledTo: cursor - height / 2, height: height, count: count)
  }

  /// The indices of the lines that are visible.
  var range: Range<Int> { top..<max(top, min(top + height, count)) }

  func visible<Line>(of lines: [Line]) -> [Line] { Array(lines.dropFirst(top).prefix(height)) }

  /// `3–14 of 40`, for the border; empty where all lines are visible.
  var position: StyledText {
    guard count > height, height > 0 else { return .empty }
    return StyledText(" \(top + 1)–\(min(top + height, count)) of \(count) ", .muted)
  }
}
