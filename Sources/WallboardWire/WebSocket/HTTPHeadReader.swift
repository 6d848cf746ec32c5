/// Collects the lines of an answer's head up to the empty one that ends it (RFC 9112, 2.2).
struct HTTPHeadReader {
  /// The most bytes of the head, interim answers included: 16 KiB, as common servers allow.
  static let longestHead = 16_384

  private var lines: [ArraySlice<UInt8>] = []
  private var unfinishedLine: [UInt8] = []
  private var size = 0

  /// Takes the bytes from `offset` on, which moves behind the head's end, or to the end of the
  /// bytes; the head once it is whole, after which the reader is ready for another.
  mutating func read(
    _ bytes: Span<UInt8>, at offset: inout Int
  ) throws(WebSocketHandshakeFailure) -> HTTPResponseHead? {
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      size += 1
      guard size <= Self.longestHead else { throw .headTooLong(limit: Self.longestHead) }
      if byte == .lineFeed {
        if let head = try finishLine() { return head }
      } else {
        unfinishedLine.append(byte)
      }
    }
    return nil
  }

  private mutating func finishLine() throws(WebSocketHandshakeFailure) -> HTTPResponseHead? {
    defer { unfinishedLine = [] }
    if unfinishedLine.last == .carriageReturn { unfinishedLine.removeLast() }
    guard unfinishedLine.isEmpty else {
      lines.append(unfinishedLine[...])
      return nil
    }
    defer { lines = [] }
    return try HTTPResponseHead(lines: lines)
  }
}
