import WallboardBoard

/// Scrolls a pane: where its cursor and its first visible line are after some moves.
struct PaneScroll {
  private(set) var reader: PaneReader
  private let height: Int
  /// `nil` while the newest line is followed.
  private var cursor: LinePlace?
  private var top: LinePlace?

  /// A pane of `height` lines, scrolled to that position.
  init(_ position: PanePosition, height: Int, reader: PaneReader) {
    self.reader = reader
    self.height = max(1, height)
    guard !reader.isEmpty else { return }
    cursor = position.cursor.map { self.reader.place(of: $0) }
    top = position.top.map { self.reader.place(of: $0) }
    // With more or less around it, what is read stays where it was on the screen.
    guard position.density != reader.density else { return }
    top = cursor.map { self.reader.move($0, by: -position.cursorRow).place }
  }

  var position: PanePosition {
    mutating get {
      var position = PanePosition(
        cursor: cursor.flatMap { reader.anchor(of: $0) },
        top: top.flatMap { reader.anchor(of: $0) }, visibleLines: height)
      position.density = reader.density
      if let cursor, let top {
        position.cursorRow = reader.lines(from: top, to: cursor, atMost: height)
      }
      return position
    }
  }

  mutating func make(_ moves: [PaneMove]) {
    guard !reader.isEmpty else { return }
    let oldTop = top
    for move in moves { make(move) }
    guard let cursor else { return showTail() }
    let lastTop = tailTop
    show(cursor, topAtMost: max(lastTop, min(oldTop ?? lastTop, jumpedTop(free: jump))))
  }

  private mutating func make(_ move: PaneMove) {
    switch move {
    case .lines(let count): moveCursor(by: count)
    case .halfPages(let count): turn(halfPages: count)
    case .first: go(to: reader.first())
    case .last: followTail()
    case .match(let forward):
      // A search upwards from the tail begins with the newest line.
      show(reader.match(from: start, forward: forward, inclusive: cursor == nil && !forward))
    case .nearestMatch: show(nearestMatch())
    }
  }

  /// Where the next move begins.
  private var start: LinePlace {
    mutating get { cursor ?? reader.last() }
  }

  private mutating func followTail() {
    cursor = nil
    top = nil
  }

  private mutating func go(to place: LinePlace) {
    top = top ?? tailTop
    cursor = place
  }

  /// Moving down from the last line follows the tail again.
  private mutating func moveCursor(by count: Int) {
    guard cursor != nil || count < 0 else { return }
    let moved = reader.move(start, by: count)
    if count > 0, moved.missing > 0 { followTail() } else { go(to: moved.place) }
  }

  /// The page moves with the cursor, so that reading goes on where it stopped.
  private mutating func turn(halfPages count: Int) {
    let lines = count.multipliedReportingOverflow(by: max(1, height / 2))
    let step = lines.overflow ? (count < 0 ? -Int.max : .max) : lines.partialValue
    guard cursor != nil || step < 0 else { return }
    let oldTop = top ?? tailTop
    moveCursor(by: step)
    if cursor != nil { top = reader.move(oldTop, by: step).place }
  }

  private mutating func nearestMatch() -> LinePlace? {
    guard let above = reader.match(from: start, forward: false, inclusive: true) else { return nil }
    // The search wrapped around: the nearest match is the next one below.
    return above <= start ? above : reader.match(from: start, forward: true)
  }

  private mutating func show(_ found: LinePlace?) {
    guard let found else { return }
    let wasVisible = isVisible(found)
    go(to: found)
    // In the middle, with context above and below.
    if !wasVisible { top = reader.move(found, by: -(height / 2)).place }
  }

  private mutating func isVisible(_ place: LinePlace) -> Bool {
    let top = top ?? tailTop
    return top <= place && place <= reader.move(top, by: height - 1).place
  }

  private var tailTop: LinePlace {
    mutating get { jumpedTop(free: 0) }
  }

  private mutating func show(_ cursor: LinePlace, topAtMost lastTop: LinePlace) {
    let first = min(top ?? lastTop, lastTop, cursor)
    top = max(first, reader.move(cursor, by: 1 - height).place)
  }

  /// Keeps the newest line in sight. The page stands still while it fills, and then moves by some
  /// lines at once, to the beginning of an entry: text that moves with every line is hard to read,
  /// and much to send.
  private mutating func showTail() {
    guard let known = top else { return top = tailTop }
    let lines = reader.lines(from: known, atMost: height + 1)
    if lines > height {
      top = jumpedTop(free: jump)
    } else if lines < height - 2 * jump, known > jumpedTop(free: 2 * jump) {
      // The pane grew, or a tool call was folded. What got a line shorter is no reason to move.
      top = tailTop
    }
  }

  /// The first visible line when some lines at the bottom are free.
  private mutating func jumpedTop(free: Int) -> LinePlace {
    reader.tailTop(height: height, free: free)
  }

  private var jump: Int { max(1, height / 6) }
}
