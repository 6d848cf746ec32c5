/// Finds the frames in a server's bytes (RFC 6455, 5.2). It holds unfinished headers, never a
/// payload.
struct WebSocketFrameDecoder {
  enum Piece: Equatable {
    case header(WebSocketFrameHeader)
    /// A part of the payload, by its place in the bytes; `isLast` if it ends the frame.
    case payload(Range<Int>, isLast: Bool)
  }

  /// What comes next, with what is known of the frame so far.
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

  /// The next piece from `offset` on, which moves past it; `nil` if the bytes end first. Takes
  /// constant time.
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

/// The header of a frame from a server (RFC 6455, 5.2).
struct WebSocketFrameHeader: Equatable {
  let isFinal: Bool
  let opcode: WebSocketOpcode
  let payloadLength: Int

  /// The most bytes of a control frame's payload (5.5).
  static let longestControlPayload = 125
}

enum WebSocketOpcode: UInt8 {
  case continuation = 0x0
  case text = 0x1
  case binary = 0x2
  case close = 0x8
  case ping = 0x9
  case pong = 0xA

  var isControl: Bool { rawValue >= 0x8 }
}

/// An extended payload length of 16 or 64 bits, byte by byte (RFC 6455, 5.2).
private struct UnfinishedLength {
  private let size: Int
  private var missing: Int
  private var value: UInt64 = 0

  /// `byte` is the header's second byte; `nil` if that is the length itself.
  init?(announcedBy byte: UInt8) {
    switch byte {
    case 126: size = 2
    case 127: size = 8
    default: return nil
    }
    missing = size
  }

  /// Takes the next byte; returns the length after the last one.
  mutating func append(_ byte: UInt8) throws(WebSocketViolation) -> UInt64? {
    value = value << 8 | UInt64(byte)
    missing -= 1
    guard missing == 0 else { return nil }
    guard value >> 63 == 0 else {
      throw .protocolError("a frame's length has its highest bit set")
    }
    guard value > (size == 2 ? 125 : 0xFFFF) else {
      throw .protocolError("a frame's length is written with more bytes than it needs")
    }
    return value
  }
}

/// Writes a client's frames: unfragmented, each masked with an unpredictable key of its own (RFC
/// 6455, 5.3 and 10.3).
struct WebSocketFrameEncoder {
  private var generator: any RandomNumberGenerator & Sendable

  init(generator: any RandomNumberGenerator & Sendable) {
    self.generator = generator
  }

  mutating func append(
    _ opcode: WebSocketOpcode, _ payload: some Collection<UInt8>, to output: inout [UInt8]
  ) {
    let key = UInt32.random(in: .min ... .max, using: &generator)
    output.append(0x80 | opcode.rawValue)
    Self.append(length: payload.count, to: &output)
    output.append(bigEndian: key)
    let start = output.count
    output.append(contentsOf: payload)
    Self.mask(&output, from: start, with: key)
  }

  private static func append(length: Int, to output: inout [UInt8]) {
    if length <= 125 {
      output.append(0x80 | UInt8(length))
    } else if let length = UInt16(exactly: length) {
      output.append(0x80 | 126)
      output.append(bigEndian: length)
    } else {
      output.append(0x80 | 127)
      output.append(bigEndian: UInt64(length))
    }
  }

  private static func mask(_ output: inout [UInt8], from start: Int, with key: UInt32) {
    var bytes = output.mutableSpan
    var rest = key
    var index = start
    while index < bytes.count {
      bytes[index] ^= UInt8(truncatingIfNeeded: rest >> 24)
      rest = rest << 8 | rest >> 24
      index += 1
    }
  }
}

extension [UInt8] {
  mutating func append(bigEndian number: some FixedWidthInteger) {
    for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
