/// A call that is over.
struct EndedCall: Sendable, Equatable {
  let sid: String
  let direction: SimulatedCall.Direction
  let durationSeconds: Double
  let reason: CompletionReason
  let escalated: Bool
  let endedAt: Int
}
