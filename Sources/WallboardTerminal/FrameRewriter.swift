/// Puts colours in the place of their slots into what ncurses wrote.
enum FrameRewriter {
  private static let escape: UInt8 = 0x1B

  /// The frame with its colours.
  static func finish(_ frame: [UInt8], colors: [Int: [UInt8]]) -> [UInt8] {
    guard !colors.isEmpty else { return frame }
    var result: [UInt8] = []
    result.reserveCapacity(frame.count * 2)
    var index = 0
    while index < frame.count {
      if let (number, layer, length) = color(at: frame[index...]), let color = colors[number] {
        result += [escape, UInt8(ascii: "["), layer, UInt8(ascii: "8"), UInt8(ascii: ";")]
        result += color
        result.append(UInt8(ascii: "m"))
        index += length
      } else {
        result.append(frame[index])
        index += 1
      }
    }
    return result
  }

  /// The number of a colour that is set with `ESC [ 3 8 ; 5 ; number m`, or 4 8 for the background.
  private static func color(
    at bytes: ArraySlice<UInt8>
  ) -> (number: Int, layer: UInt8, length: Int)? {
    guard bytes.first == escape else { return nil }
    let order = Array(bytes.prefix(11))
    guard order.count > 8, order[1] == UInt8(ascii: "["), order[3...6] == indexed,
      let end = order.firstIndex(of: UInt8(ascii: "m")), end > 7,
      let number = Int(String(decoding: order[7..<end], as: UTF8.self))
    else { return nil }
    return (number, order[2], end + 1)
  }

  private static let indexed = Array("8;5;".utf8)[...]
}
