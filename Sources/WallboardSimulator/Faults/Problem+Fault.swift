import FlyingFox

extension Problem {
  static let retrySeconds = 2

  /// The refusal that a fault asks for.
  static func fault(_ kind: FaultKind, for request: HTTPRequest, at now: Int) -> Problem {
    Problem(
      status: kind.status,
      detail: .string("\(kind.status.phrase) (simulated)"),
      headers: headers(of: kind, for: request, at: now))
  }

  /// The refusal of an observer's handshake.
  static func refusal(status code: Int) -> Problem {
    Problem(
      status: HTTPStatusCode(code, phrase: "Refused"), detail: "Refused (simulated)",
      headers: [429, 503].contains(code) ? [.retryAfter: String(retrySeconds)] : [:])
  }

  private static func headers(
    of kind: FaultKind, for request: HTTPRequest, at now: Int
  ) -> HTTPHeaders {
    switch kind {
    case .tooManyRequests, .readTooManyRequests: [.retryAfter: String(retrySeconds)]
    case .tooManyRequestsDate:
      [.retryAfter: CivilTime(milliseconds: now + retrySeconds * 1000).httpDate]
    case .redirect: [.location: request.path + "?redirected=1"]
    case .redirectAway: [.location: "http://" + otherHost(for: request) + request.path]
    default: [:]
    }
  }

  /// The same machine by another name, which is another origin.
  private static func otherHost(for request: HTTPRequest) -> String {
    (request.headers[.host] ?? "127.0.0.1").replacing("127.0.0.1", with: "localhost")
  }
}
