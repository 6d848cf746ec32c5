/// Why a call ended (contract 2.5, `call.ended`).
enum CompletionReason: String, Sendable, CaseIterable {
  case completed, abandoned, escalated, transferred, timeout, error, voicemail
  case noAnswer = "no_answer"
  case callerHangup = "caller_hangup"
  case forwarded
  case terminalState = "terminal_state"
  case warmTransferCompleted = "warm_transfer_completed"
  case noInboundAudio = "no_inbound_audio"
  case cancelled

  /// How calls end that the agent made.
  static let ofOutbound = Deck<Self>(shares: [
    (.completed, 3), (.voicemail, 2), (.noAnswer, 2), (.cancelled, 1),
  ])
  /// How calls end that an operator took part in.
  static let ofAttended = Deck<Self>(shares: [
    (.completed, 3), (.escalated, 2), (.warmTransferCompleted, 2), (.transferred, 1),
  ])
  /// How calls end that wait for an operator.
  static let ofWaiting = Deck<Self>(shares: [(.abandoned, 2), (.callerHangup, 1), (.timeout, 1)])
  /// How the rest ends.
  static let ofOthers = Deck<Self>(shares: [
    (.completed, 12), (.terminalState, 4), (.callerHangup, 3), (.forwarded, 2), (.transferred, 1),
    (.timeout, 1), (.error, 1), (.noInboundAudio, 1),
  ])
}
