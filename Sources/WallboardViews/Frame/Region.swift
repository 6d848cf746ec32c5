import WallboardScreen

/// A part of the screen. It holds everything that it shows: regions that are equal look the same.
protocol Region: Equatable {
  /// Draws over an area that is clear.
  func draw(in area: Rect, on canvas: inout Canvas)
}
