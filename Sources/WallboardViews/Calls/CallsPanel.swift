import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The row of a call that is live, or that ended a moment ago.
struct CallRow: TableRow {
  let call: Call
  /// How it ended.
  var ending: EndedCall?
  /// Without its fraction of a second; for a call that is over when it ended.
  let now: Timestamp
  let service: String?
  /// How bad it is how long its caller has waited.
  var waitSeverity: Severity?
  /// How bad it is that the caller is at risk.
  var riskSeverity: Severity?
  /// The name of the first operator on it.
  let operatorName: String?
  let emotion: String?
  /// The key that shows why a human was asked for; `nil` where that is shown, or nowhere.
  let reasonKey: String?
  let disclosure: Disclosure

  static let stateWidth = 16

  static func columns(in width: Int) -> [Column<CallRow>] {
    [
      Column(.state, stateWidth, rank: 0, phrase: state),
      Column(.time, 7, to: 8, rank: 1, alignment: .right, phrase: duration),
      Column(.wait, 6, to: 7, rank: 6, alignment: .right, phrase: wait),
      Column(.waited, 6, to: 7, rank: 10, alignment: .right, phrase: waited),
      Column(.direction, 5, rank: 7, title: "DIR") { direction($0.call, $1) },
      Column(.service, 12, good: 15, to: 24, rank: 2) { row, _ in StyledText(row.service ?? "") },
      // A telephone number has up to 16 characters (E.164).
      Column(.caller, 11, to: 14, revealed: 16, rank: 0, phrase: caller),
      Column(.operator, 11, good: 13, to: 20, rank: 4, phrase: operators),
      Column(.mode, 10, rank: 9) { row, _ in
        StyledText(row.call.operators.first?.mode?.spoken ?? "", .muted)
      },
      Column(.why, 13, good: 26, to: 60, rank: 5, phrase: why),
      Column(.risk, 8, rank: 11) { row, _ in
        StyledText(row.call.riskLevel?.spoken ?? "", row.call.riskRole)
      },
      Column(.emotion, 10, to: 21, rank: 12) { row, _ in StyledText(row.emotion ?? "") },
      Column(.turns, 6, rank: 14, alignment: .right) { row, _ in
        StyledText(row.call.turnCount.map(String.init) ?? "", .time)
      },
      Column(.graph, 12, to: 24, rank: 13) { row, _ in
        StyledText(row.call.currentState?.spoken ?? "")
      },
      Column(.call, 7, rank: 8) { row, _ in StyledText(row.call.callSID.short, .muted) },
    ]
  }

  private static func state(_ row: CallRow, _ glyphs: GlyphSet) -> StyledText {
    let standing =
      row.ending.map { CallStanding.ended($0.reason) }
      ?? CallStanding(row.call, at: row.now, row.waitSeverity)
    return standing.phrase(glyphs)
  }

  private static func duration(_ row: CallRow, _ glyphs: GlyphSet) -> StyledText {
    if let ending = row.ending {
      return StyledText(Durations.seconds(ending.duration).map(Durations.stopwatch) ?? "", .time)
    }
    let time = Durations.stopwatch(row.now.seconds(since: row.call.since))
    guard row.call.startedAt == nil else { return StyledText(time, .time) }
    // A call that was only inferred began earlier than we know.
    return StyledText(Sign.atLeast.text(glyphs) + time, .time).signed(.atLeast)
  }

  private static func wait(_ row: CallRow, _ glyphs: GlyphSet) -> StyledText {
    guard row.ending == nil, let escalation = row.call.escalation, escalation.isWaiting else {
      return .empty
    }
    let role = row.waitSeverity?.role ?? .waiting
    return escalation.waiting(at: row.now).map { StyledText(Durations.wait($0), role) }
      ?? StyledText(.unknown, glyphs, "", role)
  }

