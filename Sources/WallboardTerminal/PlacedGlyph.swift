/// A glyph of doubtful width as ncurses wrote it, with the mark that says where it stands.
struct PlacedGlyph {
  let position: GlyphPosition
  /// What goes to the terminal.
  let bytes: ArraySlice<UInt8>

  /// The bytes of the frame that it takes.
  var length: Int { bytes.count + GlyphMark.length }

  /// The glyph that the bytes begin with.
  init?(_ rest: ArraySlice<UInt8>) {
    // Most bytes are ASCII with ASCII behind it, which nothing stands over.
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
