import WallboardWire

/// What a session made of a server's bytes.
struct SessionReading: Equatable {
  var events: [WebSocketEvent] = []
  var output: [UInt8] = []
  var state = WebSocketSession.State.open

  /// Feeds `bytes` in pieces of the lengths that `nextLength` names, from 1 up.
  init(
    _ bytes: [UInt8], limits: WebSocketLimits = WebSocketLimits(),
    inPiecesOf nextLength: () -> Int = { .max }
  ) {
    var session = WebSocketSession(limits: limits, generator: FixedGenerator(number: 0))
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(nextLength()))
      rest = rest.dropFirst(piece.count)
      session.receive(piece.span, into: &events)
    }
    output = session.takeOutput()
    state = session.state
  }

  /// How the connection ended, and nil as long as it has not.
  var closure: WebSocketClosure? {
    if case .closed(let closure) = events.last { closure } else { nil }
  }
}

extension SessionReading {
  init(_ bytes: ArraySlice<UInt8>) {
    self.init(Array(bytes))
  }
}

/// Always the same number: a masking key of zero leaves a payload readable.
struct FixedGenerator: RandomNumberGenerator {
  let number: UInt64

  func next() -> UInt64 { number }
}

/// A frame as a server writes it, or as it should not.
struct ServerFrame {
  var bytes: [UInt8]

  init(_ firstByte: UInt8, _ payload: [UInt8] = []) {
    bytes = [firstByte]
    switch payload.count {
    case ...125:
      bytes.append(UInt8(payload.count))
    case ...0xFFFF:
      bytes += [126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
    default:
      bytes.append(127)
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: payload.count >> (56 - 8 * $0)) }
    }
    bytes += payload
  }

  static func text(_ payload: String, isFinal: Bool = true) -> [UInt8] {
    ServerFrame(isFinal ? 0x81 : 0x01, Array(payload.utf8)).bytes
  }

  static func binary(_ payload: [UInt8], isFinal: Bool = true) -> [UInt8] {
    ServerFrame(isFinal ? 0x82 : 0x02, payload).bytes
  }

  static func continuation(_ payload: String, isFinal: Bool = true) -> [UInt8] {
    ServerFrame(isFinal ? 0x80 : 0x00, Array(payload.utf8)).bytes
  }

  static func ping(_ payload: String = "") -> [UInt8] {
    ServerFrame(0x89, Array(payload.utf8)).bytes
  }

  static func close(_ code: UInt16, _ reason: String = "") -> [UInt8] {
    ServerFrame(0x88, [UInt8(code >> 8), UInt8(code & 0xFF)] + Array(reason.utf8)).bytes
  }
}

/// A frame that a client wrote, unmasked.
struct ClientFrame: Equatable {
  let firstByte: UInt8
  let key: [UInt8]
  let payload: [UInt8]

  var text: String { String(decoding: payload, as: UTF8.self) }

  /// Every frame of `bytes`; nil when they are not whole frames that are masked and whose lengths
  /// are written with as few bytes as can be.
  static func all(in bytes: [UInt8]) -> [ClientFrame]? {
    var frames: [ClientFrame] = []
    var rest = bytes[...]
    while let firstByte = rest.popFirst() {
      guard let second = rest.popFirst(), second & 0x80 != 0 else { return nil }
      let size = [126: 2, 127: 8][second & 0x7F] ?? 0
      let length =
        size == 0 ? Int(second & 0x7F) : rest.prefix(size).reduce(0) { $0 << 8 | Int($1) }
      let least = [2: 126, 8: 65_536][size] ?? 0
      rest = rest.dropFirst(size)
      guard length >= least, rest.count >= 4 + length else { return nil }
      let key = Array(rest.prefix(4))
      let masked = rest.dropFirst(4).prefix(length)
      let payload = masked.enumerated().map { $1 ^ key[$0 % 4] }
      frames.append(ClientFrame(firstByte: firstByte, key: key, payload: payload))
      rest = rest.dropFirst(4 + length)
    }
    return frames
  }
}
