/// Cuts any text into glyphs that are safe to draw. This is the one place where scalars become
/// columns: drawing, measuring, truncating and cleaning all read through it.
package struct GlyphReader: Sequence, IteratorProtocol {
  /// How many scalars were left out or replaced because they could steer or mislead.
  package private(set) var unsafeCount = 0

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
    switch ScalarClass(scalar) {
    case .printable(let width): return Glyph(base: scalar, width: width)
    case .space: return .space
    case .lineBreak: return endOfLine(scalar)
    case .alias(let letter): return Glyph(base: letter, width: 1)
    case .mark, .joiner: return nil
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
      guard ScalarClass(scalar) == .mark else {
        pending = scalar
        return
      }
      glyph.add(mark: scalar)
    }
  }
}
