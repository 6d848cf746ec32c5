import WallboardBoard
import WallboardEvents

/// Workspace events as sentences; most have none.
struct PlainEvents {
  /// A sentence, and the row that filters are applied to.
  struct Told {
    let topic: PlainTopic
    let row: RowID
    let text: String

    init(_ topic: PlainTopic, _ row: RowID, _ text: String) {
      self.topic = topic
      self.row = row
      self.text = text
    }
  }

  private let words: PlainWords
  private var board: Board { words.board }

  init(_ board: Board, _ disclosure: Disclosure) {
    words = PlainWords(board: board, disclosure: disclosure)
  }

  /// What has to be said before the event is folded: a call that ends leaves the board.
  func sentence(before event: WorkspaceEvent) -> Told? {
    guard case .callEnded(let end) = event, !board.endedCalls.contains(end.callSID) else {
      return nil
    }
    let name = words.name(ofCall: end.callSID).capitalizedFirst
    let length = end.durationSeconds.map { " after " + PlainWords.length($0) } ?? ""
    let reason = board.reason(of: end).map { ", " + $0.spoken } ?? ""
    return Told(
      .callEnded, .call(end.callSID),
      "\(name): call ended\(length)\(reason).")
  }

  /// What the event changed, after it was folded.
  func sentence(after event: WorkspaceEvent) -> Told? {
    switch event {
    case .callStarted(let call): started(call)
    case .callEscalated(let call): escalated(call)
    case .operatorJoinedCall(let join): put(join.operatorID, on: join.callSID, join.mode)
    case .operatorModeChanged(let change): put(change.operatorID, on: change.callSID, change.mode)
    case .operatorLeftCall(let leave): left(leave)
    case .operatorStatusChanged(let change): changed(change)
    case .surfaceSubmitted(let form): told(form.surfaceID, "was submitted")
    case .surfacePendingReview(let form): told(form.surfaceID, "is waiting for review")
    case .surfaceReviewApproved(let form): told(form.surfaceID, "was approved")
    case .surfaceReviewRejected(let form):
      told(form.surfaceID, "was rejected (\(words.reason(form.reason)))")
    // Nobody has to act upon the others; what goes wrong in them is an alert.
    case _: nil
    }
  }

  /// A waiting caller that a read found.
  func waiting(_ call: Call) -> Told {
    let wait = call.escalation?.waited(at: board.now).map { " for \(PlainWords.length($0))" }
    let verb = wait == nil ? "is waiting" : "has been waiting"
    return Told(
      .escalation, .call(call.callSID),
      "\(words.name(of: call).capitalizedFirst) \(verb) for an operator\(wait ?? "").")
  }

  /// A call that a read found.
  func found(_ call: Call) -> Told {
    Told(
      .callStarted, .call(call.callSID),
      "\(words.name(of: call).capitalizedFirst) is on a call.")
  }

  private func started(_ event: CallStarted) -> Told? {
    guard let call = board.calls[event.callSID] else { return nil }
    let direction = event.direction.map { $0.word + " " } ?? ""
    return Told(
      .callStarted, .call(call.callSID), "New \(direction)call: \(words.name(of: call)).")
  }

  private func escalated(_ event: CallEscalated) -> Told? {
    guard let call = board.calls[event.callSID] else { return nil }
    let name = words.name(of: call)
    let asks =
      switch event.trigger {
      case .known(.caller): "\(name.capitalizedFirst) wants a person"
      case .known(.ai): "The AI asked for help with \(name)"
      case .known(.operator): "An operator asked for help with \(name)"
      case .other, nil: "\(name.capitalizedFirst) is waiting for an operator"
      }
    let reason = event.reason.map { " (\(words.reason($0)))" } ?? ""
    return Told(.escalation, .call(call.callSID), "\(asks)\(reason).")
  }

  private func put(
    _ operatorID: OperatorID, on callSID: CallSID, _ mode: OpenEnum<OperatorMode>?
  ) -> Told? {
    guard let call = board.calls[callSID] else { return nil }
    let (person, name) = (words.name(of: operatorID).capitalizedFirst, words.name(of: call))
    let text =
      switch mode {
      case .known(.takeover): "\(person) is speaking with \(name)."
      case .known(.listen): "\(person) is monitoring \(name)."
      case .other(let word): "\(person) is with \(name), \(word)."
      case nil: "\(person) is with \(name)."
      }
    return Told(.operatorOnCall, .call(callSID), text)
  }

  private func left(_ leave: OperatorLeftCall) -> Told {
    Told(
      .operatorOnCall, .call(leave.callSID),
      "\(words.name(of: leave.operatorID).capitalizedFirst) left "
        + "\(words.name(ofCall: leave.callSID)).")
  }

  private func changed(_ change: OperatorStatusChanged) -> Told? {
    guard let status = change.status else { return nil }
    return Told(
      .operatorStatus, .operator(change.operatorID),
      "\(words.name(of: change.operatorID).capitalizedFirst) is \(status.spoken).")
  }

  private func told(_ surfaceID: SurfaceID, _ what: String) -> Told {
    Told(
      .form, .surface(surfaceID), "\(words.name(of: surfaceID).capitalizedFirst) \(what).")
  }
}

/// Names in sentences: words only, since they are listened to.
struct PlainWords {
  let board: Board
  let disclosure: Disclosure

  /// `caller 7F3A on Billing`; without a caller, `call 42ad8c on Billing`.
  func name(of call: Call) -> String {
    let who = call.callerID?.label("caller", disclosure) ?? "call \(Self.end(of: call.callSID))"
    return board.serviceName(of: call).map { "\(who) on \(Self.withoutMark($0))" } ?? who
  }

  func name(ofCall callSID: CallSID) -> String {
    board.calls[callSID].map(name(of:)) ?? "call \(Self.end(of: callSID))"
  }

  func name(of operatorID: OperatorID) -> String {
    board.operators[operatorID]?.name?.string ?? "operator \(Self.end(of: operatorID))"
  }

  func name(of surfaceID: SurfaceID) -> String {
    let form = "form \(Self.end(of: surfaceID))"
    return board.surfaces[surfaceID]?.title.map { "\(form), \($0)," } ?? form
  }

  func reason(_ reason: Protected<BoundedString>?) -> String {
    guard let reason, !reason.isEmpty else { return "no reason given" }
    return reason.reveal(disclosure)?.string ?? "reason masked"
  }

  /// `52 s`, `5 min 52 s`, `2 h 5 min`.
  static func length(_ seconds: Int64) -> String {
    switch seconds {
    case ..<60: "\(max(0, seconds)) s"
    case ..<3_600: "\(seconds / 60) min" + (seconds % 60 == 0 ? "" : " \(seconds % 60) s")
    default: "\(seconds / 3_600) h \(seconds / 60 % 60) min"
    }
  }

  static func length(_ seconds: Double) -> String {
    guard seconds.isFinite, abs(seconds) < 1e9 else { return "an impossible time" }
    return length(Int64(seconds))
  }

  /// The end of an identifier, enough to tell it from others.
  private static func end<Thing>(of identifier: Identifier<Thing>) -> String {
    String(identifier.rawValue.suffix(6))
  }

  /// The text without the marks of the screen, which cannot be heard.
  static func audible(_ text: String) -> String {
    [(" · ", ", "), ("…", ""), ("×", " times"), (Privacy.mask, "masked"), ("→", "to"), ("–", "-")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// A key in place of a name begins with an ellipsis, which cannot be heard.
  private static func withoutMark(_ name: String) -> String {
    name.hasPrefix("…") ? "service \(name.dropFirst())" : name
  }
}
