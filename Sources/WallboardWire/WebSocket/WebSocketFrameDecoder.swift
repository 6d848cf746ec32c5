/// Finds the frames in what a server sends (RFC 6455, 5.2). It holds a header's beginning, never a
/// payload.
struct WebSocketFrameDecoder {
  /// What a stretch of the input is.
  enum Piece: Equatable {
    /// A header; its payload follows, if it has any.
    case header(WebSocketFrameHeader)
    /// These of the bytes are payload; the last of its frame, or more is to come.
    case payload(Range<Int>, isLast: Bool)
  }

  /// What the decoder waits for, with what it knows by then.
  private enum Awaited {
    case firstByte
    case lengthByte(isFinal: Bool, WebSocketOpcode)
    case longLength(UnfinishedLength, isFinal: Bool, WebSocketOpcode)
    case payload(missing: Int)
  }

  private let longestPayload: Int
  private var awaited = Awaited.firstByte

  init(longestPayload: Int) {
    self.longestPayload = longestPayload
  }

  /// The next piece of `bytes` from `offset` on, which moves behind it; `nil` when they end before
  /// a header does. Each call is constant work.
  mutating func next(
    in bytes: Span<UInt8>, at offset: inout Int
  ) throws(WebSocketViolation) -> Piece? {
    while offset < bytes.count {
      if case .payload(let missing) = awaited {
        return payload(missing: missing, of: bytes.count, at: &offset)
      }
      let byte = bytes[offset]
      offset += 1
      if let header = try header(endingWith: byte) {
        awaited = header.payloadLength == 0 ? .firstByte : .payload(missing: header.payloadLength)
        return .header(header)
      }
    }
    return nil
  }

  private mutating func payload(missing: Int, of count: Int, at offset: inout Int) -> Piece {
    let start = offset
    offset += min(missing, count - start)
    let stillMissing = missing - (offset - start)
    awaited = stillMissing == 0 ? .firstByte : .payload(missing: stillMissing)
    return .payload(start..<offset, isLast: stillMissing == 0)
  }

  private mutating func header(
    endingWith byte: UInt8
  ) throws(WebSocketViolation) -> WebSocketFrameHeader? {
    switch awaited {
    case .firstByte:
      awaited = try Self.afterFirstByte(byte)
    case .lengthByte(let isFinal, let opcode):
      try Self.checkLengthByte(byte, of: opcode)
      guard let length = UnfinishedLength(announcedBy: byte) else {
        return try header(isFinal, opcode, length: UInt64(byte))
      }
      awaited = .longLength(length, isFinal: isFinal, opcode)
    case .longLength(var length, let isFinal, let opcode):
      if let whole = try length.append(byte) { return try header(isFinal, opcode, length: whole) }
      awaited = .longLength(length, isFinal: isFinal, opcode)
    case .payload:
      break
    }
    return nil
  }

  private static func afterFirstByte(_ byte: UInt8) throws(WebSocketViolation) -> Awaited {
    guard byte & 0x70 == 0 else {
      throw .protocolError("a frame has a reserved bit set, but no extension was agreed on")
    }
    guard let opcode = WebSocketOpcode(rawValue: byte & 0x0F) else {
      throw .protocolError("a frame has a reserved opcode")
    }
    let isFinal = byte & 0x80 != 0
    guard isFinal || !opcode.isControl else {
      throw .protocolError("a control frame is fragmented")
    }
    return .lengthByte(isFinal: isFinal, opcode)
  }

  private static func checkLengthByte(
    _ byte: UInt8, of opcode: WebSocketOpcode
  ) throws(WebSocketViolation) {
    guard byte & 0x80 == 0 else { throw .protocolError("a frame of the server is masked") }
    guard !opcode.isControl || Int(byte) <= WebSocketFrameHeader.longestControlPayload else {
      throw .protocolError("a control frame is longer than 125 bytes")
    }
  }

  private func header(
    _ isFinal: Bool, _ opcode: WebSocketOpcode, length: UInt64
  ) throws(WebSocketViolation) -> WebSocketFrameHeader {
    guard let length = Int(exactly: length), length <= longestPayload || opcode.isControl else {
      throw WebSocketViolation(
        code: .messageTooBig, reason: "a frame is longer than \(longestPayload) bytes")
    }
    return WebSocketFrameHeader(isFinal: isFinal, opcode: opcode, payloadLength: length)
  }
}
