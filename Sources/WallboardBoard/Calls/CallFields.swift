package import WallboardEvents

extension Board {
  /// Callers who wait for a human, the longest wait first; then who is at risk and has none; then
  /// who has one; then the rest, the longest call first.
  /// Those that ended a moment ago stay where they stood.
  var callRows: [RowID] {
    var keys: [RowKey] = []
    keys.reserveCapacity(calls.count + departed.count)
    calls.forEachRow { keys.append($0.rowKey) }
    departed.forEachRow { keys.append($0.call.rowKey) }
    return keys.sorted { ($0.rank, $0.since) < ($1.rank, $1.since) }.map(\.row)
  }
}

extension Call {
  fileprivate var rowKey: RowKey {
    let rank = urgency
    let since = rank == 0 ? escalation?.requestedAt ?? since : since
    return (rank, since, .call(callSID))
  }
}

/// How a call stands, in a word.
package enum CallState: Equatable, Sendable {
  /// The caller has asked for a human.
  case waiting
  case withOperator
  case handback
  /// A state that the platform has and we do not know.
  case other(BoundedString)
  case listened
  /// Began in the last seconds.
  case new
  case live

  /// The word that stands in the call's row.
  package var word: String {
    switch self {
    case .waiting: "waiting"
    case .withOperator: "with operator"
    case .handback: "back with AI"
    case .other(let word): word.spoken
    case .listened: "monitored"
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
    case .other(let word): .other(word)
    case _ where isTakenCareOf: .withOperator
    case .known(.handback): .handback
    case .known(.connected), .known(.none), .known(.completed), nil: stateWithAI(at: now)
    }
  }

  private func stateWithAI(at now: Timestamp) -> CallState {
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
    return state.word + (state.oldWord.map { "\n" + $0 } ?? "") + (isWaiting ? "\nwaiting" : "")
      + (escalation?.isActive == true ? "\nescalated" : "")
  }
}

extension CallState {
  /// What the word was before, which filters of people still have.
  fileprivate var oldWord: String? {
    switch self {
    case .handback: "handback"
    case .listened: "listened"
    case .waiting, .withOperator, .other, .new, .live: nil
    }
  }
}

/// Why a call may need somebody, in short words; the most telling first.
package struct CallReasons {
  package private(set) var words: [String] = []
  /// The same for a narrow column.
  package private(set) var brief: [String] = []
  /// What other words a filter finds them by.
  fileprivate private(set) var otherWords = ""

  /// The reasons that the disclosure shows.
  package init(_ call: Call, _ disclosure: Disclosure) {
    let risk = call.riskLevel.flatMap { $0 == .low ? nil : $0.spoken + " risk" }
    if call.riskLevel == .known(.critical) || call.riskLevel == .known(.high) {
      add(risk, brief: call.hasCriticalRisk ? "critical" : nil)
    }
    if call.hasSafetyConcern { add("safety concern", brief: "safety") }
    if let escalation = call.escalation, escalation.isActive || escalation.status == .handback {
      if let trigger = escalation.trigger {
        add(trigger.spoken, brief: trigger.brief)
        otherWords += "\nby " + trigger.words
      }
      add(escalation.reason?.reveal(disclosure)?.string)
    }
    add(risk)
    if call.priorityReasons.contains(.known(.looping)) { otherWords += "\nlooping" }
    for reason in call.priorityReasons.map(\.spoken) {
      // The level says it better.
      if risk == nil || !reason.hasSuffix(" risk") { add(reason) }
    }
    if let emotion = call.emotion, !Self.quietEmotions.contains(emotion.string) {
      add(emotion.spoken)
    }
  }

  /// Emotions that are no reason to look.
  private static let quietEmotions: Set = ["calm", "neutral", "happy", "satisfied"]

  private mutating func add(_ word: String?, brief: String? = nil) {
    guard let word, !word.isEmpty, !words.contains(word) else { return }
    words.append(word)
    self.brief.append(brief ?? word)
  }
}

extension OpenEnum<EscalationTrigger> {
  fileprivate var brief: String {
    switch self {
    case .known(let trigger): trigger.brief
    case .other: "by " + words
    }
  }
}

extension Call {
  /// What a field of the call holds at that moment.
  func value(
    of field: Field, at now: Timestamp, in board: Board, _ disclosure: Disclosure
  ) -> FieldValue {
    switch field {
    case .state: .text(stateWords(at: now))
    case .wait: FieldValue(escalation?.waiting(at: now))
    case .waited: FieldValue(escalation?.waitThatWas)
    case .time: .seconds(now.seconds(since: since))
    case .direction: FieldValue(direction?.sought)
    case .service: FieldValue(board.serviceName(of: self))
    case .caller: caller(disclosure)
    case .operator: FieldValue(operatorNames(board))
    case .mode: FieldValue(operators.compactMap(\.mode).joined)
    case .why: why(disclosure)
    case .risk: FieldValue(riskLevel?.sought)
    case .emotion: FieldValue(board.emotion(of: self))
    case .turns: turnCount.map { .number(Double($0)) } ?? .none
    case .graph: FieldValue(currentState?.spoken)
    case .call: .text(callSID.rawValue)
    // Fields of other things.
    case _: .none
    }
  }

  private func why(_ disclosure: Disclosure) -> FieldValue {
    let reasons = CallReasons(self, disclosure)
    guard !reasons.words.isEmpty else { return .none }
    return .text(reasons.words.joined(separator: ", ") + reasons.otherWords)
  }

  private func caller(_ disclosure: Disclosure) -> FieldValue {
    guard let callerID, !callerID.isEmpty else { return .none }
    return .text(callerID.label("caller", disclosure))
  }

  private func operatorNames(_ board: Board) -> String {
    operators.map { board.name(of: $0.operatorID) }.joined(separator: ", ")
  }
}

extension [OpenEnum<OperatorMode>] {
  /// What operators do, and behind that the platform's words, by which filters find it, too.
  fileprivate var joined: String {
    isEmpty
      ? ""
      : map(\.spoken).joined(separator: ", ") + "\n" + map(\.word).joined(separator: ", ")
  }
}

extension DepartedCall {
  /// What a field of the call held when it ended: its row stands still.
  func value(of field: Field, in board: Board, _ disclosure: Disclosure) -> FieldValue {
    switch field {
    case .state:
      .text(call.stateWords(at: since) + ending.reasonWords)
    case .time: length
    // Nobody waits on a call that is over, but may have waited until its end.
    case .wait: .none
    case .waited: FieldValue(call.escalation?.waited(at: since))
    // The others stand as they did.
    case _: call.value(of: field, at: since, in: board, disclosure)
    }
  }

  /// The platform's length of the call, where it is one.
  private var length: FieldValue {
    guard let seconds = ending.duration, seconds.isFinite, abs(seconds) < 1e9 else { return .none }
    return .seconds(Int64(max(0, seconds)))
  }
}

extension EndedCall {
  /// How it ended, in our words and in the platform's, a line each.
  fileprivate var reasonWords: String {
    "\nended " + (reason?.spoken ?? "") + "\nended " + (completionReason?.word ?? "")
  }
}

extension Board {
  /// How the caller seems: of a followed call as it was heard last, with its trend.
  package func emotion(of call: Call) -> String? {
    let heard = observations.look(at: call.callSID) { $0.facts.emotionWords }
    return heard ?? nil ?? call.emotion?.spoken
  }
}
