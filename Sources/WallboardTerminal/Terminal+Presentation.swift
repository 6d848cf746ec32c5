package import WallboardScreen

extension Terminal {
  /// Brings a canvas to the screen, in one write and without waiting. Only cells that differ
  /// are touched; a canvas like the last one writes nothing.
  @discardableResult
  package func present(_ canvas: Canvas) -> Presentation {
    guard canvas != presented else { return .unchanged }
    device.flush()
    guard !device.hasUnsentOutput else {
      isFrameWanted = true
      return .postponed
    }
    putChanges(of: canvas)
    curses.update()
    device.send(curses.takeOutput())
    presented = canvas
    return .sent
  }

  /// Has the whole screen written again, for when something else wrote on it.
  package func repaint() {
    curses.forgetScreen()
    presented = nil
    isFrameWanted = true
  }

  private func putChanges(of canvas: Canvas) {
    for y in canvas.bounds.rows {
      guard let columns = canvas.changedColumns(ofRow: y, since: presented) else { continue }
      let cells = encoder.encode(canvas.row(y, columns: columns), with: &renditions)
      curses.put(cells, at: Point(x: columns.lowerBound, y: y))
    }
  }
}
