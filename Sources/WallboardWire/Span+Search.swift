extension Span<UInt8> {
  /// The first index at `start` or after it of a byte that is wanted, else the end.
  ///
  /// Sixteen bytes are looked at at a time, of which `areWanted` tells the same as `isWanted` of one.
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
    // The last sixteen, of which those before the index have been looked at.
    let base = count - 16
    let isLeft = SIMD16<UInt8>.laneNumbers .>= .each(UInt8(truncatingIfNeeded: index - base))
    return unsafe (areWanted(sixteen(at: base)) .& isLeft).firstLane.map { base + $0 } ?? count
  }

  /// The bytes from there on; whoever asks has seen that they are there.
  @unsafe @inline(__always)
  private func sixteen(at index: Int) -> SIMD16<UInt8> {
    // Any bytes are numbers.
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
  }
}

extension SIMD16<UInt8> {
  /// Sixteen bytes that are all the same: the comparisons with one byte are generic, and call a function
  /// for each lane.
  @inline(__always)
  static func each(_ byte: UInt8) -> Self { Self(repeating: byte) }

  @inline(__always)
  fileprivate static var laneNumbers: Self {
    Self(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  }
}

extension SIMDMask<SIMD16<Int8>> {
  /// The first lane that is set.
  @inline(__always)
  fileprivate var firstLane: Int? {
    // A lane that is set has all its bits set.
    let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    let (low, high) = (UInt64(littleEndian: halves[0]), UInt64(littleEndian: halves[1]))
    if low != 0 { return low.trailingZeroBitCount / 8 }
    return high != 0 ? 8 + high.trailingZeroBitCount / 8 : nil
  }
}
