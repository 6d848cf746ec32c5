/// Every misbehaviour that can be asked for, with its text for `--help`.
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
  case callsMoving = "calls-moving"
  case storyMissing = "story-404"
  case storyCut = "story-cut"
  case storyGarbage = "story-garbage"
  case storyTurns = "story-turns"
  case storyWords = "story-words"
  case actionUnauthorized = "action-401"
  case actionForbidden = "action-403"
  case actionNotFound = "action-404"
  case actionConflict = "action-409"
  case actionInvalid = "action-422"
  case actionTooManyRequests = "action-429"
  case actionUnavailable = "action-503"
  case actionRedirect = "action-redirect"
  case actionElsewhere = "action-elsewhere"
  case actionSlow = "action-slow"
  case actionLost = "action-lost"
  case actionDrop = "action-drop"
  case actionGarbage = "action-garbage"
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

  // What a fault makes is held in memory.
  private static let turnLimit = 100_000
  private static let wordLimit = 256
  private static let heldLimit = 10_000
  private static let slownessLimit = 600

  var argument: FaultArgument {
    switch self {
    case .drop, .end, .stall: .events("AFTER_EVENTS", default: 50)
    case .garbage, .oversized: .events("EVERY_EVENTS", default: 20)
    case .replayOverlap: .events("EVENTS", default: 20)
    case .clock: .seconds
    case .storyTurns: .events("TURNS", default: 10_000, limit: Self.turnLimit)
    case .storyWords: .events("MIB", default: 16, limit: Self.wordLimit)
    case .actionSlow: .events("SECONDS", default: 5, limit: Self.slownessLimit)
    case .observerLate: .events("TIMES", default: 1)
    case .observerGarbage, .observerUnknown: .events("EVERY_MESSAGES", default: 5)
    case .observerPings: .events("EVERY_MESSAGES", default: 3)
    case .observerCoalesce: .events("MESSAGES", default: 4, limit: Self.heldLimit)
    case .cut, .hostile, .twins, .eventTypeInside, .callsMoving, .storyGarbage,
      .observerFragments, .observerDrip, .observerBinary, .observerOldNames:
      .nothing
    case .forget, .tooManyStreams, .streamUnavailable, .unauthorized, .forbidden, .notFound,
      .tooManyRequests, .tooManyRequestsDate, .internalError, .unavailable, .noContent, .wrongType,
      .redirect, .redirectAway, .storyMissing, .storyCut, .actionUnauthorized, .actionForbidden,
      .actionNotFound, .actionConflict, .actionInvalid, .actionTooManyRequests, .actionUnavailable,
      .actionRedirect, .actionElsewhere, .actionLost, .actionDrop, .actionGarbage,
      .observerAccept, .observerProtocol:
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

extension FaultKind {
  /// The fault as it is written: `drop[:AFTER_EVENTS]`.
  package var usage: String {
    rawValue + argument.help
  }

  /// What the fault does, in one line of `--help`.
  package var explanation: String {
    switch self {
    case .drop: "cut every stream after so many events, half of the time inside the next one"
    case .end: "end every stream cleanly after so many events"
    case .stall: "after so many events send nothing more, not even heartbeats, and stay connected"
    case .cut: "send the stream in small pieces of random size, with CRLF line ends"
    case .garbage: "every so many events add broken JSON, missing fields, unknown types, bad UTF-8"
    case .oversized:
      "every so many events add one of 1.2 MB, more than a reader has to take"
    case .hostile:
      "replace all that is said and named with text that would steer a terminal"
    case .replayOverlap: "on resuming send so many events again from before the cursor"
    case .forget: "on resuming replay nothing, as after a gap of more than five minutes"
    case .twins: "let events share an id when they share a millisecond"
    case .clock: "run the clock so many seconds ahead, or behind with -SECONDS"
    case .eventTypeInside: "repeat the event's name inside its data as event_type"
    case .tooManyStreams: "answer the stream with the final error frame too_many_streams"
    case .streamUnavailable: "answer the stream with the error frame stream_unavailable"
    case .unauthorized, .forbidden, .notFound, .internalError, .unavailable:
      "answer the stream with status \(rawValue)"
    case .tooManyRequests: "answer the stream with status 429 and Retry-After in seconds"
    case .tooManyRequestsDate: "answer the stream with status 429 and Retry-After as a date"
    case .noContent: "answer the stream with status 204, which means: stop"
    case .wrongType: "answer the stream with status 200 and a page of HTML"
    case .redirect: "redirect the stream to another path of the same origin"
    case .redirectAway: "redirect the stream to another origin"
    case .readUnauthorized, .readForbidden, .readNotFound, .readTooManyRequests,
      .readInternalError, .readUnavailable:
      "answer one read with status \(rawValue.dropFirst(5)): \(Self.readNames)"
    case .callsMoving: "page the ended calls by offsets, so that a call that ends moves the pages"
    case .storyMissing: "answer the story of a live call with 404, as before there is one"
    case .storyCut: "break off in the middle of a call's story"
    case .storyGarbage: "in a story and its turns, leave fields out and give others another type"
    case .storyTurns: "repeat a story's turns until there are so many, up to \(Self.turnLimit)"
    case .storyWords: "lengthen what a story says until it has so many MiB, up to \(Self.wordLimit)"
    case .actionUnauthorized, .actionNotFound, .actionConflict, .actionInvalid:
      "refuse an action with status \(status.code), and do nothing"
    case .actionForbidden: "refuse an action with status 403, which names the role that is missing"
    case .actionTooManyRequests, .actionUnavailable:
      "refuse an action with status \(status.code) and Retry-After in seconds"
    case .actionRedirect: "redirect an action to another path of the same origin"
    case .actionElsewhere:
      "let an operator who is to join a call have just joined another, and answer 409"
    case .actionSlow:
      "carry an action out and answer so many seconds later, up to \(Self.slownessLimit)"
    case .actionLost: "carry an action out and close the connection instead of answering"
    case .actionDrop: "close the connection once an action has come whole, and do nothing"
    case .actionGarbage: "carry an action out and answer with broken JSON, wrong types, bad UTF-8"
    case .observerRefuse: "answer an observer's handshake with this status"
    case .observerLate: "close the first connections to each call with 4004, as before its start"
    case .observerAccept: "answer an observer's handshake with a wrong Sec-WebSocket-Accept"
    case .observerProtocol: "choose a sub-protocol that no observer has offered"
    case .observerClose:
      "close observers with this code; 1005 is no code, 1006 no close frame either"
    case .observerCut: "cut an observer in the middle of a frame"
    case .observerSilence: "send an observer nothing more, not even pongs, and stay connected"
    case .observerBadUTF8: "send an observer text that is not UTF-8"
    case .observerReservedBits: "send an observer a frame with a reserved bit"
    case .observerBadOpcode: "send an observer a frame of an unassigned opcode"
    case .observerMasked: "send an observer a masked frame"
    case .observerHuge: "announce a frame of a terabyte to an observer"
    case .observerGarbage: "every so many messages add broken JSON, missing fields, wrong types"
    case .observerUnknown: "every so many messages add an event of an unknown type"
    case .observerPings: "ping observers every so many messages"
    case .observerFragments: "send each message in fragments, with pings in between"
    case .observerCoalesce: "send so many messages in one write, up to \(Self.heldLimit)"
    case .observerDrip: "send observers one to three bytes at a time"
    case .observerBinary: "send messages in binary frames"
    case .observerOldNames: "use the older names, leave out call_id, send partial lines first"
    }
  }

  private static var readNames: String {
    Read.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

extension FaultKind {
  /// The kinds that change how a stream opens, or refuse it.
  static let ofOpening: [FaultKind] = [
    .tooManyStreams, .streamUnavailable, .unauthorized, .forbidden, .notFound, .tooManyRequests,
    .tooManyRequestsDate, .internalError, .unavailable, .noContent, .wrongType, .redirect,
    .redirectAway,
  ]

  static let ofReads = allCases.filter(\.wantsRead)

  /// The kinds that come in place of an action.
  static let refusingActions: [FaultKind] = [
    .actionUnauthorized, .actionForbidden, .actionNotFound, .actionConflict, .actionInvalid,
    .actionTooManyRequests, .actionUnavailable, .actionRedirect,
  ]

  /// The kinds that come in place of an observer's message and end the connection.
  static let endingObservers: [FaultKind] = [
    .observerClose, .observerCut, .observerSilence, .observerBadUTF8, .observerReservedBits,
    .observerBadOpcode, .observerMasked, .observerHuge,
  ]
}
