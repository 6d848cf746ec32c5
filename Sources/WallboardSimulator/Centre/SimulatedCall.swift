/// A live call.
struct SimulatedCall: Sendable, Equatable {
  let sid: String
  let entityID: String
  let direction: Direction
  let service: SimulatedService
  let callerID: String?
  let startedAt: Int
  /// From 0, at ease, to 1, upset: what emotion and risk are read from.
  let temper: Double
  var escalation: SimulatedEscalation?
  var participant: Participant?
  /// Who left the call and has not wrapped it up yet.
  var awaitingWrapUpBy: String?
  var wrapUpReason: String?
  var hadOperator = false
  /// The conversation's state, as soon as somebody observes the call.
  var toldState: String?

  enum Direction: String, Sendable {
    case inbound, outbound, playground, simulated, test
  }

  /// The operator on the call. One at a time: with two, the contract does not say whose leaving
  /// hands the call back.
  struct Participant: Sendable, Equatable {
    let operatorID: String
    var mode: Mode
    let joinedAt: Int
  }

  enum Mode: String, Sendable {
    case listen, takeover
  }

  var isWaiting: Bool {
    escalation?.status == .requested
  }

  var isAttended: Bool {
    participant != nil || awaitingWrapUpBy != nil
  }

  /// An operator speaks in the agent's place: the escalation that waits is answered.
  mutating func takeOver(at time: Int) {
    hadOperator = true
    guard isWaiting else { return }
    escalation?.status = .connected
    escalation?.connectedAt = time
  }

  func seconds(until now: Int) -> Int {
    max(0, now - startedAt) / 1000
  }
}
