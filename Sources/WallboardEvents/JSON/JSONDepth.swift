/// How deep the arrays and objects of a JSON text are nested.
///
/// Looked at before any decoding: `JSONDecoder` takes a time that grows with the cube of the depth
/// to decode any JSON (a second for one kilobyte of brackets).
package enum JSONDepth {
  /// The most levels that are decoded; payloads of the contract have at most 3.
  package static let limit = 32

  /// Whether no bracket of the text opens a level beyond `limit`.
  package static func isWithinLimit(
    _ text: some Sequence<UInt8>, limit: Int = JSONDepth.limit
  ) -> Bool {
    var scan = BracketScan()
    for byte in text {
      scan.take(byte)
      if scan.depth > limit { return false }
    }
    return true
  }
}

/// Counts brackets outside of strings.
private struct BracketScan {
  private(set) var depth = 0
  private var isInString = false
  private var isEscaped = false

  mutating func take(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if isInString {
      isInString = byte != UInt8(ascii: "\"")
      isEscaped = byte == UInt8(ascii: "\\")
    } else {
      takeOutside(byte)
    }
  }

  private mutating func takeOutside(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    // Below zero it is no JSON, which the decoder will say.
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
    default: break
    }
  }
}
