/// The kinds of values of JSON.
package enum JSONKind: UInt8, Sendable {
  case null, boolean, number, string, array, object
}

/// Where a value stands in a JSON text.
package struct JSONPiece: Sendable {
  package let kind: JSONKind
  /// Whether a string has escapes.
  let isEscaped: Bool
  private let start: UInt32
  private let end: UInt32

  init(_ kind: JSONKind, _ range: Range<Int>, isEscaped: Bool = false) {
    self.kind = kind
    self.isEscaped = isEscaped
    // A reader refuses texts of more bytes.
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }

  /// The bytes; those of a string without its quotes.
  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// A member of a JSON object.
package struct JSONMember: Sendable {
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
