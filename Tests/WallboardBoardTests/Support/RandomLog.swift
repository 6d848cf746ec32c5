@testable import WallboardBoard
@testable import WallboardEvents

/// A log of everything that can happen, in any order.
struct RandomLog {
  private var events: RandomEvents
  private var clock: Int64 = 0
  private var serial: UInt64 = 0

  init(seed: UInt64) {
    events = RandomEvents(seed: seed)
  }

  static func events(_ count: Int, seed: UInt64) -> [Input] {
    var log = RandomLog(seed: seed)
    return (0..<count).map { _ in .received(log.received()) }
  }

  static func inputs(_ count: Int, seed: UInt64) -> [Input] {
    var log = RandomLog(seed: seed)
    return (0..<count).map { _ in log.input() }
  }

  /// A few calls, of which some are followed and much is heard.
  static func observing(_ count: Int, seed: UInt64) -> [Input] {
    var log = RandomLog(seed: seed)
    let calls = (0..<followable).map { Input.received(log.receive(.started(call($0)))) }
    return calls + (0..<count).map { _ in log.observerAction() }
  }

  private static let followable = 6

  private static func call(_ number: Int) -> CallSID { Identifier(stringLiteral: "CA\(number)") }

  mutating func observerAction() -> Input {
    switch Int.random(in: 0..<20, using: &events.random) {
    case 0...12: .observed(observed())
    case 13: .observedMalformed(followed(), malformed())
    case 14: .observer(ObserverChange(followed(), observerPhase(), at: now()))
    case 15: events.chance(0.1) ? input() : .frame(frame())
    case 16: .intent(events.pick(Self.intents))
    case 17: .intent(events.pick([.focus(.calls), .moveDown, .moveUp, .openBeside]))
    default: .frame(frame())
    }
  }

  private mutating func followed() -> CallSID {
    Self.call(Int.random(in: 0..<Self.followable, using: &events.random))
  }

  private mutating func observed() -> ReceivedObserverEvent {
    let call = followed()
    let event = events.observerEvent(of: call)
    return ReceivedObserverEvent(
      callSID: call, at: now(), event: event, size: events.pick([60, 300, 3_000, 60_000]))
  }

  private mutating func observerPhase() -> ObserverPhase {
    let phases: [ObserverPhase] = [
      .open, .open, .open, .connecting(attempt: 2),
      .waiting(until: second(clock + 3), attempt: 3, reason: "1006"), .refused(reason: "4003"),
      .notFound(reason: "4004"), .stopped(reason: "1008"), .ended,
    ]
    return events.pick(phases)
  }

  mutating func input() -> Input {
    switch Int.random(in: 0..<22, using: &events.random) {
    case 0...11: .received(received())
    case 12: .malformed(malformed())
    case 13: .connection(connectionChange())
    case 14: .readStarted(events.pick(SnapshotSource.allCases), at: now())
    case 15: .read(part(), at: now())
    case 16:
      .readFailed(events.pick(SnapshotSource.allCases), reason: "503", retryAt: retry(), at: now())
    case 17: .intent(events.pick(Self.intents))
    case 18: .observed(observed())
    case 19: .observer(ObserverChange(followed(), observerPhase(), at: now()))
    default: .frame(frame())
    }
  }

  private mutating func now() -> Timestamp {
    clock += Int64.random(in: 0...3, using: &events.random)
    return second(clock)
  }

  mutating func received() -> ReceivedEvent {
    receive(events.event())
  }

  private mutating func receive(_ event: WorkspaceEvent) -> ReceivedEvent {
    let time = now()
    serial += 1
    return ReceivedEvent(
      id: BoundedString("\(time.milliseconds)"), at: time, receivedAt: time, event: event,
      fingerprint: serial)
  }

  private mutating func malformed() -> MalformedEvent {
    serial += 1
    return MalformedEvent(
      id: nil, name: "call.ended", receivedAt: now(), reason: "call_sid: missing",
      data: Protected("{}"), fingerprint: serial)
  }

  private mutating func connectionChange() -> ConnectionChange {
    let time = now()
    let phases: [ConnectionPhase] = [
      .open, .open, .connecting(attempt: 2), .unanswered,
      .waiting(until: time, attempt: 3, reason: "lost"),
      .refused(reason: "401", until: nil), .stopped(reason: "204"),
    ]
    return ConnectionChange(events.pick(phases), at: time)
  }

