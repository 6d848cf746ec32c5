import WallboardScreen

/// What ``FrameWriter`` has to know of a glyph that ncurses wrote.
///
/// Terminals disagree about the width of many glyphs (``WidthDoubt``), so the writer goes to the right
/// column behind each of them. To find that column in what ncurses writes, it would have to understand
/// all of ncurses' moves, on every terminal: by columns, by rows, by steps, by line ends and by writing
/// what stands between, with regions that scroll, cells that are deleted, and a last cell that is drawn
/// elsewhere and pushed to its place. So a glyph takes its column along. A mark is two variation
/// selectors over the glyph (U+E0100 and on), which no text from outside can have: ``ScalarClass``
/// leaves them out.
///
/// Marks do one thing more, for which the column alone would not do. ncurses draws a cell again when
/// anything in it has changed, so a mark on the neighbour of such a glyph, which tells what the glyph
/// looks like, has the neighbour drawn again whenever the glyph is.
enum GlyphMark: Equatable {
  /// On a glyph of doubtful width: where it stands.
  case position(GlyphPosition)

  /// On one beside it, which would be covered by a glyph that turns out to be wider: it is written
  /// anew whenever that one is. The number stands for what that one looks like.
  case neighbor(Int)

  /// The first byte of every selector in UTF-8.
  static let firstByte: UInt8 = 0xF3
  /// The bytes of both selectors.
  static let length = 8
  /// The numbers that there are for neighbours.
  static let neighbors = base * base - GlyphPosition.codes

  private static let firstSelector: UInt32 = 0xE0100
  private static let base = 240

  /// The mark that these bytes begin with.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.first == Self.firstByte, bytes.count >= Self.length else { return nil }
    let scalars = String(decoding: bytes.prefix(Self.length), as: UTF8.self).unicodeScalars
    let digits = scalars.map { Int($0.value) - Int(Self.firstSelector) }
    guard digits.count == 2, digits.allSatisfy((0..<Self.base).contains) else { return nil }
    let code = digits[0] * Self.base + digits[1]
    self = GlyphPosition(code: code).map(Self.position) ?? .neighbor(code - GlyphPosition.codes)
  }

  /// The two scalars of the mark.
  var selectors: [UInt32] {
    let code =
      switch self {
      case .position(let position): position.code
      case .neighbor(let number): GlyphPosition.codes + number
      }
    return [code / Self.base, code % Self.base].map { Self.firstSelector + UInt32(clamping: $0) }
  }
}

/// Where a glyph of doubtful width stands.
struct GlyphPosition: Equatable {
  /// The scalars of the longest glyph.
  static let mostScalars = 1 + Glyph.maximumMarks
  /// More than any code.
  static let codes = Canvas.maximumSize.width * mostScalars * 8

  let column: Int
  /// 1 or 2.
  var width = 1
  var scalarCount = 1
  /// Whether it takes one column or two; otherwise nothing is known of its width.
  var isAmbiguous = true
  /// Whether the row ends with it.
  var isAtEdge = false

  /// The column after it.
  var end: Int { column + width }
}

extension GlyphPosition {
  /// The position of that code, if it is one.
  fileprivate init?(code: Int) {
    guard (0..<Self.codes).contains(code) else { return nil }
    let flags = code % 8
    isAtEdge = flags & 1 != 0
    isAmbiguous = flags & 2 != 0
    width = flags & 4 == 0 ? 1 : 2
    scalarCount = 1 + code / 8 % Self.mostScalars
    column = code / 8 / Self.mostScalars
  }

  fileprivate var code: Int {
    let flags = (isAtEdge ? 1 : 0) + (isAmbiguous ? 2 : 0) + (width == 2 ? 4 : 0)
    return (column * Self.mostScalars + scalarCount - 1) * 8 + flags
  }
}

/// A glyph of doubtful width as ncurses wrote it, with its mark behind it.
struct PlacedGlyph {
  let position: GlyphPosition
  /// What goes to the terminal.
  let bytes: ArraySlice<UInt8>

  /// The bytes of the frame that it takes.
  var length: Int { bytes.count + GlyphMark.length }

