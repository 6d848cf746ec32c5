import WallboardEvents

/// What a line holds of a connection's phase.
struct PhaseData: Encodable, Equatable {
  var attempt: Int?
  var until: Timestamp?
  var reason: BoundedString?
}

extension PhaseData: FieldReadable {
  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    attempt = fields.optional("attempt")
    until = fields.optional("until")
    reason = fields.optional("reason")
    value.collect(fields)
  }
}

/// A phase as lines have it: its word, and what belongs to it.
typealias RecordedPhase = (event: RecordedChange, data: PhaseData)

extension ConnectionPhase {
  var recorded: RecordedPhase {
    switch self {
    case .connecting(let attempt): (.connecting, PhaseData(attempt: attempt))
    case .unanswered: (.unanswered, PhaseData())
    case .open: (.open, PhaseData())
    case .waiting(let until, let attempt, let reason):
      (.waiting, PhaseData(attempt: attempt, until: until, reason: reason))
    case .refused(let reason, let until): (.refused, PhaseData(until: until, reason: reason))
    case .stopped(let reason): (.stopped, PhaseData(reason: reason))
    }
  }

  /// The phase of that word; `nil` where it is none of the stream's.
  init?(_ event: RecordedChange, _ data: PhaseData, at time: Timestamp) {
    let reason = data.reason ?? ""
    switch event {
    case .connecting: self = .connecting(attempt: data.attempt ?? 1)
    case .unanswered: self = .unanswered
    case .open: self = .open
    case .waiting:
      self = .waiting(until: data.until ?? time, attempt: data.attempt ?? 1, reason: reason)
    case .refused: self = .refused(reason: reason, until: data.until)
    case .stopped: self = .stopped(reason: reason)
    case .ended, .followed, .unfollowed, .heard, .bookmark, .note, .notFound:
      return nil
    }
  }
}

extension ObserverPhase {
  var recorded: RecordedPhase {
    switch self {
    case .connecting(let attempt): (.connecting, PhaseData(attempt: attempt))
    case .open: (.open, PhaseData())
    case .waiting(let until, let attempt, let reason):
      (.waiting, PhaseData(attempt: attempt, until: until, reason: reason))
    case .refused(let reason): (.refused, PhaseData(reason: reason))
    case .notFound(let reason): (.notFound, PhaseData(reason: reason))
    case .stopped(let reason): (.stopped, PhaseData(reason: reason))
    case .ended: (.ended, PhaseData())
    }
  }

  /// The phase of that word; `nil` where it is none of a followed call's.
  init?(_ event: RecordedChange, _ data: PhaseData, at time: Timestamp) {
    let reason = data.reason ?? ""
    switch event {
    case .connecting: self = .connecting(attempt: data.attempt ?? 1)
    case .open: self = .open
    case .waiting:
      self = .waiting(until: data.until ?? time, attempt: data.attempt ?? 1, reason: reason)
    case .refused: self = .refused(reason: reason)
    case .notFound: self = .notFound(reason: reason)
    case .stopped: self = .stopped(reason: reason)
    case .ended: self = .ended
    case .unanswered, .followed, .unfollowed, .heard, .bookmark, .note: return nil
    }
  }
}
