extension [UInt8] {
  /// Appends a copy of `bytes`, in one piece: an array cannot yet be appended to from a span.
  package mutating func append(copying bytes: Span<UInt8>) {
    // The pointer does not leave the closure, and the array copies from it.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension String {
  /// Decodes UTF-8, with U+FFFD in place of what is not.
  package init(repairing bytes: Span<UInt8>) {
    // The pointer does not leave the closure, and the string copies from it.
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
