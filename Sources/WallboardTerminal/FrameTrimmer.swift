import WallboardScreen

/// Says what ncurses says in fewer bytes, and so that every terminal understands the same.
///
/// In a frame in which little but digits change, half of what ncurses writes chooses renditions and
/// columns. A rendition (``GraphicRendition``) is chosen only when something is drawn that looks
/// different in it, and in the shortest way. A move within the row is made by its column alone, and
/// one to the beginning of the next row is a line's end. The choice of the usual characters,
/// `ESC ( B`, is left out: this program draws lines with letters of Unicode or ASCII and never
/// chooses others. What is repeated (REP) is written as often as it is meant: many terminals that
/// call themselves xterm lose it. Glyphs of doubtful width are put into their places.
struct FrameTrimmer {
  private static let escape: UInt8 = 0x1B

  let moves: CursorMoves
  var result: [UInt8] = []
  /// The rendition of what comes next, and the one that the terminal was told; `nil` is the one that
  /// it had before the frame.
  var wanted: GraphicRendition?
  /// Glyphs of ambiguous width side by side in one rendition, not written yet.
  var run: [PlacedGlyph] = []
  /// Where the cursor has to go before it is used; `nil` where it stands right.
  var column: Int?
  /// What was written last, where the cursor was not moved since.
  var last: WrittenGlyph?
  /// Whether the cursor stays in the last column of a row (DECAWM), as it does from the first glyph
  /// of doubtful width there to the frame's end.
  var staysInRow = false
  private var rest: ArraySlice<UInt8>
  private var told: GraphicRendition?
  /// The row in which the cursor stands, the first is 1; `nil` when that is not known.
  private var row: Int?
  /// Whether rows were made a region of their own, at whose end a line feed scrolls. Between frames
  /// none is.
  private var hasRegion = false

  /// The frame in fewer bytes, for a terminal that knows these ways to move the cursor.
  static func trim(_ frame: [UInt8], moves: CursorMoves) -> [UInt8] {
    var trimmer = FrameTrimmer(frame, moves: moves)
    while !trimmer.rest.isEmpty { trimmer.step() }
    trimmer.finish()
    return trimmer.result
  }

  private init(_ frame: [UInt8], moves: CursorMoves) {
    rest = frame[...]
    self.moves = moves
    result.reserveCapacity(frame.count)
  }

  private mutating func step() {
    if let glyph = PlacedGlyph(rest) {
      rest = rest.dropFirst(glyph.length)
      return place(glyph)
    }
    writeRun()
    if let sequence = ControlSequence(rest) {
      rest = rest.dropFirst(sequence.bytes.count)
      obey(sequence)
    } else if rest.starts(with: [Self.escape, UInt8(ascii: "("), UInt8(ascii: "B")]) {
      rest = rest.dropFirst(3)
    } else if GlyphMark(rest) != nil {
      rest = rest.dropFirst(GlyphMark.length)
    } else if let byte = rest.popFirst() {
      copy(byte)
    }
  }

  private mutating func finish() {
    writeRun()
    goToColumn()
    tellRendition()
    if staysInRow { result += AutoWrap.on }
  }

  private mutating func obey(_ sequence: ControlSequence) {
    if sequence.final == UInt8(ascii: "m") { return select(sequence) }
    if sequence.final == UInt8(ascii: "b") { return repeatLast(sequence.count) }
    if sequence.bytes.elementsEqual(AutoWrap.off) { return stayInRow() }
    // It ends with the frame.
    if sequence.bytes.elementsEqual(AutoWrap.on), staysInRow { return }
    last = nil
    switch sequence.final {
    case UInt8(ascii: "H"): move(sequence)
    case UInt8(ascii: "G"):
      column = nil
      result += sequence.bytes
    case UInt8(ascii: "C"), UInt8(ascii: "D"):
      goToColumn()
      result += sequence.bytes
    case UInt8(ascii: "X"), UInt8(ascii: "K"):
      goToColumn()
      tellRenditionOfBlanks()
      result += sequence.bytes
    default:
      // Whatever else it does: it may erase, and it may move.
      goToColumn()
      tellRenditionOfBlanks()
      row = nil
      hasRegion = hasRegion || sequence.final == UInt8(ascii: "r")
      result += sequence.bytes
    }
  }

  private mutating func select(_ sequence: ControlSequence) {
    let before = GraphicRendition.resets(sequence.parameters) ? GraphicRendition() : wanted
    if let before, let next = before.selecting(sequence.parameters) {
      wanted = next
    } else {
      tellRendition()
      result += sequence.bytes
      (wanted, told) = (nil, nil)
    }
  }

  // ncurses repeats only where every character is a byte.
  private mutating func repeatLast(_ count: Int) {
    guard let byte = result.last else { return }
    result += repeatElement(byte, count: min(count, Canvas.maximumSize.width))
  }

  private mutating func move(_ sequence: ControlSequence) {
    column = nil
    let place = sequence.parameters.split(separator: UInt8(ascii: ";"))
    let before = row
    row = place.count == 2 ? Int(String(decoding: place[0], as: UTF8.self)) : nil
    guard let row, let before else { return result += sequence.bytes }
    if row == before, moves.contains(.toColumn) {
      result += [Self.escape, UInt8(ascii: "[")] + place[1] + [UInt8(ascii: "G")]
    } else if row - 1 == before, place[1].elementsEqual([UInt8(ascii: "1")]), !hasRegion,
      moves.contains(.toNextLine)
    {
      result += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    } else {
      result += sequence.bytes
    }
  }

  private mutating func copy(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\r"): column = nil
    case 0x08: goToColumn()
    case UInt8(ascii: " "):
      goToColumn()
      tellRenditionOfBlanks()
    // A control such as a line feed, or an escape sequence of another kind.
    case 0..<0x20:
      goToColumn()
      tellRendition()
      row = nil
    default:
      goToColumn()
      tellRendition()
    }
    note(byte)
    result.append(byte)
  }

  /// Goes to where the cursor has to be, if it does not stand there.
  mutating func goToColumn() {
    guard let column else { return }
    result += moves.sequence(toColumn: column)
    self.column = nil
  }

  /// Has what follows stay in its row, however wide it turns out to be.
  mutating func stayInRow() {
    goToColumn()
    if !staysInRow { result += AutoWrap.off }
    staysInRow = true
  }

  private mutating func tellRenditionOfBlanks() {
    if let wanted, let told, wanted.looksBlankLike(told) { return }
    tellRendition()
  }

  /// Chooses the rendition of what comes next, if it is not chosen.
  mutating func tellRendition() {
    guard let wanted, wanted != told else { return }
    result += wanted.sequence(after: told)
    told = wanted
  }
}

/// Whether what is written behind a row's end goes on in the next one (DECAWM).
enum AutoWrap {
  static let off = Array("\u{1B}[?7l".utf8)
  static let on = Array("\u{1B}[?7h".utf8)
}
