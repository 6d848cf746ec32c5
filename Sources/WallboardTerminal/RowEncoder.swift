import CNcurses
import Glibc
import WallboardScreen

/// Writes the cells of a row as ncurses wants them.
struct RowEncoder {
  private static let replacement: UInt32 = 0x3F

  private let encoding: TextEncoding
  private var cells: [cchar_t] = []
  private var lastRole = StyleRole.text
  private var lastEmphasis: Emphasis = []
  private var lastRendition: Rendition?

  init(encoding: TextEncoding) {
    self.encoding = encoding
  }

  /// Encodes a row; a glyph of two columns is one element, as ncurses has it.
  mutating func encode(
    _ row: ArraySlice<Cell>, with renditions: inout RenditionTable
  ) -> [cchar_t] {
    cells.removeAll(keepingCapacity: true)
    for cell in row where !cell.glyph.isContinuation {
      append(cell.glyph, rendition: rendition(of: cell, from: &renditions))
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

  private mutating func append(_ glyph: Glyph, rendition: Rendition) {
    guard canShow(glyph) else {
      return appendReplacement(columns: glyph.width, rendition: rendition)
    }
    let (base, firstMark, secondMark) = glyph.scalarValues
    append(base, firstMark, secondMark, rendition: rendition)
  }

  private mutating func appendReplacement(columns: Int, rendition: Rendition) {
    for _ in 0..<columns {
      append(Self.replacement, 0, 0, rendition: rendition)
    }
  }

  // ncurses measures with the C library's table. Where that disagrees with ours, every cell after
  // the glyph would move.
  private func canShow(_ glyph: Glyph) -> Bool {
    if glyph.isASCII { return true }
    guard encoding == .utf8 else { return false }
    return Int(wcwidth(wchar_t(bitPattern: glyph.base.value))) == glyph.width
  }

  private mutating func append(
    _ base: UInt32, _ firstMark: UInt32, _ secondMark: UInt32, rendition: Rendition
  ) {
    cells.append(
      wallboard_cell(
        wchar_t(bitPattern: base), wchar_t(bitPattern: firstMark),
        wchar_t(bitPattern: secondMark), rendition.attributes, rendition.pair))
  }
}
