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

  init(base: Unicode.Scalar, width: Int) {
    self.base = base
    columns = width == 2 ? 2 : UInt8(clamping: min(width, 1))
  }

  init(printableASCII byte: UInt8) {
    base = Unicode.Scalar(byte)
    columns = 1
  }

  /// The columns that it takes: 1 or 2, and 0 for the right half of a wide one.
  package var width: Int { Int(columns) }

  /// Whether it is the second half of a wide character.
  package var isContinuation: Bool { columns == 0 }

  /// Whether it is a single ASCII character.
  package var isASCII: Bool { base.isASCII && firstMark == Self.absent }

  /// The base and the marks over it, zero where there is none.
  package var scalarValues: (base: UInt32, firstMark: UInt32, secondMark: UInt32) {
    (base.value, firstMark.value, secondMark.value)
  }

  /// Puts a mark over the base; answers whether it did not carry as many as it can.
  mutating func add(mark: Unicode.Scalar) -> Bool {
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
