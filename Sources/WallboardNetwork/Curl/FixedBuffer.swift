/// Memory that keeps its place as long as it lives, for calls that are repeated with the same
/// arguments.
@safe
final class FixedBuffer {
  /// Bytes: the most that one record of TLS carries (RFC 8446, 5.1).
  static let size = 16_384

  /// ``size`` bytes, valid as long as this object.
  let start: UnsafeMutableRawPointer

  /// Memory full of zeros.
  init() {
    unsafe start = .allocate(byteCount: Self.size, alignment: 1)
    unsafe start.initializeMemory(as: UInt8.self, repeating: 0, count: Self.size)
  }

  deinit {
    unsafe start.deallocate()
  }

  /// Copies bytes to the beginning, at most ``size``; returns how many.
  func fill(from bytes: ArraySlice<UInt8>) -> Int {
    let part = bytes.prefix(Self.size)
    let target = unsafe UnsafeMutableRawBufferPointer(start: start, count: Self.size)
    unsafe target.copyBytes(from: part)
    return part.count
  }

  /// Lends the first bytes, at most ``size``.
  func withBytes<Failure: Error>(
    _ count: Int, _ body: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    // The span does not leave the closure, and the memory was initialized when it was allocated.
    let bytes = unsafe start.assumingMemoryBound(to: UInt8.self)
    let span = unsafe Span(_unsafeStart: UnsafePointer(bytes), count: min(count, Self.size))
    try body(span)
  }
}
