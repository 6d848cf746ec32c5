import WallboardScreen

/// What is to be known of a glyph once ncurses has written it. It goes through ncurses as two marks
/// over the glyph, which no text from outside can have: they are variation selectors, which
/// ``ScalarClass`` leaves out. ncurses writes a glyph anew when its marks change.
enum GlyphMark: Equatable {
  /// On a glyph of doubtful width: where it stands.
  case position(GlyphPosition)

  /// On one beside it, which a glyph that turns out to be wider would cover: it is written anew
  /// whenever the other is. The number stands for what the other looks like.
  case neighbor(Int)

  /// The first byte of every selector.
  static let firstByte: UInt8 = 0xF3
  /// The bytes of the two.
  static let length = 8
  /// How many numbers there are for neighbours.
  static let neighbors = base * base - GlyphPosition.codes

  private static let firstSelector: UInt32 = 0xE0100
  private static let base = 240

  /// The mark that stands at the beginning of these bytes.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.first == Self.firstByte, bytes.count >= Self.length else { return nil }
    let scalars = String(decoding: bytes.prefix(Self.length), as: UTF8.self).unicodeScalars
    let digits = scalars.map { Int($0.value) - Int(Self.firstSelector) }
    guard digits.count == 2, digits.allSatisfy((0..<Self.base).contains) else { return nil }
    let code = digits[0] * Self.base + digits[1]
    self = GlyphPosition(code: code).map(Self.position) ?? .neighbor(code - GlyphPosition.codes)
  }

  /// The two marks.
  var selectors: [UInt32] {
    let code =
      switch self {
      case .position(let position): position.code
      case .neighbor(let number): GlyphPosition.codes + number
      }
    return [code / Self.base, code % Self.base].map { Self.firstSelector + UInt32(clamping: $0) }
  }
}

/// Where a glyph of doubtful width stands.
struct GlyphPosition: Equatable {
  /// The scalars of the longest glyph.
  static let mostScalars = 1 + Glyph.maximumMarks
  /// More than any code.
  static let codes = Canvas.maximumSize.width * mostScalars * 8

  let column: Int
  /// 1 or 2.
  var width = 1
  var scalarCount = 1
  /// Whether it takes one column or two, and nothing else.
  var isAmbiguous = true
  /// Whether the row ends with it.
  var isAtEdge = false

  /// The column after it.
  var end: Int { column + width }
}

extension GlyphPosition {
  /// The position of that code, if it is one.
  fileprivate init?(code: Int) {
    guard (0..<Self.codes).contains(code) else { return nil }
    let flags = code % 8
    isAtEdge = flags & 1 != 0
    isAmbiguous = flags & 2 != 0
    width = flags & 4 == 0 ? 1 : 2
    scalarCount = 1 + code / 8 % Self.mostScalars
    column = code / 8 / Self.mostScalars
  }

  fileprivate var code: Int {
    let flags = (isAtEdge ? 1 : 0) + (isAmbiguous ? 2 : 0) + (width == 2 ? 4 : 0)
    return (column * Self.mostScalars + scalarCount - 1) * 8 + flags
  }
}
