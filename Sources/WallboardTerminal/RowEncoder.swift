import CNcurses
import Glibc
import WallboardScreen

/// Writes the cells of a row as ncurses wants them.
struct RowEncoder {
  private static let replacement: UInt32 = 0x3F

  private let repertoire: Repertoire
  private let placesGlyphs: Bool
  private var cells: [cchar_t] = []
  private var scalars: [wchar_t] = []
  private var lastRole = StyleRole.text
  private var lastEmphasis: Emphasis = []
  private var lastRendition: Rendition?

  /// An encoder for a terminal with these characters. With `placesGlyphs` glyphs of doubtful width
  /// carry their ``GlyphPosition``.
  init(repertoire: Repertoire, placesGlyphs: Bool) {
    self.repertoire = repertoire
    self.placesGlyphs = placesGlyphs
  }

  /// Encodes a row from a column on; a glyph of two columns is one element, as ncurses has it.
  mutating func encode(
    _ row: ArraySlice<Cell>, from column: Int, with renditions: inout RenditionTable
  ) -> [cchar_t] {
    cells.removeAll(keepingCapacity: true)
    var column = column
    for cell in row where !cell.glyph.isContinuation {
      append(cell.glyph, at: column, rendition: rendition(of: cell, from: &renditions))
      column += cell.glyph.width
    }
    return cells
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

  private mutating func append(_ glyph: Glyph, at column: Int, rendition: Rendition) {
    guard canShow(glyph) else {
      for _ in 0..<glyph.width { append([Self.replacement], rendition: rendition) }
      return
    }
    if glyph.isASCII { return append([glyph.base.value], rendition: rendition) }
    var scalars = [glyph.base.value] + marks(of: glyph)
    if placesGlyphs, glyph.isOfDoubtfulWidth {
      scalars +=
        GlyphPosition(column: column, width: glyph.width, scalarCount: scalars.count).marks
    }
    append(scalars, rendition: rendition)
  }

  // Whatever takes a column of its own by the C library's table would end the glyph.
  private func marks(of glyph: Glyph) -> [UInt32] {
    guard repertoire == .everything else { return [] }
    let (_, first, second) = glyph.scalarValues
    return [first, second].filter { $0 != 0 && wcwidth(wchar_t(bitPattern: $0)) == 0 }
  }

  // ncurses measures with the C library's table. Where that disagrees with ours, every cell after
  // the glyph would move.
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
