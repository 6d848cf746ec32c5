/// How calls end, dealt by what they have been through, so that every reason comes up.
struct CallEndings: Sendable {
  private var outbound = CompletionReason.ofOutbound
  private var attended = CompletionReason.ofAttended
  private var waiting = CompletionReason.ofWaiting
  private var others = CompletionReason.ofOthers

  mutating func reason(
    for call: SimulatedCall, using random: inout SeededGenerator
  ) -> CompletionReason {
    if call.isWaiting { return waiting.draw(using: &random) }
    if call.hadOperator { return attended.draw(using: &random) }
    if call.direction == .outbound { return outbound.draw(using: &random) }
    return others.draw(using: &random)
  }
}
