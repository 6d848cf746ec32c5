/// Text that may be JSON's, in which a character may be escaped (RFC 8259, 7).
struct EscapedText {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// Where the word ends that the text begins with, in visible ASCII; `nil` where it does not.
  func end(of word: String.UTF8View) -> Int? {
    if bytes.starts(with: word) { return bytes.startIndex + word.count }
    var place = bytes.startIndex
    for expected in word {
      var unit = unit(at: place)
      while place > bytes.startIndex, let hidden = unit, !(0x20..<0x7F).contains(hidden.value) {
        place = hidden.end
        unit = self.unit(at: place)
      }
      guard let unit, unit.value == UInt32(expected) else { return nil }
      place = unit.end
    }
    return place
  }

  /// What stands there, escaped or not, as a UTF-16 unit or a byte, and where it ends.
  private func unit(at place: Int) -> (value: UInt32, end: Int)? {
    guard bytes.indices.contains(place) else { return nil }
    guard bytes[place] == UInt8(ascii: "\\"), bytes.indices.contains(place + 1) else {
      return (UInt32(bytes[place]), place + 1)
    }
    let escaped = bytes[place + 1]
    guard escaped == UInt8(ascii: "u") else { return (UInt32(escaped), place + 2) }
    let digits = bytes[(place + 2)...].prefix(4)
    guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return (UInt32(escaped), place + 2) }
    return (value, place + 6)
  }
}
