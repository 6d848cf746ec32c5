import WallboardScreen

/// Finishes what ncurses wrote, in one pass: the same picture in fewer bytes, in its true colours,
/// and alike on every terminal.
///
/// ncurses compares frames and draws the difference; this reads each of its sequences once, follows
/// the rendition and the row of the cursor, and writes:
///
/// - a rendition (``GraphicRendition``) only when something is drawn that looks different in it, and
///   in the shortest way: where little but digits change, half of what ncurses writes chooses
///   renditions and columns;
/// - the colour itself where ncurses knows only its number (``ColorSlots``);
/// - a move within the row as a column, and one to the start of the next row as a line end;
/// - what is repeated (REP) in full: many terminals that call themselves xterm lose it;
/// - no `ESC ( B`, which chooses ASCII: this program never chooses another character set;
/// - glyphs of doubtful width so that they do no harm, wherever a terminal takes them to end
///   (``GlyphMark``).
struct FrameWriter {
  private static let escape: UInt8 = 0x1B
  private static let asciiCharacters = Array("\u{1B}(B".utf8)
  private static let erasing = [UInt8(ascii: "X"), UInt8(ascii: "K")]

  private let moves: CursorMoves
  private let colors: [Int: [UInt8]]
  private var rest: ArraySlice<UInt8>
  private var result: [UInt8] = []

  /// The rendition of what comes next, and the one that the terminal was told; `nil` is whatever it
  /// had before the frame.
  private var wanted: GraphicRendition?
  private var told: GraphicRendition?

  /// The row of the cursor, the first is 1; `nil` when it is not known.
  private var row: Int?
  /// The column to go to before anything else is written; `nil` where the cursor is right.
  private var column: Int?
  /// Whether a region was set (DECSTBM), at whose end a line feed scrolls. Between frames none is.
  private var hasRegion = false
  /// Whether the cursor stays in the last column of a row (DECAWM): from the first glyph of doubtful
  /// width there to the end of the frame.
  private var staysInRow = false

  /// Glyphs of ambiguous width side by side in one rendition, not written yet.
  private var run: [PlacedGlyph] = []
  /// What was written last, if the cursor was not moved since.
  private var last: WrittenGlyph?

  /// What goes to a terminal that has these ways to move the cursor; `colors` are what stands for the
  /// numbers of slots (``ColorSlots/parameters``).
  static func finish(
    _ frame: [UInt8], moves: CursorMoves, colors: [Int: [UInt8]] = [:]
  ) -> [UInt8] {
    var writer = FrameWriter(frame, moves: moves, colors: colors)
    while !writer.rest.isEmpty { writer.step() }
    writer.finish()
    return writer.result
  }

  private init(_ frame: [UInt8], moves: CursorMoves, colors: [Int: [UInt8]]) {
    rest = frame[...]
    self.moves = moves
    self.colors = colors
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
      perform(sequence)
    } else if rest.starts(with: Self.asciiCharacters) {
      rest = rest.dropFirst(Self.asciiCharacters.count)
    } else if GlyphMark(rest) != nil {
      rest = rest.dropFirst(GlyphMark.length)
    } else if let byte = rest.popFirst() {
      copy(byte)
    }
  }

  private mutating func finish() {
    writeRun()
    goToColumn()
    writeRendition()
    if staysInRow { result += AutoWrap.on }
  }

  private mutating func perform(_ sequence: ControlSequence) {
    if sequence.final == UInt8(ascii: "m") { return select(sequence) }
    if sequence.final == UInt8(ascii: "b") { return repeatLast(sequence.count) }
    if sequence.bytes.elementsEqual(AutoWrap.off) { return stayInRow() }
    // It is switched on again when the frame ends.
    if sequence.bytes.elementsEqual(AutoWrap.on), staysInRow { return }
    last = nil
    switch sequence.final {
    case UInt8(ascii: "H"): return move(sequence)
    case UInt8(ascii: "G"): column = nil
    case UInt8(ascii: "C"), UInt8(ascii: "D"): goToColumn()
    default:
      // It may erase; all but ECH and EL may move the cursor, too.
      goToColumn()
      writeRenditionOfBlanks()
      if !Self.erasing.contains(sequence.final) { row = nil }
      if sequence.final == UInt8(ascii: "r") { hasRegion = true }
    }
    result += sequence.bytes
  }

  private mutating func select(_ sequence: ControlSequence) {
    let parameters = colored(sequence.parameters)
    let before = GraphicRendition.resets(parameters) ? GraphicRendition() : wanted
    if let next = before?.selecting(parameters) {
      wanted = next
    } else {
      writeRendition()
      result += [Self.escape, UInt8(ascii: "[")] + parameters + [sequence.final]
      (wanted, told) = (nil, nil)
    }
  }

  /// Puts the colour in the place of its slot, which ncurses chooses in a sequence of its own:
  /// `38;5;n`, or `48;5;n` for the background.
  private func colored(_ parameters: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard !colors.isEmpty, parameters.dropFirst().starts(with: "8;5;".utf8),
      let number = Int(String(decoding: parameters.dropFirst(5), as: UTF8.self)),
      let color = colors[number]
    else { return parameters }
    return parameters.prefix(3) + color
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
    if let row, row == before, moves.contains(.toColumn) {
      result += [Self.escape, UInt8(ascii: "[")] + place[1] + [UInt8(ascii: "G")]
    } else if let row, row - 1 == before, place[1].elementsEqual("1".utf8), !hasRegion,
      moves.contains(.toNextLine)
    {
      result += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    } else {
      result += sequence.bytes
    }
  }

  private mutating func copy(_ byte: UInt8) {
    if byte == UInt8(ascii: "\r") { column = nil } else { goToColumn() }
    switch byte {
    case UInt8(ascii: "\r"), UInt8(ascii: "\u{8}"): break
    case UInt8(ascii: " "): writeRenditionOfBlanks()
    // A control such as a line feed, or an escape sequence of another kind.
    case ..<0x20:
      writeRendition()
      row = nil
    default: writeRendition()
    }
    result.append(byte)
    note(byte)
  }

  /// Remembers the byte that was written, unless it is blank.
  private mutating func note(_ byte: UInt8) {
    switch byte {
    // The second or a later byte of a character.
    case 0x80..<0xC0: last?.end = result.count
    case ...0x20: last = nil
    default: last = WrittenGlyph(start: result.count - 1, end: result.count, rendition: wanted)
    }
  }

  /// Goes to where the cursor has to be, if it does not stand there.
  private mutating func goToColumn() {
    guard let column else { return }
    result += moves.sequence(toColumn: column)
    self.column = nil
  }

  /// Has what follows stay in its row, however wide it turns out to be.
  private mutating func stayInRow() {
    goToColumn()
    if !staysInRow { result += AutoWrap.off }
    staysInRow = true
  }

  private mutating func writeRenditionOfBlanks() {
    if let wanted, let told, wanted.looksBlankLike(told) { return }
    writeRendition()
  }

  private mutating func writeRendition() {
    guard let wanted, wanted != told else { return }
    result += wanted.sequence(after: told)
    told = wanted
  }
}

