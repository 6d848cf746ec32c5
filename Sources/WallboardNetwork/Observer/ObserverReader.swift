import WallboardEvents
import WallboardWire

/// Makes what is told of the messages of a followed call.
struct ObserverReader {
  /// Whom they are about.
  let callSID: CallSID
  private let decoder = ObserverEventDecoder()

  init(callSID: CallSID) {
    self.callSID = callSID
  }

  /// What a message tells; `nil` for what is none. Binary ones are text too (contract 1.2).
  func read(_ event: WebSocketEvent, at arrival: Timestamp) -> Heard? {
    switch event {
    case .text(let text): read(text, at: arrival)
    case .binary(let bytes): read(String(decoding: bytes, as: UTF8.self), at: arrival)
    case .ping, .pong, .closed: nil
    }
  }

  private func read(_ text: String, at arrival: Timestamp) -> Heard {
    switch decoder.decode(text, of: callSID, at: arrival) {
    case .event(let received): .observed(received)
    case .malformed(let malformed): .observedMalformed(callSID, malformed)
    }
  }
}
