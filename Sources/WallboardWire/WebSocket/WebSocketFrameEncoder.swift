/// Writes the frames of a client: never fragmented, each masked with a key of its own that nobody
/// can foresee (RFC 6455, 5.3 and 10.3).
struct WebSocketFrameEncoder {
  private var generator: any RandomNumberGenerator & Sendable

  init(generator: any RandomNumberGenerator & Sendable) {
    self.generator = generator
  }

  /// Appends the frame to `output`.
  mutating func append(
    _ opcode: WebSocketOpcode, _ payload: some Collection<UInt8>, to output: inout [UInt8]
  ) {
    let key = UInt32.random(in: .min ... .max, using: &generator)
    output.append(0x80 | opcode.rawValue)
    Self.append(length: payload.count, to: &output)
    Self.append(bigEndian: key, to: &output)
    let start = output.count
    output.append(contentsOf: payload)
    Self.mask(&output, from: start, with: key)
  }

  private static func append(length: Int, to output: inout [UInt8]) {
    if length <= 125 {
      output.append(0x80 | UInt8(length))
    } else if let length = UInt16(exactly: length) {
      output.append(0x80 | 126)
      append(bigEndian: length, to: &output)
    } else {
      output.append(0x80 | 127)
      append(bigEndian: UInt64(length), to: &output)
    }
  }

  private static func append(bigEndian number: some FixedWidthInteger, to output: inout [UInt8]) {
    for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
      output.append(UInt8(truncatingIfNeeded: number >> shift))
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