  private static func waited(_ row: CallRow, _ glyphs: GlyphSet) -> StyledText {
    guard let escalation = row.call.escalation else { return .empty }
    let seconds = row.ending == nil ? escalation.waitThatWas : escalation.waited(at: row.now)
    return StyledText(seconds.map(Durations.wait) ?? "", .time)
  }

  private static func direction(_ call: Call, _ glyphs: GlyphSet) -> StyledText {
    switch call.direction {
    case .known(.inbound): StyledText(.inbound, glyphs, "in")
    case .known(.outbound): StyledText(.outbound, glyphs, "out")
    case .known(.playground): StyledText("play", .muted)
    case .known(.simulated): StyledText("sim", .muted)
    case .known(.test), .other: StyledText(call.direction?.spoken ?? "", .muted)
    case nil: .empty
    }
  }

  /// Who calls, else which call it is.
  private static func caller(_ row: CallRow, _ glyphs: GlyphSet) -> StyledText {
    StyledText(caller: row.call.callerID, row.disclosure)
      ?? StyledText(row.call.callSID.short, .muted)
  }

  private static func operators(_ row: CallRow, _ glyphs: GlyphSet) -> StyledText {
    guard let first = row.call.operators.first, let name = row.operatorName else { return .empty }
    let others = row.call.operators.count > 1 ? " +\(row.call.operators.count - 1)" : ""
    // An operator who only listens does not help the caller.
    return first.mode == .known(.listen)
      ? StyledText(.monitored, glyphs, name + others, .text) : StyledText(name + others)
  }

  private static func why(_ row: CallRow, _ glyphs: GlyphSet) -> StyledText {
    let reasons = CallReasons(row.call, row.disclosure)
    var phrase = StyledText(reasons, row.riskSeverity, row.call.riskRole, glyphs)
    if let key = row.reasonKey {
      let before = reasons.words.isEmpty ? "" : " \(glyphs.separator) "
      phrase.tails = [before + "\(key) shows why", before + "\(key): why"]
    }
    return phrase
  }
}

struct CallsPanel: PanelContent {
  static let title = "Calls"
  static let emptyTitle = "No live calls"
  static let emptyExplanation = "Calls appear here from the first ring to the end."
  static let sources: [SnapshotSource] = [.calls, .escalations, .services]
  static let isCountedWhileHidden = true

  let context: FrameContext

  var count: Int? { board.calls.count }

  var concern: StyledText? {
    counted(
      board.calls.count { $0.escalation?.isWaiting == true }, "waiting",
      context.waitSeverity?.role ?? .waiting)
  }

  var urgency: StyleRole? {
    guard view.panels[.calls]?.needy.first?.need == .waiting else { return nil }
    return context.waitSeverity?.role ?? .waiting
  }

  func row(_ id: RowID) -> CallRow? {
    guard case .call(let id) = id else { return nil }
    if let call = board.calls[id] { return callRow(call) }
    return board.departed[id].map { callRow($0.call, $0) }
  }

  func detail(of id: RowID) -> (title: String, facts: [Fact])? {
    guard case .call(let id) = id else { return nil }
    return ("Call \(id.short)", CallDetail(context: context).facts(of: id))
  }

  private func callRow(_ call: Call, _ departed: DepartedCall? = nil) -> CallRow {
    CallRow(
      call: call, ending: departed?.ending, now: departed?.since ?? context.wholeSecond,
      service: board.serviceName(of: call),
      waitSeverity: departed == nil ? board.waitSeverity(of: call, by: targets) : nil,
      riskSeverity: departed == nil ? targets.riskSeverity(of: call) : nil,
      operatorName: call.operators.first.map { board.name(of: $0.operatorID) },
      emotion: board.emotion(of: call), reasonKey: context.reasonKey(of: call, in: .panels),
      disclosure: disclosure)
  }
}

extension FrameContext {
  /// The key that follows the call now, where its pane shows why a human was asked for and a list may
  /// not.
  func reasonKey(of call: Call, in keys: KeyContext) -> String? {
    guard call.callSID == enteredCall, let escalation = call.escalation,
      let reason = escalation.reason, !reason.isEmpty,
      escalation.isActive || escalation.status == .handback,
      reason.reveal(disclosure) == nil, reason.reveal(paneDisclosure) != nil
    else { return nil }
    return key(of: .open, in: keys)
  }
}

