import Foundation

/// What came after the handshake, as frames.
struct WebSocketReading {
  private(set) var frames: [Observer.Frame] = []
  /// The bytes of a frame that is not whole.
  private(set) var rest: [UInt8]

  init(_ bytes: [UInt8]) {
    rest = bytes
    while let frame = takeFrame() { frames.append(frame) }
  }

  /// The messages, joined from their fragments.
  var messages: [[UInt8]] {
    var messages: [[UInt8]] = []
    var open: [UInt8] = []
    for frame in frames where frame.opcode < 8 {
      open += frame.payload
      guard frame.isFinal else { continue }
      messages.append(open)
      open = []
    }
    return messages
  }

  var events: [[String: Any]] {
    messages.compactMap { try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] }
  }

  private mutating func takeFrame() -> Observer.Frame? {
    guard rest.count >= 2 else { return nil }
    let short = Int(rest[1] & 0x7F)
    let extra = [126: 2, 127: 8][short] ?? 0
    let maskSize = rest[1] & 0x80 == 0 ? 0 : 4
    guard rest.count >= 2 + extra + maskSize else { return nil }
    let length =
      extra == 0 ? short : rest[2..<(2 + extra)].reduce(0) { $0 << 8 | Int($1) }
    let start = 2 + extra + maskSize
    guard rest.count - start >= length else { return nil }
    let frame = Observer.Frame(
      isFinal: rest[0] & 0x80 != 0, reserved: rest[0] & 0x70, opcode: rest[0] & 0x0F,
      isMasked: maskSize > 0, payload: Array(rest[start..<(start + length)]))
    rest = Array(rest[(start + length)...])
    return frame
  }
}

extension Reception {
  var webSocket: WebSocketReading {
    WebSocketReading(afterHead)
  }
}
