/// Says what ncurses says in fewer bytes: in a frame in which little but digits change, half of what it
/// writes chooses renditions and columns.
///
/// A rendition (``GraphicRendition``) is chosen only when something is drawn that looks different in
/// it, and in the shortest way. A move within the row is made by its column alone, and one to the
/// beginning of the next row is a line's end. The choice of the usual characters, `ESC ( B`, is left out: this program draws lines with letters of Unicode or ASCII
/// and never chooses others.
struct FrameTrimmer {
  private static let escape: UInt8 = 0x1B

  private var rest: ArraySlice<UInt8>
  private let moves: CursorMoves
  private var result: [UInt8] = []
  /// The rendition of what comes next, and the one that the terminal was told; `nil` is the one that
  /// it had before the frame.
  private var wanted: GraphicRendition?
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
    trimmer.tellRendition()
    return trimmer.result
  }

  private init(_ frame: [UInt8], moves: CursorMoves) {
    rest = frame[...]
    self.moves = moves
    result.reserveCapacity(frame.count)
  }

  private mutating func step() {
    if let sequence = ControlSequence(rest) {
      rest = rest.dropFirst(sequence.bytes.count)
      obey(sequence)
    } else if rest.starts(with: [Self.escape, UInt8(ascii: "("), UInt8(ascii: "B")]) {
      rest = rest.dropFirst(3)
    } else if let byte = rest.popFirst() {
      copy(byte)
    }
  }

  private mutating func obey(_ sequence: ControlSequence) {
    switch sequence.final {
    case UInt8(ascii: "m"): select(sequence)
    case UInt8(ascii: "H"): move(sequence)
    case UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "G"): result += sequence.bytes
    case UInt8(ascii: "X"), UInt8(ascii: "K"):
      tellRenditionOfBlanks()
      result += sequence.bytes
    default:
      // Whatever else it does: it may erase, and it may move.
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

  private mutating func move(_ sequence: ControlSequence) {
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
    case UInt8(ascii: "\r"), 0x08: break
    case UInt8(ascii: " "): tellRenditionOfBlanks()
    // A control such as a line feed, or an escape sequence of another kind.
    case 0..<0x20:
      tellRendition()
      row = nil
    default: tellRendition()
    }
    result.append(byte)
  }

  private mutating func tellRenditionOfBlanks() {
    if let wanted, let told, wanted.looksBlankLike(told) { return }
    tellRendition()
  }

  private mutating func tellRendition() {
    guard let wanted, wanted != told else { return }
    result += wanted.sequence(after: told)
    told = wanted
  }
}

/// Ways to move the cursor that a terminal may know.
struct CursorMoves: OptionSet {
  let rawValue: Int

  /// By the column alone: CHA (ECMA-48 8.3.9).
  static let toColumn = CursorMoves(rawValue: 1)
  /// By CR LF, behind the last column of a row too: such a terminal wraps only once a character
  /// follows there (`xenl` of terminfo).
  static let toNextLine = CursorMoves(rawValue: 2)
}

/// A control sequence with decimal parameters and nothing between them and its end (ECMA-48 5.4).
private struct ControlSequence {
  let bytes: ArraySlice<UInt8>
  let parameters: ArraySlice<UInt8>
  let final: UInt8

  /// A longer one is none that ncurses makes.
  private static let longest = 64

  /// The sequence that the bytes begin with.
  init?(_ rest: ArraySlice<UInt8>) {
    guard rest.starts(with: [0x1B, UInt8(ascii: "[")]) else { return nil }
    let following = rest.dropFirst(2).prefix(Self.longest)
    guard let end = following.firstIndex(where: { !(0x30...0x3F).contains($0) }),
      (0x40...0x7E).contains(following[end])
    else { return nil }
    bytes = rest[...end]
    parameters = following[..<end]
    final = following[end]
  }
}
