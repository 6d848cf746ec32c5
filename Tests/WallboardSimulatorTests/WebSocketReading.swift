import WallboardSimulator

/// What came after the handshake, as frames and as messages. It reads on where it stopped.
struct WebSocketReading {
  private(set) var frames: [Observer.Frame] = []
  private(set) var messages: [[UInt8]] = []
  /// The messages that are JSON objects.
  private(set) var events: [JSON] = []
  /// How many bytes are in frames that are whole.
  private(set) var consumed = 0
  /// The fragments of a message that is not whole.
  private var open: [UInt8] = []

  /// Takes all the bytes that have come so far.
  mutating func update(with bytes: ArraySlice<UInt8>) {
    while let frame = frame(in: bytes.dropFirst(consumed)) {
      frames.append(frame)
      guard frame.opcode < 8 else { continue }
      open += frame.payload
      if frame.isFinal { finishMessage() }
    }
  }

  private mutating func finishMessage() {
    messages.append(open)
    if case .object(let members)? = WireJSON.parse(open) { events.append(.object(members)) }
    open = []
  }

  private mutating func frame(in rest: ArraySlice<UInt8>) -> Observer.Frame? {
    guard let first = rest.first, let second = rest.dropFirst().first else { return nil }
    let short = Int(second & 0x7F)
    let extra = [126: 2, 127: 8][short] ?? 0
    let maskSize = second & 0x80 == 0 ? 0 : 4
    let head = 2 + extra + maskSize
    guard rest.count >= head else { return nil }
    let long = rest.dropFirst(2).prefix(extra).reduce(0) { $0 << 8 | Int($1) }
    let length = extra == 0 ? short : long
    guard rest.count - head >= length else { return nil }
    consumed += head + length
    return Observer.Frame(
      isFinal: first & 0x80 != 0, reserved: first & 0x70, opcode: first & 0x0F,
      isMasked: maskSize > 0, payload: Array(rest.dropFirst(head).prefix(length)))
  }
}
