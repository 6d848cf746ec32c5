import WallboardScreen

/// Where a glyph of doubtful width stands. It goes through ncurses as two marks over the glyph,
/// which no text from outside can have: they are variation selectors, which ``ScalarClass`` leaves
/// out.
struct GlyphPosition: Equatable {
  /// The first byte of every selector.
  static let firstByte: UInt8 = 0xF3
  /// The bytes of the two.
  static let length = 8
  /// The scalars of the longest glyph.
  static let mostScalars = 1 + Glyph.maximumMarks

  private static let firstSelector: UInt32 = 0xE0100
  private static let base = 200

  let column: Int
  /// 1 or 2.
  let width: Int
  let scalarCount: Int

  /// The position of a glyph.
  init(column: Int, width: Int, scalarCount: Int) {
    self.column = column
    self.width = width
    self.scalarCount = scalarCount
  }

  /// The position that stands at the beginning of these bytes.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.first == Self.firstByte, bytes.count >= Self.length else { return nil }
    let scalars = String(decoding: bytes.prefix(Self.length), as: UTF8.self).unicodeScalars
    let digits = scalars.map { Int($0.value) - Int(Self.firstSelector) }
    guard digits.count == 2, digits.allSatisfy((0..<Self.base).contains) else { return nil }
    let code = digits[0] * Self.base + digits[1]
    scalarCount = 1 + code % Self.mostScalars
    width = 1 + code / Self.mostScalars % 2
    column = code / Self.mostScalars / 2
  }

  /// The two marks.
  var marks: [UInt32] {
    let code = (column * 2 + width - 1) * Self.mostScalars + scalarCount - 1
    return [code / Self.base, code % Self.base].map { Self.firstSelector + UInt32(clamping: $0) }
  }
}
