/// Which characters a terminal can show.
package enum Repertoire: Hashable, Sendable {
  case everything

  /// ASCII, and what takes two columns everywhere.
  case asciiAndWide

  /// ASCII and these.
  case asciiAnd(Set<Unicode.Scalar>)

  /// ASCII alone.
  package static let ascii = Repertoire.asciiAnd([])

  /// Whether it has that character.
  package func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .everything: true
    case .asciiAndWide: scalar.isASCII || CharacterWidth.columns(of: scalar) == 2
    case .asciiAnd(let others): scalar.isASCII || others.contains(scalar)
    }
  }
}

extension TextEncoding {
  /// What can be written in it.
  package var repertoire: Repertoire {
    switch self {
    case .utf8: .everything
    case .singleByte(let upperHalf): .asciiAnd(Set(upperHalf.compactMap { $0 }))
    }
  }
}
