import SplitMix64

/// A call that is over.
struct EndedCall: Sendable, Equatable {
  let call: SimulatedCall
  let durationSeconds: Double
  let reason: CompletionReason
  let endedAt: Int

  var sid: String { call.sid }
  var direction: SimulatedCall.Direction { call.direction }
  var escalated: Bool { call.escalation != nil }

  /// What a client that missed nothing knows of it.
  var truth: JSON {
    [
      "call_sid": .string(sid),
      "direction": .string(direction.rawValue),
      "duration_seconds": .number(durationSeconds),
      "completion_reason": .string(reason.rawValue),
      "escalated": .boolean(escalated),
      "ended_at": .integer(endedAt),
    ]
  }
}

/// Why a call ended (contract 2.5, `call.ended`).
enum CompletionReason: String, Sendable {
  case completed, abandoned, escalated, transferred, timeout, error, voicemail
  case noAnswer = "no_answer"
  case callerHangup = "caller_hangup"
  case forwarded
  case terminalState = "terminal_state"
  case warmTransferCompleted = "warm_transfer_completed"
  case noInboundAudio = "no_inbound_audio"
  case cancelled
}

/// Chooses how a call ends, by what it has been through. Each kind of call has a deck of its own, so
/// that every reason comes up.
struct CallEndings: Sendable {
  private var outbound = Deck<CompletionReason>(shares: [
    (.completed, 3), (.voicemail, 2), (.noAnswer, 2), (.cancelled, 1),
  ])
  /// For calls that an operator took part in.
  private var attended = Deck<CompletionReason>(shares: [
    (.completed, 3), (.escalated, 2), (.warmTransferCompleted, 2), (.transferred, 1),
  ])
  /// For calls that wait for an operator.
  private var waiting = Deck<CompletionReason>(shares: [
    (.abandoned, 2), (.callerHangup, 1), (.timeout, 1),
  ])
  private var others = Deck<CompletionReason>(shares: [
    (.completed, 12), (.terminalState, 4), (.callerHangup, 3), (.forwarded, 2), (.transferred, 1),
    (.timeout, 1), (.error, 1), (.noInboundAudio, 1),
  ])

  mutating func reason(
    for call: SimulatedCall, using random: inout SplitMix64
  ) -> CompletionReason {
    if call.isWaiting { return waiting.draw(using: &random) }
    if call.hadOperator { return attended.draw(using: &random) }
    if call.direction == .outbound { return outbound.draw(using: &random) }
    return others.draw(using: &random)
  }
}
