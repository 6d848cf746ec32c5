package import WallboardScreen

extension Terminal {
  private typealias Change = (y: Int, columns: Range<Int>)

  /// Shows a canvas, or a part of it, in one write and without waiting. Only cells that differ are
  /// written; a canvas like the last one writes nothing.
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

  /// Has the whole screen written again: something else may have written on it, or reset it.
  package func repaint() {
    device.takeModes()
    device.send(modes.entering)
    curses.forgetScreen()
    presented = nil
    isFrameWanted = true
  }

  /// Rings the bell. A terminal that takes no output rings once when it does again, however often it
  /// should have.
  package func ring() {
    isBellDue = device.hasUnsentOutput
    if !isBellDue { device.send([0x07]) }
  }

  /// Puts text, given in base64, into the clipboard of the terminal that the person sits at, over SSH
  /// too. A terminal that cannot do that ignores it.
  package func setClipboard(base64: String) {
    let multiplexer = Multiplexer(environment: Self.variable)
    device.send(Array(ClipboardSequence(base64: base64).text(through: multiplexer).utf8))
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
      // Row by row, ncurses finds none that it could scroll to its place.
      if curses.keepsScrolled { curses.update() }
    }
    if !curses.keepsScrolled || changes.isEmpty { curses.update() }
  }

  /// Puts one row after the other, as long as there is room. One row beside those at the top goes in
  /// any case, so that each has its turn.
  ///
  /// - Returns: How many rows were put, and what ncurses wrote for them.
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
    let (output, asks) = curses.healed(
      curses.finish(frame, colors: colors), asking: widthQuestion())
    if asks { askedForWidth() }
    device.send(isBellDue ? [0x07] + output : output)
    isBellDue = false
    return output.count
  }
}

/// What became of a canvas that was to be presented.
package enum Presentation: Sendable {
  /// It is on its way to the terminal, in so many bytes.
  case sent(bytes: Int)

  /// Some of its rows are on their way. A round has ended when every row has had its turn.
  case sentInPart(bytes: Int, endsRound: Bool)

  /// The terminal shows it already; nothing was written.
  case unchanged

  /// The terminal has not taken the last frame yet, so this one was left out. ``Readiness`` says when
  /// the next one is wanted.
  case postponed
}

/// What may go to the terminal of a frame that is too large to go at once.
package struct FramePart {
  /// The bytes that it may have; one row goes in any case. With 0, the rows at the top go alone.
  let bytes: Int
  /// The rows that go first in every part.
  let top: Range<Int>
  /// The rows that go before the others, in this part or in the next.
  let urgent: Set<Int>

  package init(bytes: Int, top: Range<Int>, urgent: Set<Int>) {
    self.bytes = bytes
    self.top = top
    self.urgent = urgent
  }
}

/// The order in which rows go when there is no room for all: each has its turn.
struct RowQueue {
  private var urgent: Set<Int> = []
  /// The row with which the next part begins.
  private var next = 0

  /// The rows that may go, in their order.
  mutating func order(_ rows: [Int], for part: FramePart) -> [Int] {
    urgent.formUnion(part.urgent)
    let first = rows.filter(part.top.contains)
    guard part.bytes > 0 else { return first }
    let rest = rows.filter { !part.top.contains($0) }
    let pressing = rest.filter(urgent.contains)
    let others = rest.filter { !urgent.contains($0) }
    return first + pressing + others.filter { $0 >= next } + others.filter { $0 < next }
  }

  /// Takes note of what went.
  ///
  /// - Returns: Whether all had their turn since the last time that this was so.
  mutating func sent(_ rows: [Int], for part: FramePart) -> Bool {
    let inTurn = rows.filter { !part.top.contains($0) && !urgent.contains($0) }
    urgent.subtract(rows)
    guard let last = inTurn.last else { return false }
    let endsRound = inTurn.contains { $0 < next }
    next = last + 1
    return endsRound
  }
}
