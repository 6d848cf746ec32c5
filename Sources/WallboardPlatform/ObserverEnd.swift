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
  /// Whether the credential was refused. Tokens cannot be refreshed, as far as is known: an expired one
  /// (4100) is a refused one.
  package var isRefusal: Bool {
    switch self {
    case .closed(let code, _): [1008, 3003, 4001, 4003, 4100, 4403].contains(code)
    case .attempt(let end): end.isRefusal
    case .unsendableToken, .violation, .sessionEnded: false
    }
  }
}

extension ObserverEnd {
  /// What happened, for a supervisor and not for an engineer. What the platform said itself follows
  /// a colon.
  package var sentence: BoundedString {
    switch self {
    case .sessionEnded: "The call has ended"
    case .closed(let code, let reason):
      BoundedString(
        sentence: ObserverEnd.sentence(of: code)
          + (reason.map { $0.isEmpty ? "" : ": \($0)" } ?? ""))
    case .violation(let text):
      BoundedString(sentence: "The platform broke the rules of WebSocket: \(text)")
    case .unsendableToken(let problem): BoundedString(sentence: "\(problem)")
    case .attempt(.status(404, _, let detail)):
      ObserverEnd.sentence(
        Self.unknownCall(404) + ", or a proxy does not pass WebSockets on", detail)
    case .attempt(.status(let status, _, let detail)) where Self.mayBeNoUpgrade(status):
      ObserverEnd.sentence(
        "The platform answered as if no WebSocket had been asked for (\(status)); \(ProxyAdvice.upgrade)",
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
    case 1001: "The platform is shutting down (1001)"
    case 1006: "The connection was lost"
    case 1008: "The platform does not let this call be followed (1008)"
    case 1011: "The platform has a problem of its own (1011)"
    case 1012: "The platform is restarting (1012)"
    case 1013: "The platform asks to try again later (1013)"
    case 3003: "The token does not belong to this workspace (3003)"
    case 4001: "The platform rejected the token or the request (4001)"
    case 4003, 4403: "The token does not give access to this call (\(code))"
    case 4004: unknownCall(4004)
    case 4029: "Too many calls are being followed already (4029)"
    case 4100: "The token has expired (4100)"
    default: "The platform closed the call's feed (\(code))"
    }
  }

  private static func unknownCall(_ code: Int) -> String {
    "The platform does not know this call, or no longer does (\(code))"
  }
}
