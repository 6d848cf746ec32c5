/// Cuts any text into glyphs that are safe to draw. This is the one place where scalars become
/// columns: drawing, measuring, truncating and cleaning all read through it.
package struct GlyphReader: Sequence, IteratorProtocol {
  /// How many scalars were left out or replaced because they could steer or mislead.
  package private(set) var unsafeCount = 0

  /// Joiners in a row that make sense: a selector or skin tone, and one that joins.
  private static let mostJoiners = 2

  private var joiners = 0
  private var scalars: String.UnicodeScalarView.Iterator
  private var pending: Unicode.Scalar?

  /// Reads `text`, with every line break (CR LF is one) read as a space.
  package init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
  }

  package mutating func next() -> Glyph? {
    while let scalar = nextScalar() {
      guard var glyph = glyph(of: scalar) else { continue }
      takeMarks(over: &glyph)
      return glyph
    }
    return nil
  }

  private mutating func nextScalar() -> Unicode.Scalar? {
    if let scalar = pending {
      pending = nil
      return scalar
    }
    return scalars.next()
  }

  // A mark without anything to stand over is left out.
  private mutating func glyph(of scalar: Unicode.Scalar) -> Glyph? {
    let kind = ScalarClass(scalar)
    if kind != .joiner { joiners = 0 }
    switch kind {
    case .printable(let width): return Glyph(base: scalar, width: width)
    case .space: return .space
    case .lineBreak: return endOfLine(scalar)
    case .alias(let letter): return Glyph(base: letter, width: 1)
    case .mark:
      unsafeCount += 1
      return nil
    case .joiner:
      passJoiner()
      return nil
    case .unsafe(let standIn):
      unsafeCount += 1
      return standIn.map { Glyph(base: $0, width: 1) }
    }
  }

  private mutating func endOfLine(_ scalar: Unicode.Scalar) -> Glyph {
    if scalar == "\r", let following = nextScalar(), following != "\n" {
      pending = following
    }
    return Glyph(base: " ", width: 1)
  }

  private mutating func takeMarks(over glyph: inout Glyph) {
    while let scalar = nextScalar() {
      switch ScalarClass(scalar) {
      case .mark: if !glyph.add(mark: scalar) { unsafeCount += 1 }
      case .joiner: passJoiner()
      case .printable, .lineBreak, .space, .alias, .unsafe:
        pending = scalar
        return
      }
    }
  }

  // More of them than make sense say something that nobody is to see.
  private mutating func passJoiner() {
    joiners += 1
    if joiners > Self.mostJoiners { unsafeCount += 1 }
  }
}
