/// How characters are written as bytes, on the way to a terminal and from it.
package enum TextEncoding: Hashable, Sendable {
  case utf8

  /// A byte a character: what the bytes from 0x80 on stand for, up to 128 of them. Those below are
  /// ASCII.
  case singleByte([Unicode.Scalar?])

  /// Seven bits, and nothing else.
  package static let ascii = TextEncoding.singleByte([])

  /// The character that a byte from 0x80 on stands for alone; `nil` for none.
  func scalar(of byte: UInt8) -> Unicode.Scalar? {
    guard case .singleByte(let upperHalf) = self, byte >= 0x80 else { return nil }
    let index = Int(byte) - 0x80
    return upperHalf.indices.contains(index) ? upperHalf[index] : nil
  }
}
