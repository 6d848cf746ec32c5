extension UInt64 {
  /// Eight bytes that are all the same, to do with eight bytes at once what is done with one.
  @inlinable package static func each(_ byte: UInt8) -> UInt64 {
    0x0101_0101_0101_0101 &* UInt64(byte)
  }
}
