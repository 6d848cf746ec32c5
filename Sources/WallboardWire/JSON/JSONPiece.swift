/// The kinds of values of JSON.
@usableFromInline package enum JSONKind: UInt8, Sendable {
  case null, boolean, number, string, array, object
}

/// Where a value stands in a JSON text.
///
/// One word: from the lowest bits where it begins, where it ends, which kind it is, and whether it has
/// escapes.
@usableFromInline package struct JSONPiece: Sendable {
  /// The most bytes of a text whose places fit.
  static let longestText = Int(mask)

  @usableFromInline let bits: UInt64
  @usableFromInline static var placeBits: UInt64 { 30 }
  @usableFromInline static var mask: UInt64 { 1 << placeBits - 1 }

  init(_ kind: JSONKind, _ range: Range<Int>, isEscaped: Bool = false) {
    // No reader reads a text of more bytes.
    bits =
      UInt64(truncatingIfNeeded: range.lowerBound) & Self.mask
      | (UInt64(truncatingIfNeeded: range.upperBound) & Self.mask) << Self.placeBits
      | UInt64(kind.rawValue) << (2 * Self.placeBits) | (isEscaped ? 1 : 0) << 63
  }

  /// What kind of value it is.
  @inlinable package var kind: JSONKind {
    JSONKind(rawValue: UInt8(truncatingIfNeeded: bits >> (2 * Self.placeBits)) & 7) ?? .null
  }

  /// Whether a string has escapes.
  @inlinable package var isEscaped: Bool { bits >> 63 != 0 }

  /// The bytes; those of a string without its quotes.
  @inlinable package var range: Range<Int> { start..<end }

  @inlinable var start: Int { Int(truncatingIfNeeded: bits & Self.mask) }
  @inlinable var end: Int { Int(truncatingIfNeeded: bits >> Self.placeBits & Self.mask) }

  /// Whether it may be a string of so many bytes, escapes undone: a look that spares most comparisons.
  @inlinable package func mayHave(bytes count: Int) -> Bool { isEscaped || end - start == count }
}

/// A member of a JSON object.
@usableFromInline package struct JSONMember: Sendable {
  package let name: JSONPiece
  package let value: JSONPiece
  /// For whoever reads an object's members: that this one has been.
  package var isRead = false
}

/// Why a text is no JSON that is read.
package enum JSONFault: Error, Equatable {
  /// It is not what RFC 8259 says, or no UTF-8.
  case notJSON
  /// Its arrays and objects are nested deeper than was allowed.
  case tooDeep
}
