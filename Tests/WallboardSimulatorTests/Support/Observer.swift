import Synchronization
import WallboardSimulator

/// A client of an observer socket that knows RFC 6455 from the standard alone.
final class Observer: Sendable {
  let wire: Wire
  private let reading = Mutex(WebSocketReading())

  init(wire: Wire) {
    self.wire = wire
  }

  /// The answer to the handshake, as far as it was read.
  var answer: Reception {
    wire.reception
  }

  /// Waits until the messages that have come satisfy the condition, or nothing more comes, as when
  /// the handshake is refused.
  func events(
    within seconds: Double = 60, until isEnough: @escaping @Sendable ([JSON]) -> Bool
  ) async -> [JSON] {
    await read(within: seconds) { isEnough($0.events) }.events
  }

  /// Waits until the frames that have come satisfy the condition, or nothing more comes.
  func frames(
    within seconds: Double = 60, until isEnough: @escaping @Sendable ([Frame]) -> Bool
  ) async -> [Frame] {
    await read(within: seconds) { isEnough($0.frames) }.frames
  }

  /// The messages that have come by the end of the last wait.
  var messages: [[UInt8]] {
    reading.withLock { $0.messages }
  }

  /// Whether the last frame was not whole at the end of the last wait.
  var hasHalfAFrame: Bool {
    reading.withLock { $0.consumed } < answer.afterHead.count
  }

  private func read(
    within seconds: Double, until isEnough: @escaping @Sendable (WebSocketReading) -> Bool
  ) async -> WebSocketReading {
    _ = await wire.receive(within: seconds) { received in
      self.reading.withLock { reading in
        reading.update(with: received.afterHead)
        return isEnough(reading) || received.isRefused
      }
    }
    return reading.withLock { reading in
      reading.update(with: answer.afterHead)
      return reading
    }
  }

  /// The code of the close frame that comes, 1005 when it has none, nothing when there is none.
  func closeCode() async -> Int? {
    let frames = await frames { $0.contains { $0.opcode == 8 } }
    return frames.first { $0.opcode == 8 }.map(\.closeCode)
  }

  /// Sends a masked frame, as a client must.
  func send(opcode: UInt8, _ payload: [UInt8]) {
    let mask: [UInt8] = [0x12, 0x34, 0x56, 0x78]
    let masked = payload.enumerated().map { $0.element ^ mask[$0.offset % 4] }
    wire.send([0x80 | opcode, 0x80 | UInt8(payload.count)] + mask + masked)
  }

  /// A frame as it stands on the wire.
  struct Frame: Sendable, Equatable {
    var isFinal: Bool
    var reserved: UInt8
    var opcode: UInt8
    var isMasked: Bool
    var payload: [UInt8]

    var closeCode: Int {
      payload.count < 2 ? 1005 : Int(payload[0]) << 8 | Int(payload[1])
    }
  }
}

/// What came after the handshake, as frames and as messages. It reads on where it stopped.
private struct WebSocketReading {
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
