/// How a WebSocket connection ended.
package enum WebSocketClosure: Hashable, Sendable {
  /// The server began to close; `.noStatus` when it gave no code. The answer is in the output.
  case byServer(code: WebSocketCloseCode, reason: String)
  /// We began to close, with this code, and the server answered.
  case byClient(code: WebSocketCloseCode, reason: String)
  /// The server broke the protocol or a limit, so that we failed the connection (RFC 6455, 7.1.7).
  /// The close frame is in the output; `reason` is a sentence of ours and quotes nothing.
  case failed(code: WebSocketCloseCode, reason: String)
  /// The transport ended before the server's close frame came.
  case abnormal

  /// The code as RFC 6455, 7.1.5 has it: 1006 for a transport that ended too soon.
  package var code: WebSocketCloseCode {
    switch self {
    case .byServer(let code, _), .byClient(let code, _), .failed(let code, _): code
    case .abnormal: .abnormal
    }
  }

  /// What was said about it; empty when nothing was.
  package var reason: String {
    switch self {
    case .byServer(_, let reason), .byClient(_, let reason), .failed(_, let reason): reason
    case .abnormal: ""
    }
  }

  /// Whether we failed the connection.
  package var isFailure: Bool {
    switch self {
    case .failed: true
    case .byServer, .byClient, .abnormal: false
    }
  }
}
