package import WallboardScreen

extension Terminal {
  /// Brings a canvas to the screen, in one write and without waiting. Only cells that differ
  /// are touched; a canvas like the last one writes nothing.
  @discardableResult
  package func present(_ canvas: Canvas) -> Presentation {
    let changes = changes(of: canvas)
    guard !changes.isEmpty else { return .unchanged }
    device.flush()
    guard !device.hasUnsentOutput else {
      isFrameWanted = true
      return .postponed
    }
    put(changes, of: canvas)
    curses.update()
    let output = curses.takeOutput(colors: renditions.slots?.parameters ?? [:])
    device.send(isBellDue ? [0x07] + output : output)
    isBellDue = false
    presented = canvas
    return .sent(bytes: output.count)
  }

  /// Has the whole screen written again, for when something else wrote on it, or reset it.
  package func repaint() {
    device.takeModes()
    device.send(modes.entering)
    curses.forgetScreen()
    presented = nil
    isFrameWanted = true
  }

  private func changes(of canvas: Canvas) -> [(y: Int, columns: Range<Int>)] {
    canvas.bounds.rows.compactMap { y in
      canvas.changedColumns(ofRow: y, since: presented).map { (y, $0) }
    }
  }

  private func put(_ changes: [(y: Int, columns: Range<Int>)], of canvas: Canvas) {
    for (y, columns) in changes {
      let (cells, start) = encoder.encode(columns, ofRow: y, of: canvas, with: &renditions)
      curses.put(cells, at: Point(x: start, y: y))
    }
  }
}
