/// Finishes what ncurses wrote: puts colours in the place of their slots, and makes sure that what
/// follows a glyph of doubtful width stands where it has to.
struct FrameRewriter {
  private static let escape: UInt8 = 0x1B

  private let frame: [UInt8]
  private let colors: [Int: [UInt8]]
  private var result: [UInt8] = []
  /// Where in the result the last scalars begin, the newest at the end.
  private var starts: [Int] = []

  /// The frame as it goes to the terminal.
  static func finish(_ frame: [UInt8], colors: [Int: [UInt8]]) -> [UInt8] {
    guard !colors.isEmpty || frame.contains(GlyphPosition.firstByte) else { return frame }
    var rewriter = FrameRewriter(frame, colors: colors)
    rewriter.run()
    return rewriter.result
  }

  private init(_ frame: [UInt8], colors: [Int: [UInt8]]) {
    self.frame = frame
    self.colors = colors
    result.reserveCapacity(frame.count * 2)
  }

  private mutating func run() {
    var index = 0
    while index < frame.count {
      let rest = frame[index...]
      if let (number, layer, length) = Self.color(at: rest), let color = colors[number] {
        result += [Self.escape, UInt8(ascii: "["), layer, UInt8(ascii: "8"), UInt8(ascii: ";")]
        result += color
        result.append(UInt8(ascii: "m"))
        index += length
      } else if let position = GlyphPosition(rest) {
        place(position)
        index += GlyphPosition.length
      } else {
        copy(frame[index])
        index += 1
      }
    }
  }

  private mutating func copy(_ byte: UInt8) {
    // Not the second or a later byte of a character.
    if byte & 0xC0 != 0x80 {
      if starts.count > GlyphPosition.mostScalars { starts.removeFirst() }
      starts.append(result.count)
    }
    result.append(byte)
  }

  /// Clears the glyph's columns, writes it into them, and goes to the column after it: whatever the
  /// terminal takes it for, nothing old shows and nothing new is moved.
  private mutating func place(_ position: GlyphPosition) {
    guard position.scalarCount <= starts.count else { return }
    let start = starts[starts.count - position.scalarCount]
    let glyph = result[start...]
    var placed = Array(repeating: UInt8(ascii: " "), count: position.width)
    placed += Self.goingTo(position.column) + glyph
    placed += Self.goingTo(position.column + position.width)
    result.replaceSubrange(start..., with: placed)
    starts = []
  }

  // ECMA-48, 8.3.9 (CHA): columns are counted from 1.
  private static func goingTo(_ column: Int) -> [UInt8] {
    Array("\u{1B}[\(column + 1)G".utf8)
  }

  /// The number of a colour that is set with `ESC [ 3 8 ; 5 ; number m`, or 4 8 for the background.
  private static func color(
    at bytes: ArraySlice<UInt8>
  ) -> (number: Int, layer: UInt8, length: Int)? {
    guard bytes.first == escape else { return nil }
    let order = Array(bytes.prefix(11))
    guard order.count > 8, order[1] == UInt8(ascii: "["), order[3...6] == Self.indexed,
      let end = order.firstIndex(of: UInt8(ascii: "m")), end > 7,
      let number = Int(String(decoding: order[7..<end], as: UTF8.self))
    else { return nil }
    return (number, order[2], end + 1)
  }

  private static let indexed = Array("8;5;".utf8)[...]
}
