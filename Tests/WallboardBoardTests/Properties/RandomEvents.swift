import TestSupport
@testable import WallboardEvents

/// Events over so few ids that plausible and implausible sequences both come often.
struct RandomEvents {
  var random: SplitMix64
  /// Not-a-number equals nothing, so that no two boards that hold it can be compared.
  private let hasNaN: Bool

  init(seed: UInt64, hasNaN: Bool = false) {
    random = SplitMix64(seed: seed)
    self.hasNaN = hasNaN
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < probability
  }

  mutating func identifier<Thing>(_ prefix: String, of count: Int) -> Identifier<Thing> {
    Identifier(stringLiteral: "\(prefix)\(Int.random(in: 0..<count, using: &random))")
  }

  mutating func call() -> CallSID { identifier("CA", of: 9) }
  mutating func person() -> OperatorID { identifier("OP", of: 6) }
  mutating func surface() -> SurfaceID { identifier("SF", of: 8) }

  mutating func seconds() -> Double {
    pick([0, 12.5, 600, -1, .infinity, -.infinity, hasNaN ? .nan : 1, .greatestFiniteMagnitude])
  }

  mutating func count() -> Int { pick([0, 1, 7, -1, .max, .min]) }

  mutating func event() -> WorkspaceEvent {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2: callEvent()
    case 3...5: operatorEvent()
    case 6...7: surfaceEvent()
    case 8: textEvent()
    default: otherEvent()
    }
  }

  private mutating func callEvent() -> WorkspaceEvent {
    let call = call()
    // Ended calls do not come back: a second generation keeps the board alive.
    let young: CallSID = identifier("CB", of: 400)
    return pick([
      .started(call), .started(young), .started(young), .ended(young, after: seconds()),
      chance(0.1) ? .ended(call, because: pick(CompletionReason.allCases)) : .started(call),
      .escalated(call, identifier("E", of: 5)), .escalated(young), .wrappedUp(call),
    ])
  }

  private mutating func operatorEvent() -> WorkspaceEvent {
    let (call, person, mode) = (call(), person(), pick(OperatorMode.allCases))
    return pick([
      .joined(person, call, mode), .joined(person, call, mode), .mode(person, call, mode),
      .left(person, call), .status(person, pick(OperatorStatus.allCases)),
      .operatorRegistered(OperatorRegistered(operatorID: person, name: "Kim")),
      .operatorProfileUpdated(OperatorProfileUpdated(operatorID: person)),
      .operatorJoinedCall(
        OperatorJoinedCall(callSID: call, operatorID: person, mode: Open("whisper"))),
    ])
  }

  private mutating func surfaceEvent() -> WorkspaceEvent {
    let surface = surface()
    return pick([
      .created(surface, fields: count(), review: chance(0.5)), .delivered(surface),
      .opened(surface), .saved(pick(["a", "b", "c"]), surface), .submitted(surface),
      .pendingReview(surface), .approved(surface), .rejected(surface), .archived(surface),
      .updated(surface), .reshaped(surface, from: self.surface()),
    ])
  }

  private mutating func textEvent() -> WorkspaceEvent {
    let session: SessionID = identifier("TX", of: 5)
    return pick([
      .textStarted(session), .textCompleted(session, after: seconds(), turns: count()),
    ])
  }

  private mutating func otherEvent() -> WorkspaceEvent {
    pick([
      .triggerFailed(), .triggerCompleted(), .pipelineError("D"), .bounced(),
      .unknown(pick(["a.b", "", ".", "ü.x"])),
      .pipelineSyncCompleted(
        PipelineSyncCompleted(dataSourceID: "D", eventCount: count(), durationMs: count())),
    ])
  }
}
