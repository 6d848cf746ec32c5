/// What one cell, or a pair of cells, shows: a printable scalar and at most two marks over it.
///
/// Everything is stored inline: a canvas holds thousands of glyphs and compares them every frame.
/// Only this module makes glyphs, from classified scalars, so a glyph is always safe to print.
package struct Glyph: Hashable, Sendable {
  /// Marks beyond this number are dropped: stacks of them are a known attack on terminals.
  package static let maximumMarks = 2

  /// One empty column.
  package static let space = Glyph(base: " ", width: 1)

  /// The right half of a glyph that is two columns wide.
  package static let continuation = Glyph(base: absent, width: 0)

  // U+0000 is never printable; an optional scalar would take twice the room.
  private static let absent: Unicode.Scalar = "\0"

  package let base: Unicode.Scalar
  private var firstMark = absent
  private var secondMark = absent
  private let columns: UInt8

  fileprivate init(base: Unicode.Scalar, width: Int) {
    self.base = base
    columns = width == 2 ? 2 : UInt8(clamping: min(width, 1))
  }

  init(printableASCII byte: UInt8) {
    base = Unicode.Scalar(byte)
    columns = 1
  }

  /// In columns: 1 or 2, and 0 for the right half of a wide one.
  package var width: Int { Int(columns) }

  /// Whether it is the right half of a wide glyph.
  package var isContinuation: Bool { columns == 0 }

  /// Whether it is a single ASCII character.
  package var isASCII: Bool { base.isASCII && firstMark == Self.absent }

  /// The base and the marks over it, zero where there is none.
  package var scalarValues: (base: UInt32, firstMark: UInt32, secondMark: UInt32) {
    (base.value, firstMark.value, secondMark.value)
  }

  /// Puts a mark over the base; `false` when it already carries as many as it can.
  fileprivate mutating func add(mark: Unicode.Scalar) -> Bool {
    if firstMark == Self.absent {
      firstMark = mark
    } else if secondMark == Self.absent {
      secondMark = mark
    } else {
      return false
    }
    return true
  }

  /// Appends the text that it shows; nothing for the right half of a wide one.
  package func append(to text: inout String) {
    guard !isContinuation else { return }
    for scalar in [base, firstMark, secondMark] where scalar != Self.absent {
      text.unicodeScalars.append(scalar)
    }
  }
}

/// Cuts any text into glyphs that are safe to draw. This is the one place where scalars become
/// columns: drawing, measuring, truncating and cleaning all read through it.
package struct GlyphReader: Sequence, IteratorProtocol {
  /// How many scalars were left out or replaced because they could steer or mislead.
  package private(set) var unsafeCount = 0

  /// As many joiners in a row make sense: a selector or skin tone, and one that joins.
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

  // More joiners than make sense are a hidden message.
  private mutating func passJoiner() {
    joiners += 1
    if joiners > Self.mostJoiners { unsafeCount += 1 }
  }
}
