/// How characters are encoded as bytes, to a terminal and from it.
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

/// Which characters a terminal can show.
package enum Repertoire: Hashable, Sendable {
  case everything

  /// ASCII, and what takes two columns everywhere.
  case asciiAndWide

  /// ASCII and these.
  case asciiAnd(Set<Unicode.Scalar>)

  /// ASCII alone.
  package static let ascii = Repertoire.asciiAnd([])

  package func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .everything: true
    case .asciiAndWide: scalar.isASCII || CharacterWidth.columns(of: scalar) == 2
    case .asciiAnd(let others): scalar.isASCII || others.contains(scalar)
    }
  }
}

extension TextEncoding {
  package var repertoire: Repertoire {
    switch self {
    case .utf8: .everything
    case .singleByte(let upperHalf): .asciiAnd(Set(upperHalf.compactMap { $0 }))
    }
  }
}
