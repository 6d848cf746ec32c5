package import WallboardScreen

extension Terminal {
  private typealias Change = (y: Int, columns: Range<Int>)

  /// Brings a canvas to the screen, or a part of it, in one write and without waiting. Only cells
  /// that differ are touched; a canvas like the last one writes nothing.
  @discardableResult
  package func present(_ canvas: Canvas, part: FramePart? = nil) -> Presentation {
    let changes = changes(of: canvas)
    guard !changes.isEmpty else { return .unchanged }
    device.flush()
    guard !device.hasUnsentOutput else {
      isFrameWanted = true
      return .postponed
    }
    guard let part else {
      put(changes, of: canvas)
      rowQueue = RowQueue()
      return .sent(bytes: send(frame: curses.takeOutput()))
    }
    let order = order(of: changes, for: part)
    let (count, frame) = put(order, of: canvas, within: part)
    let endsRound = rowQueue.sent(order.prefix(count).map(\.y), for: part)
    let bytes = send(frame: frame)
    return count == changes.count
      ? .sent(bytes: bytes) : .sentInPart(bytes: bytes, endsRound: endsRound)
  }

  /// Has the whole screen written again, for when something else wrote on it, or reset it.
  package func repaint() {
    device.takeModes()
    device.send(modes.entering)
    curses.forgetScreen()
    presented = nil
    isFrameWanted = true
  }

  private func changes(of canvas: Canvas) -> [Change] {
    if presented?.size != canvas.size {
      presented = Canvas(size: canvas.size)
      unknownRows = Set(canvas.bounds.rows)
    }
    return canvas.bounds.rows.compactMap { y in
      if unknownRows.contains(y) { return (y, canvas.bounds.columns) }
      return canvas.changedColumns(ofRow: y, since: presented).map { (y, $0) }
    }
  }

  private func order(of changes: [Change], for part: FramePart) -> [Change] {
    let columns = Dictionary(changes.map { ($0.y, $0.columns) }) { $1 }
    return rowQueue.order(changes.map(\.y), for: part).compactMap { y in
      columns[y].map { (y, $0) }
    }
  }

  private func put(_ changes: [Change], of canvas: Canvas) {
    for (y, columns) in changes {
      let (cells, start) = encoder.encode(columns, ofRow: y, of: canvas, with: &renditions)
      curses.put(cells, at: Point(x: start, y: y))
      presented?.adopt(row: y, of: canvas)
      unknownRows.remove(y)
      // Of rows that come one by one ncurses finds none that it could scroll there.
      if curses.keepsScrolled { curses.update() }
    }
    if !curses.keepsScrolled || changes.isEmpty { curses.update() }
  }

  /// Puts one row after the other, as long as there is room; how many, and what is written for them.
  /// Some row beside those at the top goes in any case, so that all have their turn.
  private func put(
    _ changes: [Change], of canvas: Canvas, within part: FramePart
  ) -> (count: Int, frame: [UInt8]) {
    var frame: [UInt8] = []
    var count = 0
    for (index, change) in changes.enumerated() {
      let isOwed = index == 0 || part.top.contains(changes[index - 1].y)
      let length = curses.finish(frame, colors: colors).count
      guard isOwed || length + change.columns.count <= part.bytes else { break }
      put([change], of: canvas)
      frame += curses.takeOutput()
      count += 1
    }
    return (count, frame)
  }

  private var colors: [Int: [UInt8]] { renditions.slots?.parameters ?? [:] }

  private func send(frame: [UInt8]) -> Int {
    let output = curses.healed(curses.finish(frame, colors: colors))
    device.send(isBellDue ? [0x07] + output : output)
    isBellDue = false
    return output.count
  }
}
