package import WallboardEvents

/// Why an attempt to follow a call on its observer socket ended (contract 1.4).
package enum ObserverEnd: Error, Equatable {
  /// The platform said that the session is over.
  case sessionEnded
  /// The open connection was closed, with the code of the close frame, 1005 for a frame without
  /// one, and 1006 without a frame.
  case closed(Int, reason: BoundedString?)
  /// The platform broke the WebSocket protocol.
  case violation(BoundedString)
  /// The token cannot be sent as a sub-protocol.
  case unsendableToken(UnsendableToken)
  /// The connection was never open, or fell silent.
  case attempt(AttemptEnd)
}

extension ObserverEnd {
  /// What happened, for a supervisor and not for an engineer. What the platform said itself follows
  /// a colon.
  package var sentence: BoundedString {
    switch self {
    case .sessionEnded: "The session is over"
    case .closed(let code, let reason):
      BoundedString(
        sentence: ObserverEnd.sentence(of: code)
          + (reason.map { $0.isEmpty ? "" : ": \($0)" } ?? ""))
    case .violation(let text):
      BoundedString(sentence: "The platform breaks the rules of WebSocket: \(text)")
    case .unsendableToken(let problem): BoundedString(sentence: "\(problem)")
    case .attempt(.status(404, _, let detail)):
      ObserverEnd.sentence(
        Self.unknownCall(404) + ", or a proxy does not pass WebSockets on", detail)
    case .attempt(.status(let status, _, let detail)) where Self.mayBeNoUpgrade(status):
      ObserverEnd.sentence(
        "The platform answers as if no WebSocket were asked for (\(status)); \(ProxyAdvice.upgrade)",
        detail)
    case .attempt(let end): end.sentence
    }
  }

  private static func sentence(_ words: String, _ detail: BoundedString?) -> BoundedString {
    BoundedString(sentence: words + (detail.map { ": \($0)" } ?? ""))
  }

  /// Whether servers answer like this when a proxy has dropped the request to upgrade (RFC 6455,
  /// 4.2.2 allows any status; these are the ones in use).
  private static func mayBeNoUpgrade(_ status: Int) -> Bool {
    [200, 400, 405, 426, 501].contains(status)
  }

  private static func sentence(of code: Int) -> String {
    switch code {
    case 1000: "The platform closed the call's feed"
    case 1001: "The platform goes away (1001)"
    case 1006: "The connection broke off"
    case 1008: "The platform refuses to let the call be followed (1008)"
    case 1011: "The platform has a problem of its own (1011)"
    case 1012: "The platform starts anew (1012)"
    case 1013: "The platform asks to come again later (1013)"
    case 3003: "The token does not belong to this workspace (3003)"
    case 4001: "The platform rejects the token or the request (4001)"
    case 4003, 4403: "The token may not follow this call (\(code))"
    case 4004: unknownCall(4004)
    case 4029: "The platform has too many observers (4029)"
    case 4100: "The token has expired (4100)"
    default: "The platform closed the call's feed (\(code))"
    }
  }

  private static func unknownCall(_ code: Int) -> String {
    "The platform does not know the call, or no longer (\(code))"
  }
}
