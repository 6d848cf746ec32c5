/// Checks that bytes are UTF-8. It refuses the first byte that no text could go on with (Unicode,
/// table 3-7).
struct UTF8Validator {
  /// How many bytes the current character still needs.
  private var missing = 0
  /// The values that the next of them may have.
  private var allowed = Self.anyContinuation

  private static let anyContinuation: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether the bytes so far end at the end of a character.
  var isAtBoundary: Bool { missing == 0 }

  /// Takes the next bytes; `false` if no text can go on with them.
  mutating func accepts(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      guard accepts(bytes[index]) else { return false }
      index += 1
    }
    return true
  }

  /// Takes the next byte; `false` if no text can go on with it.
  mutating func accepts(_ byte: UInt8) -> Bool {
    // A short cut, since most text is ASCII.
    if missing == 0, byte < 0x80 { return true }
    return missing == 0 ? begins(with: byte) : continues(with: byte)
  }

  private mutating func continues(with byte: UInt8) -> Bool {
    guard allowed.contains(byte) else { return false }
    missing -= 1
    allowed = Self.anyContinuation
    return true
  }

  private mutating func begins(with byte: UInt8) -> Bool {
    switch byte {
    case 0xC2...0xDF: missing = 1
    case 0xE0...0xEF: missing = 2
    case 0xF0...0xF4: missing = 3
    default: return false
    }
    switch byte {
    // Below are overlong forms.
    case 0xE0: allowed = 0xA0...0xBF
    case 0xF0: allowed = 0x90...0xBF
    // Above are surrogates.
    case 0xED: allowed = 0x80...0x9F
    // Unicode ends at U+10FFFF.
    case 0xF4: allowed = 0x80...0x8F
    default: break
    }
    return true
  }
}

extension Span<UInt8> {
  package var isUTF8: Bool {
    var validator = UTF8Validator()
    return validator.accepts(self) && validator.isAtBoundary
  }
}

extension [UInt8] {
  /// Appends a copy of `bytes` in one piece, which the standard library cannot do yet.
  package mutating func append(copying bytes: Span<UInt8>) {
    // The pointer does not leave the closure, and the array copies from it.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension String {
  /// Decodes UTF-8; what is not UTF-8 becomes U+FFFD.
  package init(repairing bytes: Span<UInt8>) {
    // The pointer does not leave the closure, and the string copies from it.
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
