extension Span<UInt8> {
  /// The first index of a wanted byte from `start` on; `count` or more if there is none.
  ///
  /// Sixteen bytes are compared at a time: `areWanted` has to say of sixteen what `isWanted` says
  /// of one.
  @inline(__always)
  func firstIndex(
    from start: Int, _ areWanted: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>,
    or isWanted: (UInt8) -> Bool
  ) -> Int {
    assert(start >= 0, "nothing stands before the first byte")
    var index = start
    while count &- index >= 16 {
      if let first = unsafe areWanted(sixteen(at: index)).firstLane { return index + first }
      index &+= 16
    }
    guard count >= 16, index < count else {
      while index < count, !isWanted(self[index]) { index += 1 }
      return index
    }
    // The last sixteen bytes, without those before the index, which have been compared.
    let base = count - 16
    let isLeft = SIMD16<UInt8>.laneNumbers .>= .each(UInt8(truncatingIfNeeded: index - base))
    return unsafe (areWanted(sixteen(at: base)) .& isLeft).firstLane.map { base + $0 } ?? count
  }

  /// Sixteen bytes from there on; the caller has checked the bounds.
  @unsafe @inline(__always)
  private func sixteen(at index: Int) -> SIMD16<UInt8> {
    // Any bytes are valid numbers.
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
  }
}

extension SIMD16<UInt8> {
  /// Sixteen equal bytes. The standard library's comparisons with a single byte are generic, and
  /// call a function for each lane.
  @inline(__always)
  static func each(_ byte: UInt8) -> Self { Self(repeating: byte) }

  @inline(__always)
  fileprivate static var laneNumbers: Self {
    Self(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  }
}

extension SIMDMask<SIMD16<Int8>> {
  @inline(__always)
  fileprivate var firstLane: Int? {
    // A lane of a mask has all its bits set, or none.
    let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    let (low, high) = (UInt64(littleEndian: halves[0]), UInt64(littleEndian: halves[1]))
    if low != 0 { return low.trailingZeroBitCount / 8 }
    return high != 0 ? 8 + high.trailingZeroBitCount / 8 : nil
  }
}

extension Span<UInt8> {
  /// The first carriage return or line feed from `start` on.
  func firstLineEnd(from start: Int) -> Int? {
    let end = firstIndex(from: start) { bytes in
      bytes .== .each(.lineFeed) .| bytes .== .each(.carriageReturn)
    } or: { byte in
      byte == .lineFeed || byte == .carriageReturn
    }
    return end < count ? end : nil
  }

  func firstIndex(of byte: UInt8) -> Int? {
    var index = 0
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  var startsWithByteOrderMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }

  @inlinable package func spells(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    // The bytes of a literal live as long as the program.
    return isEqual(to: unsafe Span(_unsafeStart: word.utf8Start, count: count))
  }

  /// Whether both are the same bytes; eight are compared at a time.
  @inlinable package func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    guard count >= 8 else {
      while index < count {
        guard self[index] == other[index] else { return false }
        index += 1
      }
      return true
    }
    while index < count - 8 {
      guard unsafe word(at: index) == other.word(at: index) else { return false }
      index += 8
    }
    return unsafe word(at: count - 8) == other.word(at: count - 8)
  }

  /// Eight bytes from there on, in the machine's byte order; the caller has checked the bounds.
  @unsafe @inlinable package func word(at index: Int) -> UInt64 {
    // Any bytes are a valid number.
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
  }
}

extension UInt64 {
  /// Eight equal bytes, to work on eight bytes at once.
  @inlinable package static func each(_ byte: UInt8) -> UInt64 {
    0x0101_0101_0101_0101 &* UInt64(byte)
  }
}