extension StyledText {
  /// Who calls, as far as it may be shown; `nil` where that is not known.
  init?(caller: Protected<PersonalIdentifier>?, _ disclosure: Disclosure) {
    guard let caller, !caller.isEmpty else { return nil }
    self.init(caller.label("caller", disclosure), disclosure.identifiers ? .identifier : .masked)
  }
}

extension StyledText {
  /// Why a call may need somebody; before it the sign of how bad that is, else in that style.
  init(_ reasons: CallReasons, _ severity: Severity?, _ role: StyleRole, _ glyphs: GlyphSet) {
    let separator = " \(glyphs.separator) "
    let mark = severity.map { "\($0.mark(glyphs)) " } ?? ""
    self.init(mark + reasons.words.joined(separator: separator), severity?.role ?? role)
    brief = mark + reasons.brief.joined(separator: separator)
    sign = severity?.sign
  }
}

extension Call {
  var riskRole: StyleRole {
    switch riskLevel {
    case .known(.critical): .critical
    case .known(.high): .warning
    case .known(.low), .known(.medium), .other, nil: isAtRisk ? .warning : .text
    }
  }
}

/// The state of a call, as its row says it.
enum CallStanding: Equatable {
  /// The caller waits for an operator; `seconds` is `nil` when it is not known since when.
  case waiting(seconds: Int64?, Severity?)
  case withOperator
  case handback
  /// A state of the platform that this program does not know.
  case other(BoundedString)
  case listened
  /// Began in the last seconds.
  case new
  case live
  case ended(OpenEnum<CompletionReason>?)

  init(_ call: Call, at now: Timestamp, _ severity: Severity?) {
    switch call.state(at: now) {
    case .waiting: self = .waiting(seconds: call.escalation?.waited(at: now), severity)
    case .withOperator: self = .withOperator
    case .handback: self = .handback
    case .other(let word): self = .other(word)
    case .listened: self = .listened
    case .new: self = .new
    case .live: self = .live
    }
  }

  var word: String {
    switch self {
    case .waiting(let seconds, _): "WAITING " + (seconds.map(Durations.wait) ?? "?")
    case .withOperator: "WITH OPERATOR"
    case .handback: "BACK WITH AI"
    case .other(let word): word.spoken.uppercased()
    case .listened: "MONITORED"
    case .new: "new"
    case .live: "live"
    case .ended(let reason): Self.words(ofEnd: reason)
    }
  }

  /// That it ended, and how, as far as a column has room for both; its row looks ended anyway.
  private static func words(ofEnd reason: OpenEnum<CompletionReason>?) -> String {
    guard let reason = reason?.spoken else { return "ended" }
    let words = "ended: " + reason
    return words.count > CallRow.stateWidth ? reason : words
  }

  var role: StyleRole {
    switch self {
    case .waiting(_, let severity): severity?.fillRole ?? .waiting
    case .withOperator: .withOperator
    case .handback: .info
    case .other: .notice
    case .listened: .info
    case .new: .new
    case .live: .muted
    case .ended: .ended
    }
  }

  private var sign: Sign? {
    switch self {
    case .waiting(_, let severity): severity?.sign ?? .waiting
    case .withOperator: .withOperator
    case .handback: .backWithAI
    case .other: .otherState
    case .listened: .monitored
    case .new: .beginning
    case .live: nil
    // Its row has a mark in the margin.
    case .ended: nil
    }
  }

  /// Its sign and its word.
  func phrase(_ glyphs: GlyphSet) -> StyledText {
    if case .ended = self { return StyledText(word, role) }
    guard let sign else { return StyledText("  \(word)", role) }
    var phrase = StyledText(sign, glyphs, word, role)
    if case .waiting = self { phrase.fillsField = true }
    return phrase
  }
}
