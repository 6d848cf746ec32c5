/// Every misbehaviour that can be asked for, with its words for `--help`.
package enum FaultKind: String, Sendable, CaseIterable {
  case drop, end, stall, cut, garbage
  case replayOverlap = "replay-overlap"
  case forget, twins
  case eventTypeInside = "event-type-inside"
  case tooManyStreams = "too-many-streams"
  case streamUnavailable = "stream-unavailable"
  case unauthorized = "401"
  case forbidden = "403"
  case notFound = "404"
  case tooManyRequests = "429"
  case tooManyRequestsDate = "429-date"
  case internalError = "500"
  case unavailable = "503"
  case noContent = "204"
  case wrongType = "wrong-type"
  case redirect
  case redirectAway = "redirect-away"
  case readUnauthorized = "rest-401"
  case readForbidden = "rest-403"
  case readNotFound = "rest-404"
  case readTooManyRequests = "rest-429"
  case readInternalError = "rest-500"
  case readUnavailable = "rest-503"

  var argument: FaultArgument {
    switch self {
    case .drop, .end, .stall: .events("AFTER_EVENTS", default: 50)
    case .garbage: .events("EVERY_EVENTS", default: 20)
    case .replayOverlap: .events("EVENTS", default: 20)
    case .cut, .twins, .eventTypeInside: .nothing
    case .forget, .tooManyStreams, .streamUnavailable, .unauthorized, .forbidden, .notFound,
      .tooManyRequests, .tooManyRequestsDate, .internalError, .unavailable, .noContent, .wrongType,
      .redirect, .redirectAway:
      .times
    case .readUnauthorized, .readForbidden, .readNotFound, .readTooManyRequests,
      .readInternalError, .readUnavailable:
      .readAndTimes
    }
  }

  var wantsRead: Bool {
    rawValue.hasPrefix("rest-")
  }
}
