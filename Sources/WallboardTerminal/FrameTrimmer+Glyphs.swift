/// A glyph of certain width that was written.
struct WrittenGlyph {
  var bytes: [UInt8]
  let rendition: GraphicRendition?

  /// What has one column is ASCII: the width of all else with one is doubtful.
  var width: Int { bytes.count > 1 ? 2 : 1 }
}

/// Glyphs of doubtful width: wherever a terminal takes them to end, what follows stands in its
/// column, and nothing beside them is covered.
extension FrameTrimmer {
  /// Puts the glyph into its place.
  mutating func place(_ glyph: PlacedGlyph) {
    guard glyph.position.isAmbiguous else {
      writeRun()
      return writeAlone(glyph)
    }
    if let end = run.last?.position.end, end != glyph.position.column { writeRun() }
    run.append(glyph)
  }

  /// Writes the glyphs that were put side by side.
  ///
  /// Half of them at a time: if each takes two columns, they just fill the room that there is for all,
  /// and what comes next is written over their end. So a row of many needs few moves.
  mutating func writeRun() {
    guard let end = run.last?.position else { return }
    goToColumn()
    tellRendition()
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
    run = []
  }

  /// Clears the glyph's columns first: it may be narrower than they are, and nothing old is to show.
  private mutating func writeAlone(_ glyph: PlacedGlyph) {
    let position = glyph.position
    goToColumn()
    tellRendition()
    if position.isAtEdge { stayInRow() }
    result += Array(repeating: UInt8(ascii: " "), count: position.width)
    result += moves.sequence(toColumn: position.column) + glyph.bytes
    leave(position, isFirst: position.width == 1)
  }

  /// Where the row ends, a glyph that is too wide stands a column further to the left in some
  /// terminals: then what it has covered is written again.
  private mutating func leave(_ position: GlyphPosition, isFirst: Bool) {
    column = position.isAtEdge ? nil : position.end
    // How the frame before ended is not known here, so nothing goes back to it.
    if position.isAtEdge, isFirst, let last, last.rendition != nil || wanted == nil {
      let after = wanted
      result += moves.sequence(toColumn: position.column - last.width)
      wanted = last.rendition
      tellRendition()
      result += last.bytes
      wanted = after
    }
    last = nil
  }

  /// Remembers what is written, unless it is blank.
  mutating func note(_ byte: UInt8) {
    switch byte {
    // The second or a later byte of a character.
    case 0x80..<0xC0: last?.bytes.append(byte)
    case ...0x20: last = nil
    default: last = WrittenGlyph(bytes: [byte], rendition: wanted)
    }
  }
}
