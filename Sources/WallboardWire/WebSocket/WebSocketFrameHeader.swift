/// What stands before a frame's payload, as a server may send it (RFC 6455, 5.2).
struct WebSocketFrameHeader: Equatable {
  let isFinal: Bool
  let opcode: WebSocketOpcode
  let payloadLength: Int

  /// The most bytes of a control frame's payload (5.5).
  static let longestControlPayload = 125
}
