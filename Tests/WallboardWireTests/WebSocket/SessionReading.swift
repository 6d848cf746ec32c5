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

/// Always the same number: a masking key of zero leaves a payload readable.
struct FixedGenerator: RandomNumberGenerator {
  let number: UInt64

  func next() -> UInt64 { number }
}