// Glyphs of doubtful width: wherever a terminal takes them to end, what follows stands in its column,
// and nothing beside them stays covered.
extension FrameWriter {
  private mutating func place(_ glyph: PlacedGlyph) {
    guard glyph.position.isAmbiguous else {
      writeRun()
      return writeAlone(glyph)
    }
    if let end = run.last?.position.end, end != glyph.position.column { writeRun() }
    run.append(glyph)
  }

  /// Writes the glyphs that stand side by side, half of what is left at a time: if each takes two
  /// columns, that half just fills the room of all, and the next is written over its end. So a row of
  /// many needs few moves.
  private mutating func writeRun() {
    guard let end = run.last?.position else { return }
    goToColumn()
    writeRendition()
    var left = run[...]
    while !left.isEmpty {
      goToColumn()
      let part = left.prefix(max(1, left.count / 2))
      left = left.dropFirst(part.count)
      if left.isEmpty, end.isAtEdge { stayInRow() }
      for glyph in part { result += glyph.bytes }
      column = left.first?.position.column
    }
    leave(end, isFirst: run.count == 1)
    run.removeAll(keepingCapacity: true)
  }

  /// Writes a glyph of which nothing is known, and clears its columns first: it may be narrower than
  /// they are, and nothing old is to show.
  private mutating func writeAlone(_ glyph: PlacedGlyph) {
    let position = glyph.position
    goToColumn()
    writeRendition()
    if position.isAtEdge { stayInRow() }
    result += repeatElement(UInt8(ascii: " "), count: position.width)
    result += moves.sequence(toColumn: position.column) + glyph.bytes
    leave(position, isFirst: position.width == 1)
  }

  /// Has the cursor go behind the glyph. Where the row ends, some terminals put one that is too wide a
  /// column further to the left: then what it has covered is written again.
  private mutating func leave(_ position: GlyphPosition, isFirst: Bool) {
    column = position.isAtEdge ? nil : position.end
    // How the frame before ended is not known here, so nothing goes back to it.
    if position.isAtEdge, isFirst, let last, last.rendition != nil || wanted == nil {
      let after = wanted
      result += moves.sequence(toColumn: position.column - width(of: last))
      wanted = last.rendition
      writeRendition()
      result += Array(result[last.start..<last.end])
      wanted = after
    }
    last = nil
  }

  /// In columns.
  private func width(of glyph: WrittenGlyph) -> Int {
    TextLayout.width(of: String(decoding: result[glyph.start..<glyph.end], as: UTF8.self))
  }
}

/// A glyph of certain width that was written.
private struct WrittenGlyph {
  /// Where its bytes stand in what was written.
  let start: Int
  var end: Int
  let rendition: GraphicRendition?
}