  /// The glyph that the bytes begin with.
  init?(_ rest: ArraySlice<UInt8>) {
    // Most bytes are ASCII with ASCII behind it, which has no mark.
    guard rest.prefix(2).contains(where: { $0 >= 0x80 }) else { return nil }
    var end = rest.startIndex
    for scalars in 1...GlyphPosition.mostScalars {
      guard end < rest.endIndex, rest[end] >= 0x20, rest[end] != GlyphMark.firstByte else { break }
      // The second and later bytes of a character begin with the bits 10.
      end = rest[(end + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? rest.endIndex
      if case .position(let position) = GlyphMark(rest[end...]) {
        guard position.scalarCount == scalars else { break }
        self.position = position
        bytes = rest[..<end]
        return
      }
    }
    return nil
  }
}

/// Which glyphs carry a ``GlyphMark``.
enum GlyphMarking {
  case none
  case all

  /// Not the one in the last column of the last row, which ncurses writes elsewhere and pushes there
  /// if it cannot keep the terminal from scrolling (`rmam` of terminfo).
  case exceptCorner
}

/// A row of a canvas, and the marks of its glyphs.
struct MarkedRow {
  let cells: ArraySlice<Cell>
  /// Whether it is the last row of the canvas.
  let isLast: Bool
  /// Whether glyphs of ambiguous width are known to take one column.
  var isAmbiguousNarrow = false

  /// The columns with the glyph before them and the one after them.
  func widened(_ columns: Range<Int>) -> Range<Int> {
    var (first, end) = (columns.lowerBound, columns.upperBound)
    if first > cells.startIndex { first -= 1 }
    if first > cells.startIndex, cells[first].glyph.isContinuation { first -= 1 }
    if end < cells.endIndex { end += cells[end].glyph.width }
    return first..<min(end, cells.endIndex)
  }

  /// The mark of a cell that is written as so many scalars.
  func mark(at column: Int, scalarCount: Int, _ marking: GlyphMarking) -> GlyphMark? {
    let glyph = cells[column].glyph
    // It does no harm to cover a blank.
    guard marking != .none, glyph != .space else { return nil }
    let doubt = doubt(of: glyph)
    guard doubt != .none else { return neighborMark(at: column) }
    let isAtEdge = column + glyph.width == cells.endIndex
    if isAtEdge, isLast, marking == .exceptCorner { return nil }
    return .position(
      GlyphPosition(
        column: column, width: glyph.width, scalarCount: scalarCount,
        isAmbiguous: doubt == .ambiguous, isAtEdge: isAtEdge))
  }

  private func doubt(of glyph: Glyph) -> WidthDoubt {
    let doubt = glyph.widthDoubt
    return doubt == .ambiguous && isAmbiguousNarrow ? .none : doubt
  }

  private func neighborMark(at column: Int) -> GlyphMark? {
    let neighbors = neighbors(ofCellAt: column).filter { doubt(of: $0.glyph) != .none }
    guard !neighbors.isEmpty else { return nil }
    return .neighbor(Int(neighbors.hashValue.magnitude % UInt(GlyphMark.neighbors)))
  }

  /// Those that may cover the cell: the one before it, and the last one of the row, which may stand
  /// further to the left than it should.
  private func neighbors(ofCellAt column: Int) -> [Cell] {
    var result: [Cell] = []
    var before = column - 1
    if before > cells.startIndex, cells[before].glyph.isContinuation { before -= 1 }
    if before >= cells.startIndex { result.append(cells[before]) }
    let after = column + cells[column].glyph.width
    if after == cells.endIndex - 1 { result.append(cells[after]) }
    return result
  }
}

/// Whether terminals may disagree about how many columns a glyph takes.
enum WidthDoubt {
  /// ASCII, and what is wide in every terminal. What is ambiguous is not in doubt either, once the
  /// terminal has said that it is narrow.
  case none

  /// One column; two where the terminal is set so that it suits East Asian fonts (Unicode's annex 11
  /// calls most of these characters ambiguous).
  case ambiguous

  /// It depends on the terminal's version of Unicode, and on how it joins scalars: emoji, marks,
  /// scripts whose letters join.
  case unknown
}

extension Glyph {
  /// How sure its width is. What boards and names are made of is listed here; the rest is unknown.
  var widthDoubt: WidthDoubt {
    guard scalarValues.firstMark == 0 else { return .unknown }
    switch base.value {
    case 0x20..<0x7F: return .none
    case 0x7F..<0x300, 0x370..<0x483, 0x48A..<0x590, 0x1E00..<0x2000, 0x2010..<0x2028,
      0x2030..<0x205F, 0x20A0..<0x20C0, 0x2100..<0x2300, 0x2500..<0x2600, 0x2713, 0x2717:
      return width == 1 ? .ambiguous : .unknown
    case 0x3041..<0x3097, 0x30A1..<0x3100, 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xAC00..<0xD7A4,
      0xFF01..<0xFF61:
      return width == 2 ? .none : .unknown
    default: return .unknown
    }
  }
}
