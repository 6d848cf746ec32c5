package import WallboardEvents

/// How a call stands, in a word.
package enum CallState: Equatable, Sendable {
  /// The caller has asked for a human.
  case waiting
  case withOperator
  case handback
  /// A state that the platform has and we do not know.
  case other(String)
  case listened
  /// Began in the last seconds.
  case new
  case live

  /// The word that stands in the call's row.
  package var word: String {
    switch self {
    case .waiting: "waiting"
    case .withOperator: "with operator"
    case .handback: "handback"
    case .other(let word): word
    case .listened: "listened"
    case .new: "new"
    case .live: "live"
    }
  }
}

extension Call {
  /// How the call stands at that moment.
  package func state(at now: Timestamp) -> CallState {
    switch escalation?.status {
    case .known(.requested): .waiting
    case .known(.connected): .withOperator
    case .known(.handback): .handback
    case .other(let word): .other(word.string)
    case .known(.none), .known(.completed), nil: unescalatedState(at: now)
    }
  }

  private func unescalatedState(at now: Timestamp) -> CallState {
    if isTakenOver { return .withOperator }
    if !operators.isEmpty { return .listened }
    return isNew(at: now) ? .new : .live
  }

  /// Whether it began a moment ago, and somebody saw it begin.
  func isNew(at now: Timestamp) -> Bool {
    origin == .event && now.seconds(since: since) < RowMark.shownFor
  }

  /// All the words for how it stands, a line each; the first is the one that is shown.
  func stateWords(at now: Timestamp) -> String {
    let state = state(at: now)
    let isWaiting = escalation?.isWaiting == true && state != .waiting
    return state.word + (isWaiting ? "\nwaiting" : "")
      + (escalation?.isActive == true ? "\nescalated" : "")
  }
}
