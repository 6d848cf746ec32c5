/// Every misbehaviour that can be asked for, with its words for `--help`.
package enum FaultKind: String, Sendable, CaseIterable {
  case drop, end, stall, cut, garbage, oversized, hostile
  case replayOverlap = "replay-overlap"
  case forget, twins, clock
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
  case observerRefuse = "observer-refuse"
  case observerLate = "observer-late"
  case observerAccept = "observer-accept"
  case observerProtocol = "observer-protocol"
  case observerClose = "observer-close"
  case observerCut = "observer-cut"
  case observerSilence = "observer-silence"
  case observerBadUTF8 = "observer-bad-utf8"
  case observerReservedBits = "observer-reserved-bits"
  case observerBadOpcode = "observer-bad-opcode"
  case observerMasked = "observer-masked"
  case observerHuge = "observer-huge"
  case observerGarbage = "observer-garbage"
  case observerUnknown = "observer-unknown"
  case observerPings = "observer-pings"
  case observerFragments = "observer-fragments"
  case observerCoalesce = "observer-coalesce"
  case observerDrip = "observer-drip"
  case observerBinary = "observer-binary"
  case observerOldNames = "observer-old-names"

  var argument: FaultArgument {
    switch self {
    case .drop, .end, .stall: .events("AFTER_EVENTS", default: 50)
    case .garbage, .oversized: .events("EVERY_EVENTS", default: 20)
    case .replayOverlap: .events("EVENTS", default: 20)
    case .clock: .seconds
    case .observerLate: .events("TIMES", default: 1)
    case .observerGarbage, .observerUnknown: .events("EVERY_MESSAGES", default: 5)
    case .observerPings: .events("EVERY_MESSAGES", default: 3)
    case .observerCoalesce: .events("MESSAGES", default: 4)
    case .cut, .hostile, .twins, .eventTypeInside, .observerFragments, .observerDrip,
      .observerBinary,
      .observerOldNames:
      .nothing
    case .forget, .tooManyStreams, .streamUnavailable, .unauthorized, .forbidden, .notFound,
      .tooManyRequests, .tooManyRequestsDate, .internalError, .unavailable, .noContent, .wrongType,
      .redirect, .redirectAway, .observerAccept, .observerProtocol:
      .times
    case .observerRefuse: .status
    case .observerClose: .closeCode
    case .observerCut, .observerSilence, .observerBadUTF8, .observerReservedBits,
      .observerBadOpcode, .observerMasked, .observerHuge:
      .messagesAndTimes
    case .readUnauthorized, .readForbidden, .readNotFound, .readTooManyRequests,
      .readInternalError, .readUnavailable:
      .readAndTimes
    }
  }

  var wantsRead: Bool {
    rawValue.hasPrefix("rest-")
  }
}
