import CNcurses
import Glibc
import WallboardScreen

/// Makes ncurses' cells of a canvas's.
struct RowEncoder {
  private static let replacement: UInt32 = 0x3F

  private let repertoire: Repertoire
  private let marking: GlyphMarking
  /// Whether the terminal has said that glyphs of ambiguous width take one column in it.
  var isAmbiguousNarrow = false
  private var cells: [cchar_t] = []
  private var scalars: [wchar_t] = []
  private var lastRole = StyleRole.text
  private var lastEmphasis: Emphasis = []
  private var lastRendition: Rendition?

  /// An encoder for a terminal that has these characters.
  init(repertoire: Repertoire, marking: GlyphMarking) {
    self.repertoire = repertoire
    self.marking = marking
  }

  /// Whether any glyphs are marked.
  var isMarking: Bool { marking != .none }

  /// Encodes some columns of a row and the glyphs beside them, whose marks may have changed. A glyph of
  /// two columns is one element, as ncurses has it.
  ///
  /// - Returns: The cells, and the column of the first.
  mutating func encode(
    _ columns: Range<Int>, ofRow y: Int, of canvas: Canvas, with renditions: inout RenditionTable
  ) -> (cells: [cchar_t], start: Int) {
    cells.removeAll(keepingCapacity: true)
    let row = MarkedRow(
      cells: canvas.row(y), isLast: y == canvas.size.height - 1,
      isAmbiguousNarrow: isAmbiguousNarrow)
    let columns = isMarking ? row.widened(columns) : columns
    for column in columns where !row.cells[column].glyph.isContinuation {
      append(at: column, of: row, with: &renditions)
    }
    return (cells, columns.lowerBound)
  }

  /// Forgets what it remembers of a theme.
  mutating func themeChanged() {
    lastRendition = nil
  }

  // Neighbours mostly look alike.
  private mutating func rendition(
    of cell: Cell, from renditions: inout RenditionTable
  ) -> Rendition {
    if let lastRendition, cell.role == lastRole, cell.emphasis == lastEmphasis {
      return lastRendition
    }
    let rendition = renditions.rendition(of: cell)
    lastRole = cell.role
    lastEmphasis = cell.emphasis
    lastRendition = rendition
    return rendition
  }

  private mutating func append(
    at column: Int, of row: MarkedRow, with renditions: inout RenditionTable
  ) {
    let cell = row.cells[column]
    let rendition = rendition(of: cell, from: &renditions)
    guard canShow(cell.glyph) else {
      for _ in 0..<cell.glyph.width { append([Self.replacement], rendition: rendition) }
      return
    }
    let scalars = scalars(of: cell.glyph)
    let mark = row.mark(at: column, scalarCount: scalars.count, marking)
    append(scalars + (mark?.selectors ?? []), rendition: rendition)
  }

  // ncurses ends the glyph at a mark that takes a column by the C library's table.
  private func scalars(of glyph: Glyph) -> [UInt32] {
    let (base, first, second) = glyph.scalarValues
    guard repertoire == .everything else { return [base] }
    return [base] + [first, second].filter { $0 != 0 && wcwidth(wchar_t(bitPattern: $0)) == 0 }
  }

  // ncurses measures with the C library's table. Where that differs from ours, every cell after the
  // glyph would move.
  private func canShow(_ glyph: Glyph) -> Bool {
    if glyph.isASCII { return true }
    guard repertoire.contains(glyph.base) else { return false }
    return Int(wcwidth(wchar_t(bitPattern: glyph.base.value))) == glyph.width
  }

  private mutating func append(_ values: [UInt32], rendition: Rendition) {
    scalars.removeAll(keepingCapacity: true)
    for value in values { scalars.append(wchar_t(bitPattern: value)) }
    while scalars.count < Int(WALLBOARD_CELL_LENGTH) { scalars.append(0) }
    cells.append(unsafe wallboard_cell(scalars, rendition.attributes, rendition.pair))
  }
}
