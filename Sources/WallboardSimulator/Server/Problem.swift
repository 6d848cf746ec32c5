/// Why a request is refused, in the platform's own form (contract 6).
struct Problem: Error {
  let status: HTTPStatus
  let detail: JSON
  var headers: HTTPHeaders = [:]

  static let unauthorized = Problem(status: .unauthorized, detail: "Invalid or missing token")
  static let forbidden = Problem(
    status: .forbidden, detail: "Token does not belong to this workspace")
  static let notFound = Problem(status: .notFound, detail: "Not Found")
  static let methodNotAllowed = Problem(status: .methodNotAllowed, detail: "Method Not Allowed")

  static func missing(_ what: String) -> Problem {
    Problem(status: .notFound, detail: .string("\(what) not found"))
  }

  static func conflict(_ reason: String) -> Problem {
    Problem(status: .conflict, detail: .string(reason))
  }

  /// A parameter that cannot be read, as the platform's framework words it.
  static func invalid(_ parameter: String, _ message: String) -> Problem {
    invalid(["query", .string(parameter)], "value_error", message)
  }

  /// What cannot be read, as the platform's framework words it: where it stands, by which rule, and,
  /// where it has been read so far, what was sent.
  static func invalid(
    _ place: JSON, _ rule: String, _ message: String, input: JSON? = nil, context: JSON? = nil
  ) -> Problem {
    let members: [(String, JSON?)] = [
      ("loc", place), ("msg", .string(message)), ("type", .string(rule)), ("input", input),
      ("ctx", context),
    ]
    let error = members.compactMap { key, value in value.map { JSON.Member(key: key, value: $0) } }
    return Problem(status: .unprocessableContent, detail: [.object(error)])
  }

  /// The same with hostile text in its reason phrase, its headers and its body.
  func hostile(number: Int) -> Problem {
    let line = Hostility.texts.filter { !$0.contains(where: \.isNewline) && $0.utf8.count < 99 }
    let text = line[number % line.count]
    var headers = headers
    headers["X-Reason"] = text
    return Problem(
      status: HTTPStatus(status.code, text), detail: detail.hostile(number: number),
      headers: headers)
  }

  func response(requestID: String) -> HTTPResponse {
    let body: JSON = ["detail": detail, "request_id": .string(requestID)]
    var response = HTTPResponse(json: body, status: status)
    response.headers.set(headers)
    return response
  }
}

extension Problem {
  private static let retrySeconds = 2

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
      status: HTTPStatus(code, "Refused"), detail: "Refused (simulated)",
      headers: [429, 503].contains(code) ? ["Retry-After": String(retrySeconds)] : [:])
  }

  private static func headers(
    of kind: FaultKind, for request: HTTPRequest, at now: Int
  ) -> HTTPHeaders {
    switch kind {
    case .tooManyRequests, .readTooManyRequests, .actionTooManyRequests, .actionUnavailable:
      ["Retry-After": String(retrySeconds)]
    case .tooManyRequestsDate:
      ["Retry-After": CivilTime(milliseconds: now + retrySeconds * 1000).httpDate]
    case .redirect, .actionRedirect: ["Location": request.path + "?redirected=1"]
    case .redirectAway: ["Location": "http://" + otherHost(for: request) + request.path]
    default: [:]
    }
  }

  /// The same machine by another name, which is another origin.
  private static func otherHost(for request: HTTPRequest) -> String {
    (request.headers["Host"] ?? "127.0.0.1").replacing("127.0.0.1", with: "localhost")
  }
}

extension FaultKind {
  var status: HTTPStatus {
    switch self {
    case .unauthorized, .readUnauthorized, .actionUnauthorized: .unauthorized
    case .forbidden, .readForbidden, .actionForbidden: .forbidden
    case .notFound, .readNotFound, .storyMissing, .actionNotFound: .notFound
    case .actionConflict, .actionElsewhere: .conflict
    case .actionInvalid: .unprocessableContent
    case .tooManyRequests, .tooManyRequestsDate, .readTooManyRequests, .actionTooManyRequests:
      .tooManyRequests
    case .internalError, .readInternalError: .internalServerError
    case .unavailable, .readUnavailable, .actionUnavailable: .serviceUnavailable
    case .noContent: .noContent
    case .redirect, .redirectAway, .actionRedirect: .temporaryRedirect
    case .drop, .end, .stall, .cut, .garbage, .oversized, .hostile, .replayOverlap, .forget, .twins,
      .clock, .eventTypeInside, .tooManyStreams, .streamUnavailable, .wrongType, .callsMoving,
      .storyCut, .storyGarbage, .storyTurns, .storyWords, .actionSlow, .actionLost, .actionDrop,
      .actionGarbage:
      .ok
    case .observerRefuse, .observerLate, .observerAccept, .observerProtocol, .observerClose,
      .observerCut, .observerSilence, .observerBadUTF8, .observerReservedBits, .observerBadOpcode,
      .observerMasked, .observerHuge, .observerGarbage, .observerUnknown, .observerPings,
      .observerFragments, .observerCoalesce, .observerDrip, .observerBinary, .observerOldNames:
      .switchingProtocols
    }
  }
}
