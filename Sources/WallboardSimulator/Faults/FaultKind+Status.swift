import FlyingFox

extension FaultKind {
  /// The kinds that decide how a stream opens, or that it does not.
  static let ofOpening: [FaultKind] = [
    .tooManyStreams, .streamUnavailable, .unauthorized, .forbidden, .notFound, .tooManyRequests,
    .tooManyRequestsDate, .internalError, .unavailable, .noContent, .wrongType, .redirect,
    .redirectAway,
  ]

  static let ofReads = allCases.filter(\.wantsRead)

  /// The kinds that stand in the place of a message, after which no other comes.
  static let endingObservers: [FaultKind] = [
    .observerClose, .observerCut, .observerSilence, .observerBadUTF8, .observerReservedBits,
    .observerBadOpcode, .observerMasked, .observerHuge,
  ]

  /// The status that the kind answers with.
  var status: HTTPStatusCode {
    switch self {
    case .unauthorized, .readUnauthorized: .unauthorized
    case .forbidden, .readForbidden: .forbidden
    case .notFound, .readNotFound: .notFound
    case .tooManyRequests, .tooManyRequestsDate, .readTooManyRequests: .tooManyRequests
    case .internalError, .readInternalError: .internalServerError
    case .unavailable, .readUnavailable: .serviceUnavailable
    case .noContent: .noContent
    case .redirect, .redirectAway: .temporaryRedirect
    case .drop, .end, .stall, .cut, .garbage, .oversized, .hostile, .replayOverlap, .forget, .twins,
      .clock, .eventTypeInside, .tooManyStreams, .streamUnavailable, .wrongType:
      .ok
    case .observerRefuse, .observerLate, .observerAccept, .observerProtocol, .observerClose,
      .observerCut, .observerSilence, .observerBadUTF8, .observerReservedBits, .observerBadOpcode,
      .observerMasked, .observerHuge, .observerGarbage, .observerUnknown, .observerPings,
      .observerFragments, .observerCoalesce, .observerDrip, .observerBinary, .observerOldNames:
      .switchingProtocols
    }
  }
}
