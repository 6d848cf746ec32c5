/// Leaves out what ncurses writes about renditions and nobody sees: most of a frame in which little
/// but digits change is that.
///
/// A rendition is set by SGR sequences (ECMA-48 8.3.117). Where several follow each other, all that
/// stands before the last one that resets is without effect. So is `ESC ( B`, the choice of the
/// usual characters: this program draws lines with letters of Unicode or ASCII and never chooses
/// others.
struct RenditionTrimmer {
  private static let escape: UInt8 = 0x1B
  /// A longer sequence is none that ncurses makes.
  private static let longest = 64

  private let frame: [UInt8]
  private var result: [UInt8] = []
  /// Where in the result the sequences begin that nothing has been written after.
  private var pending: Int?

  /// The frame without what has no effect.
  static func trim(_ frame: [UInt8]) -> [UInt8] {
    var trimmer = RenditionTrimmer(frame)
    trimmer.run()
    return trimmer.result
  }

  private init(_ frame: [UInt8]) {
    self.frame = frame
    result.reserveCapacity(frame.count)
  }

  private mutating func run() {
    var index = 0
    while index < frame.count {
      let rest = frame[index...]
      if let length = Self.usualCharacters(at: rest) {
        index += length
      } else if let (length, resets) = Self.rendition(at: rest) {
        if resets, let pending { result.removeSubrange(pending...) }
        pending = pending ?? result.count
        result += rest.prefix(length)
        index += length
      } else {
        pending = nil
        result.append(frame[index])
        index += 1
      }
    }
  }

  private static func usualCharacters(at rest: ArraySlice<UInt8>) -> Int? {
    rest.starts(with: [escape, UInt8(ascii: "("), UInt8(ascii: "B")]) ? 3 : nil
  }

  /// The length of an SGR sequence, and whether it begins with a reset.
  private static func rendition(at rest: ArraySlice<UInt8>) -> (length: Int, resets: Bool)? {
    guard rest.starts(with: [escape, UInt8(ascii: "[")]) else { return nil }
    let parameters = rest.dropFirst(2).prefix(longest)
    guard let end = parameters.firstIndex(where: { !isParameter($0) }),
      parameters[end] == UInt8(ascii: "m")
    else { return nil }
    let first = parameters[..<end].prefix { $0 != UInt8(ascii: ";") }
    return (end - rest.startIndex + 1, first.isEmpty || first.elementsEqual([UInt8(ascii: "0")]))
  }

  private static func isParameter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: ";")).contains(byte)
  }
}