  private mutating func retry() -> Timestamp? {
    events.chance(0.5) ? second(clock + 60) : nil
  }

  private mutating func frame() -> Frame {
    let rows = [-1, 0, 1, 2, 5, 40, .max, .min]
    let visible = Panel.allCases.map { ($0, events.pick(rows)) }
    return Frame(
      now: now(), utcOffset: events.pick([0, 3600]),
      visibleRows: Dictionary(uniqueKeysWithValues: visible), lastOverlayTop: events.pick(rows),
      panes: events.chance(0.2) ? [followed(): position()] : [:])
  }

  private mutating func position() -> PanePosition {
    guard events.chance(0.5) else { return PanePosition(visibleLines: 20) }
    let entry = events.pick([0, 5, 100, 1_900, 5_000, .max] as [EntryNumber])
    let anchor = LineAnchor(entry: entry, line: events.pick([0, 3, -1]))
    return PanePosition(cursor: anchor, top: anchor, visibleLines: 20)
  }

  private mutating func part() -> SnapshotPart {
    let isComplete = events.chance(0.5)
    switch events.pick(SnapshotSource.allCases) {
    case .services: return .services(["billing": "Billing"])
    case .calls: return .calls(many { $0.callSnapshot() }, isComplete: isComplete)
    case .operators: return .operators(many { $0.operatorSnapshot() }, isComplete: isComplete)
    case .escalations:
      return .escalations(many { $0.escalationSnapshot() }, isComplete: isComplete)
    case .surfaces: return .surfaces(many { $0.surfaceSnapshot() }, isComplete: isComplete)
    }
  }

  private mutating func many<Item>(_ make: (inout RandomEvents) -> Item) -> [Item] {
    (0..<Int.random(in: 0...6, using: &events.random)).map { _ in make(&events) }
  }

  private static let intents: [Intent] =
    [
      .quit, .toggleHelp, .retryNow, .nextPanel, .previousPanel, .moveDown, .moveUp, .moveToFirst,
      .moveToLast, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .open, .back, .toggleZoom,
      .toggleHints, .toggleHold, .showIdentifiers, .repaint, .suspend, .open, .openBeside,
      .openBeside, .showDetail, .followEscalation, .search, .nextMatch, .previousMatch, .copyID,
      .copyLine, .typed("x"), .erase, .eraseAll, .back, .filter, .filter, .typed("b"), .typed("-"),
      .paste("age>0 or state:waiting"), .paste("op:none"), .nextChoice(-1), .sortByNextColumn,
      .sortByNextColumn, .reverseSort, .sort(.calls, .wait), .sort(.calls, .caller),
      .sort(.surfaces, nil), .select(.calls, .call("CA1")), .select(.operators, .operator("OP2")),
      .scroll(.calls, 3), .scroll(.calls, -2), .scroll(.activity, .max), .scroll(.surfaces, .min),
    ] + Panel.allCases.map(Intent.focus)
}

extension RandomEvents {
  fileprivate mutating func callSnapshot() -> CallSnapshot {
    var snapshot = CallSnapshot(callSID: call())
    snapshot.escalationActive = pick([nil, true, false])
    snapshot.startedAt = pick([nil, second(-50)])
    snapshot.turnCount = count()
    return snapshot
  }

  fileprivate mutating func operatorSnapshot() -> OperatorSnapshot {
    var snapshot = OperatorSnapshot(operatorID: person(), status: .known(.busy))
    snapshot.activeCallSID = chance(0.5) ? call() : nil
    return snapshot
  }

  fileprivate mutating func escalationSnapshot() -> EscalationSnapshot {
    let statuses = EscalationStatus.allCases.map(OpenEnum.known) + [OpenEnum("paused")]
    var snapshot = EscalationSnapshot(callSID: call(), status: pick(statuses))
    snapshot.escalationID = chance(0.7) ? identifier("E", of: 5) : nil
    snapshot.operatorID = chance(0.7) ? person() : nil
    snapshot.requestedAt = pick([nil, second(-50)])
    snapshot.connectedAt = pick([nil, second(-20)])
    return snapshot
  }

  fileprivate mutating func surfaceSnapshot() -> SurfaceSnapshot {
    var snapshot = SurfaceSnapshot(surfaceID: surface(), stage: pick(SurfaceStage.allCases))
    snapshot.fieldsCount = count()
    return snapshot
  }
}
